import type { Entry, EntryText, Source } from '../../core/entry/entry.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { Shared } from '../ports/knowledge.ts';
import { type Bounded, bounded } from './bounded.ts';
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
  /** Problems of texts that can no longer be read, by the entry's id. */
  readonly unreadable: Map<string, readonly Flaw[]>;
}

interface OwnOptions {
  readonly defaultLanguage: string;
  /** See OverlayOptions. */
  readonly isChanging?: boolean | undefined;
}

/** The entries with a community's records applied. */
export function ownEntries(
  state: State,
  shared: Shared,
  editor: Editor,
  { defaultLanguage, isChanging = false }: OwnOptions,
): OwnEntries {
  const touched = new Map<string, Entry>();
  const unreadable = new Map<string, readonly Flaw[]>();
  const put = (id: string, pack: string, text: EntryText): void => {
    const known = touched.get(id) ??
      shared.entries.get(id) ?? {
        id,
        pack,
        defaultLanguage: shared.packs.find(({ name }) => name === pack)?.defaultLanguage ?? defaultLanguage,
        texts: new Map(),
      };
    touched.set(id, { ...known, texts: new Map([...known.texts, [text.language, text]]) });
  };
  const reader = textReader(state, shared, editor, isChanging);
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
    if (entry && text)
      put(id, entry.pack, {
        ...text,
        phrasings: [...text.phrasings.filter((words) => !removed.includes(words)), ...added],
      });
  }
  return { touched, unreadable };
}

type ReadText = ReturnType<Editor['readEntry']>;

/**
 * Reads entries' files; a source that the pack no longer names is shown by its id, so that no answer is lost with it.
 */
function textReader(
  state: State,
  shared: Shared,
  editor: Editor,
  isChanging: boolean,
): (pack: string, text: string, language: string) => ReadText {
  const byPack = new Map<string, Record<string, Source>>();
  const kept = isChanging ? keptOf(editor) : undefined;
  return (pack, text, language) => {
    const known = byPack.get(pack) ?? sourcesOf(pack, state, shared, editor);
    byPack.set(pack, known);
    const key = `${language} ${text}`;
    const before = kept?.get(key);
    const ids = before?.ids ?? editor.sourceIds(text);
    const sources = Object.fromEntries(
      ids.map((id): [string, Source] => [id, Object.hasOwn(known, id) ? (known[id] ?? { title: id }) : { title: id }]),
    );
    const stamp = JSON.stringify(sources);
    if (before?.stamp === stamp) return before.read;
    const read = editor.readEntry(text, language, sources);
    kept?.set(key, { ids, stamp, read }, text.length);
    return read;
  };
}

/** A text as it was read with its sources, which are in records of their own. */
interface KeptText {
  readonly ids: readonly string[];
  readonly stamp: string;
  readonly read: ReadText;
}

/** Characters of texts that are kept: those of some thousand entries, in some ten megabytes. */
const MOST_CHARACTERS = 2_000_000;

const KEPT = new WeakMap<Editor, Bounded<KeptText>>();

/**
 * Of communities that are being changed, nearly all stays as it was: what was read is not read again, and is the same
 * object.
 */
function keptOf(editor: Editor): Bounded<KeptText> {
  const kept = KEPT.get(editor) ?? bounded<KeptText>(MOST_CHARACTERS);
  KEPT.set(editor, kept);
  return kept;
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
