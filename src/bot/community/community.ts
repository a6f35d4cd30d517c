import type { Entry } from '../../core/entry/entry.ts';
import { type Answer, answerFrom } from '../../core/search/engine.ts';
import { buildOverlay, type Overlay, type OverlayOptions } from '../../core/search/overlay.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { Shared } from '../ports/knowledge.ts';
import type { QuestionMeanings } from '../ports/meanings.ts';
import { OWN_PACK, ownEntries } from './own-entries.ts';
import { lostTargets, pinnedTexts, pinsOf } from './pinned.ts';
import type { Ledger, State } from './state.ts';

/** Linked places that share one truth. */
export interface Community {
  /** The key of the place in which it began. */
  readonly id: string;
  readonly state: State;
  readonly knowledge: () => Effective;
  /** @param language a BCP 47 tag. */
  readonly answer: (question: string, language: string) => Answer;
}

export type EffectiveOptions = Parameters<typeof effectiveOf>[3] & {
  readonly editor: Parameters<typeof effectiveOf>[2];
  /** Default: none. */
  readonly meanings?: Pick<QuestionMeanings, 'of'>;
};

/** @param shared gives the packs as they are at the time. */
export function createCommunity(id: string, state: Ledger, shared: () => Shared, options: EffectiveOptions): Community {
  const knowledge = remembered(state, shared, options);
  const answer = remembering(
    (question, language) => answerFrom(shared().library, question, language, knowledge().overlay, options.meanings?.of(question)),
    () => `${state.version} ${shared().version}`,
    (question) => options.meanings?.of(question),
  );
  return { id, state, knowledge, answer };
}

/** What follows from a state and the packs, worked out anew only when either has changed. */
function remembered(state: State, shared: () => Shared, options: EffectiveOptions): () => Effective {
  let known: { readonly effective: Effective; readonly state: number; readonly shared: number } | undefined;
  return () => {
    const packs = shared();
    if (known?.state !== state.version || known.shared !== packs.version) {
      known = { effective: effectiveOf(state, packs, options.editor, options), state: state.version, shared: packs.version };
    }
    return known.effective;
  };
}

/** The community as it would be after some edits. */
export function lookAhead(state: State, shared: () => Shared, options: EffectiveOptions): Pick<Community, 'knowledge' | 'answer'> {
  const knowledge = remembered(state, shared, options);
  return { knowledge, answer: (question, language) => answerFrom(shared().library, question, language, knowledge().overlay, options.meanings?.of(question)) };
}

/** What a community knows: the packs it has chosen, with its own changes on top. */
interface Effective {
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

function effectiveOf(state: State, shared: Shared, editor: Editor, options: OverlayOptions & { readonly defaultLanguage: string }): Effective {
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

/** Answers that are remembered: what is asked often is worked out once. They stand in memory only, without who asked. */
const MOST = 300;

type Find = (question: string, language: string) => Answer;

/**
 * The same, but what was asked lately is not worked out again.
 * @param stamp another one whenever answers may be others. @param basis what the answer to one question rests on beside: another one makes another answer.
 */
export function remembering(find: Find, stamp: () => string, basis: (question: string) => unknown): Find {
  const known = new Map<string, { readonly answer: Answer; readonly from: unknown }>();
  let since = '';
  return (question, language) => {
    const now = stamp();
    if (now !== since) known.clear();
    since = now;
    const key = `${language} ${question}`;
    const from = basis(question);
    const before = known.get(key);
    const answer = before && before.from === from ? before.answer : find(question, language);
    known.delete(key);
    known.set(key, { answer, from });
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) known.delete(oldest.value);
    return answer;
  };
}
