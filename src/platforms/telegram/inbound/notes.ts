import { findEntry } from '../../../bot/answers/find-entry.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { WithLanguages, WithServices } from '../../../bot/services.ts';
import type { Entry, EntryText } from '../../../core/entry/entry.ts';
import { simplify } from '../../../core/text/chinese.ts';
import { phraseKey } from '../../../core/text/normalize.ts';
import type { Words } from './words.ts';

/** `#name` and `/get name`, as in other bots' notes. Telegram decides which characters a hashtag may contain. */
const HASHTAG = /^[#＃]([\p{L}\p{N}\p{M}_·\u200c\u200d]{1,64})$/u;
const GET = /^\/get(?:\s+[#＃]?([\s\S]*))?$/i;

/**
 * Rewrites a message that asks for an entry by name into the command that shows it. Undefined if no such entry exists
 * and the bot was not addressed, as a hashtag means nothing by itself and a note may be another bot's. Other messages
 * are returned as they are.
 */
export async function withNote({ services }: WithServices, place: Place, words: Words): Promise<Words | undefined> {
  const [, tag] = HASHTAG.exec(words.text.trim()) ?? [];
  const got = GET.exec(words.text.trim());
  const name = tag ?? got?.[1];
  const isAsked = words.isCalled || place.isPrivate === true;
  // `/get` without a name: the bot asks which entry is meant.
  if (name === undefined) return got && isAsked ? { ...words, text: '/show' } : words;
  const entry = entryNamed(services, (await services.communities.prepared(place)).knowledge().entries, name);
  // If the bot was addressed, it says that it does not know the entry.
  return entry || isAsked ? { ...words, text: `/show ${entry?.id ?? name}` } : undefined;
}

/** Finds an entry by id, title or phrasing. `_` may be a space or a hyphen, or separators may be missing. */
export function entryNamed(
  { languages }: WithLanguages,
  entries: ReadonlyMap<string, Entry>,
  name: string,
): Entry | undefined {
  const exact = [name, name.replaceAll('_', '-'), name.replaceAll('_', ' ')]
    .map((words) => findEntry(entries, words))
    .find((entry) => entry !== undefined);
  if (exact) return exact;
  const keyOf = (words: string, language: string): string => {
    const { replace = {} } = languages.get(language) ?? {};
    const letters = [...simplify(phraseKey(words.replaceAll('_', ' ')))].map((letter) => replace[letter] ?? letter);
    return letters.join('').replace(APART, '');
  };
  const keys = new Map([...languages.keys()].map((language) => [language, keyOf(name, language)]));
  const isNamed = ({ language, title, phrasings }: EntryText): boolean =>
    [title, ...phrasings].some((words) => keyOf(words, language) === keys.get(language));
  return [...entries.values()].find(({ texts }) => [...texts.values()].some(isNamed));
}

/** Spaces and zero-width joiners, which many keyboards lack. */
const APART = /[\s\u200c\u200d]+/gu;
