import type { Entry, EntryText, Source } from '../../core/entry/entry.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import { decode, type SourceRecord } from './records.ts';
import type { State } from './state.ts';

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

/** Whose answer it is, is nobody's business. */
const shownOf = (record: SourceRecord): Source => {
  const { helper, ...source } = record;
  return helper ? source : record;
};

/** Names of all packs, that of taught entries first. */
export const packNames = ({ packs }: SharedKnowledge, state: State): string[] => [
  ...new Set([OWN_PACK, ...packs.map(({ name }) => name), ...state.all('pack').map(([name]) => name)]),
];

export interface OwnEntries {
  /** Whole entries that the community taught, corrected or rephrased. */
  readonly touched: Map<string, Entry>;
  /** Problems of texts that can no longer be read, by the entry's id. */
  readonly unreadable: Map<string, readonly Flaw[]>;
  readonly texts: KnownTexts;
}

/** Texts as they were read, by their records' keys. */
export type KnownTexts = ReadonlyMap<string, KnownText>;

interface KnownText {
  /** JSON text of the record, and of the sources, which are in records of their own. */
  readonly record: string;
  readonly sources: string;
  readonly ids: readonly string[];
  readonly read: ReturnType<Editor['readEntry']>;
}

/**
 * The entries with a community's records applied, a step for each text.
 * @param known of another version: what is the same in it is not read again, and stays the same object
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

/** A source that the pack no longer names is shown by its id, so that no answer is lost with it. */
function sourceFinder(state: State, shared: SharedKnowledge, editor: Editor): (pack: string, id: string) => Source {
  const byPack = new Map<string, Record<string, Source>>();
  return (pack, id) => {
    const own = byPack.get(pack) ?? sourcesOf(pack, state, shared, editor);
    byPack.set(pack, own);
    return (Object.hasOwn(own, id) && own[id]) || { title: id };
  };
}

/** Takes the place of a text that cannot be read. */
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
