import type { Entry, EntryText, Source } from '../../core/entry/entry.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { Shared } from '../ports/knowledge.ts';
import type { State } from './state.ts';

/** The pack that taught entries belong to. */
export const OWN_PACK = 'community';

/** Keys of entries' records are `<language>/<id>`. */
export function splitKey(key: string): { language: string; id: string } {
  const at = key.indexOf('/');
  return { language: key.slice(0, at), id: key.slice(at + 1) };
}

/** Sources of a pack, by id: the pack's own, and what the community added. */
export function sourcesOf(pack: string, state: State, shared: Shared, editor: Editor): Record<string, Source> {
  const own = state.get('pack', pack);
  const known = own ? editor.sourcesOf(own.text) : (shared.packs.find(({ name }) => name === pack)?.sources ?? {});
  const added = state.all('source').filter(([key]) => key.startsWith(`${pack}/`));
  return { ...known, ...Object.fromEntries(added.map(([key, source]) => [key.slice(pack.length + 1), source])) };
}

export interface OwnEntries {
  /** Whole entries that the community taught, corrected or rephrased. */
  readonly touched: Map<string, Entry>;
  /** What is wrong with texts that can no longer be read, by the entry's id. */
  readonly unreadable: Map<string, readonly Flaw[]>;
}

/** What a community's records make of the entries. */
export function ownEntries(state: State, shared: Shared, editor: Editor, defaultLanguage: string): OwnEntries {
  const touched = new Map<string, Entry>();
  const unreadable = new Map<string, readonly Flaw[]>();
  const put = (id: string, pack: string, text: EntryText): void => {
    const known = touched.get(id) ?? shared.entries.get(id) ?? { id, pack, defaultLanguage: shared.packs.find(({ name }) => name === pack)?.defaultLanguage ?? defaultLanguage, texts: new Map() };
    touched.set(id, { ...known, texts: new Map([...known.texts, [text.language, text]]) });
  };
  const reader = textReader(state, shared, editor);
  for (const [key, { pack, text }] of state.all('entry')) {
    const { language, id } = splitKey(key);
    const { value, problems } = reader(pack, text, language);
    if (!value) unreadable.set(id, problems);
    put(id, pack, value ?? bareText(language, editor.split(text).title));
  }
  for (const [key, { added, removed }] of state.all('phrasings')) {
    const { language, id } = splitKey(key);
    const entry = touched.get(id) ?? shared.entries.get(id);
    const text = entry?.texts.get(language);
    if (entry && text) put(id, entry.pack, { ...text, phrasings: [...text.phrasings.filter((words) => !removed.includes(words)), ...added] });
  }
  return { touched, unreadable };
}

/** Reads entries' files; a source that the pack no longer names is shown by its id, so that no answer is lost with it. */
function textReader(state: State, shared: Shared, editor: Editor): (pack: string, text: string, language: string) => ReturnType<Editor['readEntry']> {
  const byPack = new Map<string, Record<string, Source>>();
  return (pack, text, language) => {
    const known = byPack.get(pack) ?? sourcesOf(pack, state, shared, editor);
    byPack.set(pack, known);
    const nameless = editor.sourceIds(text).map((id): [string, Source] => [id, { title: id }]);
    return editor.readEntry(text, language, { ...Object.fromEntries(nameless), ...known });
  };
}

/** Stands for a text that cannot be read. */
const bareText = (language: string, title: string): EntryText => ({ language, title, phrasings: [], answer: [], sources: [], status: 'current', tags: [], related: [] });
