import type { Block } from '../../core/entry/blocks.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import type { Pin } from '../../core/search/overlay.ts';
import { simplify } from '../../core/text/chinese.ts';
import { baseOf } from '../../core/text/language.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import type { Editor } from '../ports/editor.ts';
import { OWN_PACK } from './own-entries.ts';
import type { PinRecord } from './records.ts';
import type { State } from './state.ts';

/** Ids of texts that are in pins only. */
const PINNED = 'pins/';

/** Whether an id is of a pin's own text. */
export const isPinsText = (id: string): boolean => id.startsWith(PINNED);

/** The pin's key in the id of its own text. */
export const pinOfText = (id: string): string => id.slice(PINNED.length);

export const pinsOf = (state: State): Pin[] =>
  state
    .all('pin')
    .map(([key, { question, language, entry }]) => ({ key, question, language, entry: entry ?? PINNED + key }));

/** The newest first, each with its key. */
export const newestPins = (state: State): (readonly [key: string, pin: PinRecord])[] =>
  [...state.all('pin')].sort(([, a], [, b]) => b.at.localeCompare(a.at));

/** Pins that carry their own text, as entries without a source. */
export function pinnedTexts(state: State, editor: Editor): Map<string, Entry> {
  const own = state.all('pin').flatMap(([key, { text, question, language }]): [string, Entry][] => {
    const answer = text === undefined ? undefined : editor.readAnswer(text).value;
    return answer === undefined ? [] : [[PINNED + key, standIn(PINNED + key, question, language, answer)]];
  });
  return new Map(own);
}

/** Takes the place of a pin's entry that is gone, so that the question is not answered by something else. */
export function lostTargets(state: State, isKnown: (id: string) => boolean): Map<string, Entry> {
  const lost = pinsOf(state).filter(({ entry }) => !isKnown(entry));
  return new Map(lost.map(({ entry, question, language }) => [entry, standIn(entry, question, language, [])]));
}

function standIn(id: string, title: string, language: string, answer: readonly Block[]): Entry {
  const text: EntryText = {
    language,
    title,
    phrasings: [],
    answer,
    sources: [],
    status: 'current',
    tags: [],
    related: [],
  };
  return { id, pack: OWN_PACK, defaultLanguage: language, texts: new Map([[language, text]]) };
}

/** One question has one pin: case, punctuation, width and the script of Chinese do not count. */
export function keyOfPin(question: string, language: string): string {
  return `${baseOf(language)}/${wordsOfPin(question)}`;
}

/** Words of a pin, whatever the language. */
export const wordsOfPin = (question: string): string => simplify(phraseKey(question));
