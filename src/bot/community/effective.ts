import type { Entry } from '../../core/entry/entry.ts';
import { buildOverlay, type Overlay, type OverlayOptions } from '../../core/search/overlay.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { Shared } from '../ports/knowledge.ts';
import { OWN_PACK, ownEntries } from './own-entries.ts';
import { lostTargets, pinnedTexts, pinsOf } from './pinned.ts';
import type { State } from './state.ts';

/** What a community knows: the packs it has chosen, with its own changes on top. */
export interface Effective {
  readonly overlay: Overlay;
  /** What can be answered, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Also what is retired, what cannot be read, and what stands in pins only. */
  readonly all: ReadonlyMap<string, Entry>;
  /** Ids of entries that were retired. */
  readonly retired: ReadonlySet<string>;
  /** Entries of the community whose text can no longer be read, by id: what is wrong with it. They are not answered. */
  readonly unreadable: ReadonlyMap<string, readonly Flaw[]>;
}

export function effectiveOf(state: State, shared: Shared, editor: Editor, options: OverlayOptions & { readonly defaultLanguage: string }): Effective {
  const { touched, unreadable } = ownEntries(state, shared, editor, options.defaultLanguage);
  const pinned = pinnedTexts(state, editor);
  const all = new Map([...shared.entries, ...touched]);
  const retired = new Set(state.all('retired').map(([id]) => id));
  const packs = state.get('setting', 'packs');
  const isChosen = ({ pack }: Entry) => packs === undefined || pack === OWN_PACK || packs.includes(pack);
  const visible = new Map([...all].filter(([id, entry]) => !retired.has(id) && !unreadable.has(id) && isChosen(entry)));
  const lost = lostTargets(state, (id) => all.has(id) || pinned.has(id) || shared.library.entries.has(id));
  const hidden = new Set([...[...all.keys()].filter((id) => !visible.has(id)), ...shared.gone, ...lost.keys()]);
  const changed = new Map([...shared.changed, ...touched.values(), ...pinned.values(), ...lost.values()].map((entry) => [entry.id, entry]));
  const overlay = buildOverlay(shared.library, { entries: [...changed.values()], hidden, pins: pinsOf(state) }, options);
  return { overlay, entries: visible, all: new Map([...all, ...pinned]), retired, unreadable };
}
