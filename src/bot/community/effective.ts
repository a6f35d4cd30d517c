import type { Block } from '../../core/blocks.ts';
import type { Entry, EntryText, Source } from '../../core/entry.ts';
import { buildOverlay, type Overlay, type OverlayOptions, type Pin } from '../../core/overlay.ts';
import type { Editor } from '../ports/editor.ts';
import type { Shared } from '../ports/knowledge.ts';
import type { State } from './state.ts';

/** What a community knows: the packs it has chosen, with its own changes on top. */
export interface Effective {
  readonly overlay: Overlay;
  /** What can be answered, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Also what is retired. */
  readonly all: ReadonlyMap<string, Entry>;
  /** Ids of entries that were retired. */
  readonly retired: ReadonlySet<string>;
}

/** The pack that taught entries belong to. */
export const OWN_PACK = 'community';
/** Ids of texts that stand in pins only. */
const PINNED = 'pins/';

export function effectiveOf(state: State, shared: Shared, editor: Editor, options: OverlayOptions & { readonly defaultLanguage: string }): Effective {
  const touched = touchedEntries(state, shared, editor, options.defaultLanguage);
  const pinned = pinnedTexts(state, editor);
  const all = new Map([...shared.entries, ...touched]);
  const retired = new Set(state.all('retired').map(([id]) => id));
  const packs = state.get('setting', 'packs');
  const isChosen = ({ pack }: Entry) => packs === undefined || pack === OWN_PACK || packs.includes(pack);
  const visible = new Map([...all].filter(([id, entry]) => !retired.has(id) && isChosen(entry)));
  const hidden = new Set([...[...all.keys()].filter((id) => !visible.has(id)), ...shared.gone]);
  const changed = new Map([...shared.changed, ...touched.values(), ...pinned.values()].map((entry) => [entry.id, entry]));
  const overlay = buildOverlay(shared.library, { entries: [...changed.values()], hidden, pins: pinsOf(state) }, options);
  return { overlay, entries: visible, all: new Map([...all, ...pinned]), retired };
}

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

function touchedEntries(state: State, shared: Shared, editor: Editor, defaultLanguage: string): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const put = (id: string, pack: string, text: EntryText): void => {
    const known = found.get(id) ?? shared.entries.get(id) ?? { id, pack, defaultLanguage: shared.packs.find(({ name }) => name === pack)?.defaultLanguage ?? defaultLanguage, texts: new Map() };
    found.set(id, { ...known, texts: new Map([...known.texts, [text.language, text]]) });
  };
  for (const [key, { pack, text }] of state.all('entry')) {
    const { language, id } = splitKey(key);
    const read = editor.readEntry(text, language, sourcesOf(pack, state, shared, editor));
    if (read.value) put(id, pack, read.value);
  }
  for (const [key, { added, removed }] of state.all('phrasings')) {
    const { language, id } = splitKey(key);
    const entry = found.get(id) ?? shared.entries.get(id);
    const text = entry?.texts.get(language);
    if (entry && text) put(id, entry.pack, { ...text, phrasings: [...text.phrasings.filter((words) => !removed.includes(words)), ...added] });
  }
  return found;
}

/** A pin that carries its own text is shown like an entry without a source. */
function pinnedTexts(state: State, editor: Editor): Map<string, Entry> {
  const own = state.all('pin').flatMap(([key, { text, question, language }]): [string, Entry][] => {
    const answer = text === undefined ? undefined : editor.readAnswer(text).value;
    return answer === undefined ? [] : [[PINNED + key, pinEntry(PINNED + key, question, language, answer)]];
  });
  return new Map(own);
}

function pinEntry(id: string, question: string, language: string, answer: readonly Block[]): Entry {
  const text: EntryText = { language, title: question, phrasings: [], answer, sources: [], status: 'current', tags: [], related: [] };
  return { id, pack: OWN_PACK, defaultLanguage: language, texts: new Map([[language, text]]) };
}

const pinsOf = (state: State): Pin[] => state.all('pin').map(([key, { question, language, entry }]) => ({ key, question, language, entry: entry ?? PINNED + key }));
