import type { Entry } from '../../core/entry/entry.ts';
import { type Answer, answerFrom } from '../../core/search/engine.ts';
import { buildOverlay, type Overlay, type OverlayOptions } from '../../core/search/overlay.ts';
import type { OwnIndex } from '../../core/search/own-index.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { Shared } from '../ports/knowledge.ts';
import type { QuestionMeanings } from '../ports/meanings.ts';
import { type Bounded, bounded } from './bounded.ts';
import { OWN_PACK, ownEntries } from './own-entries.ts';
import { lostTargets, pinnedTexts, pinsOf } from './pinned.ts';
import { isSameState, type Ledger, type State } from './state.ts';

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

/** Caches that all communities share. */
export interface Memory {
  /** Decisions of communities, as they are in the store. */
  readonly records: Bounded<Ledger>;
  readonly knowledge: Bounded<Known>;
  /** They are in memory only, without who asked. */
  readonly answers: Bounded<KnownAnswer>;
}

/** Results, and the versions of the state and the packs that they are for. */
interface Known {
  readonly effective: Effective;
  readonly state: number;
  readonly shared: number;
  /** The records that were looked ahead to; missing if they are the community's. */
  readonly ahead?: State;
  /** The indexes of its own entries, which go on from version to version. */
  readonly own: Map<string, OwnIndex>;
}

interface KnownAnswer {
  readonly answer: Answer;
  readonly stamp: string;
  /** The question's vector, as an encoder gave it. */
  readonly meaning: unknown;
}

/** Answers that are remembered: what is asked often is worked out once. */
const MOST_ANSWERS = 3000;
const BYTES = 1024 * 1024;

/** Of the megabytes, what communities decided has a part; the rest is for what follows from it. */
const RECORDS_PART = 0.2;

/** @param megabytes of what communities decided and know; default: 128. */
export const createMemory = (megabytes = 128): Memory => ({
  records: bounded(megabytes * BYTES * RECORDS_PART),
  knowledge: bounded(megabytes * BYTES * (1 - RECORDS_PART)),
  answers: bounded(MOST_ANSWERS),
});

/** @param shared gives the packs as they are at the time. */
export function createCommunity(
  id: string,
  state: State,
  shared: () => Shared,
  options: EffectiveOptions,
  { knowledge: known, answers }: Pick<Memory, 'knowledge' | 'answers'>,
): Community {
  const knowledge = (): Effective => {
    const packs = shared();
    const before = known.get(id);
    if (before?.state === state.version && before.shared === packs.version) return before.effective;
    // A change that was just looked ahead to has mostly been made.
    const next = known.get(aheadOf(id));
    const own = before?.own ?? next?.own ?? new Map<string, OwnIndex>();
    const effective =
      next?.ahead && next.shared === packs.version && next.own === own && isSameState(next.ahead, state)
        ? next.effective
        : effectiveOf(state, packs, options.editor, { ...options, own });
    if (next) known.remove(aheadOf(id));
    known.set(id, { effective, state: state.version, shared: packs.version, own }, sizeOf(effective));
    return effective;
  };
  const answer: Community['answer'] = (question, language) => {
    const key = JSON.stringify([id, language, question]);
    const [stamp, meaning] = [`${state.version} ${shared().version}`, options.meanings?.of(question)];
    const before = answers.get(key);
    if (before?.stamp === stamp && before.meaning === meaning) return before.answer;
    const found = answerFrom(shared().library, question, language, knowledge().overlay, meaning);
    answers.set(key, { answer: found, stamp, meaning }, 1);
    return found;
  };
  return { id, state, knowledge, answer };
}

/** Bytes that a character of a community's own texts takes in an index and as it is read, and an entry; measured. */
const [CHARACTER_BYTES, ENTRY_BYTES] = [75, 400];

const sizeOf = ({ overlay, entries }: Effective): number =>
  overlay.characters * CHARACTER_BYTES + (overlay.entries.size + entries.size) * ENTRY_BYTES;

const aheadOf = (id: string): string => `${id} ahead`;

/** The community as it would be after some edits. */
export function lookAhead(
  id: string,
  state: State,
  shared: () => Shared,
  options: EffectiveOptions,
  { knowledge: known }: Memory,
): Pick<Community, 'knowledge' | 'answer'> {
  let own: Known | undefined;
  const knowledge = (): Effective => {
    const packs = shared();
    if (own?.shared === packs.version) return own.effective;
    const live = known.get(id)?.own ?? new Map<string, OwnIndex>();
    const effective = effectiveOf(state, packs, options.editor, { ...options, own: live, isChanging: true });
    own = { effective, state: state.version, shared: packs.version, ahead: state, own: live };
    known.set(aheadOf(id), own, sizeOf(effective));
    return effective;
  };
  return {
    knowledge,
    answer: (question, language) =>
      answerFrom(shared().library, question, language, knowledge().overlay, options.meanings?.of(question)),
  };
}

/** Knowledge of a community: the packs it has chosen, with its own changes on top. */
interface Effective {
  readonly overlay: Overlay;
  /** Entries that can be answered, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Also those that are retired, cannot be read, or are in pins only. */
  readonly all: ReadonlyMap<string, Entry>;
  /** Ids of entries that were retired. */
  readonly retired: ReadonlySet<string>;
  /** Entries of the community whose text can no longer be read, by id: what is wrong with it. They are not answered. */
  readonly unreadable: ReadonlyMap<string, readonly Flaw[]>;
}

function effectiveOf(
  state: State,
  shared: Shared,
  editor: Editor,
  options: OverlayOptions & { readonly defaultLanguage: string; readonly isChanging?: boolean },
): Effective {
  const { touched, unreadable } = ownEntries(state, shared, editor, options);
  const pinned = pinnedTexts(state, editor);
  const retired = new Set(state.all('retired').map(([id]) => id));
  const lists = listsOf(shared.entries, touched, pinned, visibleTo(retired, unreadable, state.get('setting', 'packs')));
  const lost = lostTargets(state, (id) => lists.all.has(id) || shared.library.entries.has(id));
  const hidden = new Set([
    ...[...shared.entries.keys(), ...touched.keys()].filter((id) => !lists.entries.has(id)),
    ...shared.gone,
    ...lost.keys(),
  ]);
  const changed = new Map(
    [...shared.changed, ...touched.values(), ...pinned.values(), ...lost.values()].map((entry) => [entry.id, entry]),
  );
  const overlay = buildOverlay(
    shared.library,
    { entries: [...changed.values()], hidden, pins: pinsOf(state) },
    options,
  );
  return Object.assign(lists, { overlay, retired, unreadable });
}

type Entries = ReadonlyMap<string, Entry>;

const visibleTo =
  (retired: ReadonlySet<string>, unreadable: Effective['unreadable'], packs: readonly string[] | string | undefined) =>
  ([id, { pack }]: readonly [string, Entry]): boolean =>
    !retired.has(id) && !unreadable.has(id) && (packs === undefined || pack === OWN_PACK || packs.includes(pack));

/** Lists of all entries, made when they are first asked for. */
function listsOf(
  shared: Entries,
  touched: Entries,
  pinned: Entries,
  isVisible: (one: readonly [string, Entry]) => boolean,
): Pick<Effective, 'entries' | 'all'> {
  let visible: Entries | undefined;
  let all: Entries | undefined;
  return {
    get entries() {
      visible ??= new Map([...shared, ...touched].filter(isVisible));
      return visible;
    },
    get all() {
      all ??= new Map([...shared, ...touched, ...pinned]);
      return all;
    },
  };
}
