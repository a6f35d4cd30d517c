import type { Block } from '../../core/entry/blocks.ts';
import type { Entry, EntryText, Source } from '../../core/entry/entry.ts';
import type { Pin } from '../../core/search/overlay.ts';
import { simplify } from '../../core/text/chinese.ts';
import { baseOf } from '../../core/text/language.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import { decode, type PinRecord, type SourceRecord, type State } from './records.ts';

/** The pack that taught entries belong to. */
export const OWN_PACK = 'community';

/** Keys of entries' records are `<language>/<id>`. */
export function splitKey(key: string): { language: string; id: string } {
  const at = key.indexOf('/');
  return { language: key.slice(0, at), id: key.slice(at + 1) };
}

/** Sources of a pack, by id: the pack's own, and what the community added. */
export function sourcesOf(pack: string, state: State, shared: SharedKnowledge, editor: Editor): Record<string, Source> {
  const own = state.get('pack', pack);
  const known = own ? editor.sourcesOf(own.text) : (shared.packs.find(({ name }) => name === pack)?.sources ?? {});
  const added = state.all('source').filter(([key]) => key.startsWith(`${pack}/`));
  return {
    ...known,
    ...Object.fromEntries(added.map(([key, source]) => [key.slice(pack.length + 1), shownOf(source)])),
  };
}

const shownOf = (record: SourceRecord): Source => {
  const { helper, ...source } = record;
  return helper ? source : record;
};

/** Names of all packs, that of taught entries first. */
export const packNames = ({ packs }: SharedKnowledge, state: State): string[] => [
  ...new Set([OWN_PACK, ...packs.map(({ name }) => name), ...state.all('pack').map(([name]) => name)]),
];

export interface OwnEntries {
  /** Entries that the community taught, corrected or rephrased. */
  readonly touched: Map<string, Entry>;
  /** Problems of texts that can no longer be read, by the entry's id. */
  readonly unreadable: Map<string, readonly Flaw[]>;
  readonly texts: KnownTexts;
}

/** Parsed texts, by their records' keys. */
export type KnownTexts = ReadonlyMap<string, KnownText>;

interface KnownText {
  /**
   * JSON text of the record, and of its sources, which have records of their own: if both are the same, the parsed text
   * is.
   */
  readonly record: string;
  readonly sources: string;
  readonly ids: readonly string[];
  readonly read: ReturnType<Editor['readEntry']>;
}

/**
 * Entries with the community's records applied, a step for each text.
 * @param known from another version: unchanged texts are not parsed again, and stay the same objects
 */
export function* ownEntries(
  state: State,
  shared: SharedKnowledge,
  editor: Editor,
  { defaultLanguage, known = new Map() }: { readonly defaultLanguage: string; readonly known?: KnownTexts | undefined },
): Generator<undefined, OwnEntries> {
  const touched = new Map<string, Entry>();
  const unreadable = new Map<string, readonly Flaw[]>();
  const texts = new Map<string, KnownText>();
  const put = (id: string, pack: string, text: EntryText): void => {
    const before = touched.get(id) ??
      shared.entries.get(id) ?? {
        id,
        pack,
        defaultLanguage: shared.packs.find(({ name }) => name === pack)?.defaultLanguage ?? defaultLanguage,
        texts: new Map(),
      };
    touched.set(id, { ...before, texts: new Map([...before.texts, [text.language, text]]) });
  };
  const sources = sourceFinder(state, shared, editor);
  for (const [key, record] of state.rawAll('entry')) {
    const { language, id } = splitKey(key);
    const { pack, text } = decode('entry', record);
    const before = known.get(key)?.record === record ? known.get(key) : undefined;
    const ids = before?.ids ?? editor.sourceIds(text);
    const named = Object.fromEntries(ids.map((id) => [id, sources(pack, id)]));
    const stamp = JSON.stringify(named);
    const isSame = before?.sources === stamp;
    const read = isSame ? before.read : editor.readEntry(text, language, named);
    texts.set(key, isSame ? before : { record, sources: stamp, ids, read });
    if (!read.value) unreadable.set(id, read.problems);
    put(id, pack, read.value ?? bareText(language, editor.split(text).title));
    yield;
  }
  for (const [key, { added, removed }] of state.all('phrasings')) {
    const { language, id } = splitKey(key);
    const entry = touched.get(id) ?? shared.entries.get(id);
    const text = entry?.texts.get(language);
    if (entry && text)
      put(id, entry.pack, {
        ...text,
        phrasings: [...text.phrasings.filter((words) => !removed.includes(words)), ...added],
      });
  }
  return { touched, unreadable, texts };
}

/** A source that the pack no longer has is shown by its id, so that the answer is not lost. */
function sourceFinder(state: State, shared: SharedKnowledge, editor: Editor): (pack: string, id: string) => Source {
  const byPack = new Map<string, Record<string, Source>>();
  return (pack, id) => {
    const own = byPack.get(pack) ?? sourcesOf(pack, state, shared, editor);
    byPack.set(pack, own);
    return (Object.hasOwn(own, id) && own[id]) || { title: id };
  };
}

/** Stands in for a text that cannot be parsed. */
const bareText = (language: string, title: string): EntryText => ({
  language,
  title,
  phrasings: [],
  answer: [],
  sources: [],
  status: 'current',
  tags: [],
  related: [],
});

const PINNED = 'pins/';

/** Whether the id is that of a pin's own text. */
export const isPinsText = (id: string): boolean => id.startsWith(PINNED);

/** Key of the pin, from the id of its own text. */
export const pinOfText = (id: string): string => id.slice(PINNED.length);

export const pinsOf = (state: State): Pin[] =>
  state
    .all('pin')
    .map(([key, { question, language, entry }]) => ({ key, question, language, entry: entry ?? PINNED + key }));

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

/** Stands in for a pin's entry that is gone, so that the question is not answered by something else. */
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

/** A question has only one pin: case, punctuation, width and the script of Chinese are ignored. */
export function keyOfPin(question: string, language: string): string {
  return `${baseOf(language)}/${wordsOfPin(question)}`;
}

/** The question part of a pin's key. */
export const wordsOfPin = (question: string): string => simplify(phraseKey(question));
