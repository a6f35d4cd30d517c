import { LRUCache } from 'lru-cache';
import type { Entry } from '../../core/entry/entry.ts';
import { answerFrom, type EngineAnswer } from '../../core/search/engine.ts';
import { atOnce, type Overlay, type OverlayOptions, overlaySteps } from '../../core/search/overlay.ts';
import type { OwnIndex } from '../../core/search/own-index.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { waitedFor } from '../conversation/turns.ts';
import type { Editor, Flaw } from '../ports/editor.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import {
  type KnownTexts,
  lostTargets,
  OWN_PACK,
  type OwnEntries,
  ownEntries,
  pinnedTexts,
  pinsOf,
} from './own-entries.ts';
import { isSameState, type Ledger, type State } from './records.ts';

/** What a community has decided. */
export interface Decisions {
  readonly state: State;
}

/** What a community has decided, and which one it is. */
export interface NamedDecisions extends Decisions {
  /** Key of the place in which the community began. */
  readonly id: string;
}

/** One place, or several linked ones, with shared records and knowledge. */
export interface Community extends NamedDecisions {
  /**
   * Makes its knowledge ready in steps, so that others get their turns: thousands of entries take seconds. Without it,
   * the first question does all the work at once and holds up everybody.
   */
  readonly prepared: () => Promise<Community>;
  /** As `prepared`, for a caller that runs the steps itself; one for each text. */
  readonly steps: () => Generator<undefined, unknown>;
  readonly knowledge: () => Effective;
  readonly answer: (question: string, language: LanguageTag) => EngineAnswer;
}

export interface InCommunity {
  readonly community: Community;
}

export type EffectiveOptions = Omit<OverlayOptions, 'own'> & {
  readonly editor: Editor;
  readonly defaultLanguage: string;
};

/** Caches that all communities share. */
export interface CommunityCaches {
  readonly records: LRUCache<string, Ledger>;
  readonly knowledge: LRUCache<string, Known>;
  /** Preparations in progress, by community: all callers wait for the same promise. */
  readonly preparing: Map<string, Promise<unknown>>;
}

/** Knowledge, and the versions of state and packs that it was made from. */
interface Known {
  readonly effective: Effective;
  readonly state: number;
  readonly shared: number;
  /** The state with the previewed edits; undefined if it is the community's own state. */
  readonly ahead: State | undefined;
  /** Indexes of its own entries, which are updated from version to version. */
  readonly own: Map<string, OwnIndex>;
  readonly texts: KnownTexts;
  /** By language and question, not by asker. They refer to entries, so they are dropped with them. */
  readonly answers: LRUCache<string, EngineAnswer>;
}

/** Remembered answers of a community, so that frequent questions are worked out once. */
const MOST_ANSWERS = 3000;
/** Makes the cache count its items. With `max` alone it would allocate room for all of them in each community. */
const ONE = { size: 1 };
const BYTES = 1024 * 1024;

/** Part of the memory for records; the rest is for knowledge, which is made from them. */
const RECORDS_PART = 0.2;

/** @param megabytes for records and knowledge. Default: 128 */
export const createMemory = (megabytes = 128): CommunityCaches => ({
  records: new LRUCache({ maxSize: Math.floor(megabytes * BYTES * RECORDS_PART) }),
  knowledge: new LRUCache({ maxSize: Math.floor(megabytes * BYTES * (1 - RECORDS_PART)) }),
  preparing: new Map(),
});

/**
 * Caches a value, whose size may have changed since. A value larger than the whole cache is kept, alone.
 * @param size in bytes
 */
export function keepIn<T extends object>(cache: LRUCache<string, T>, key: string, value: T, size: number): void {
  // The library would keep the old size if it still has this same value.
  cache.delete(key);
  cache.set(key, value, { size: Math.max(1, Math.min(size, cache.maxSize)) });
}

/** @param shared gives the present packs */
export function createCommunity(
  id: string,
  state: State,
  shared: () => SharedKnowledge,
  options: EffectiveOptions,
  { knowledge: known, preparing }: Omit<CommunityCaches, 'records'>,
): Community {
  /** Keeps knowledge that is still in use when the cache drops it. */
  let held: Known | undefined;
  const current = (): Known | undefined => {
    const one = known.get(id) ?? held;
    return one?.state === state.version && one.shared === shared().version ? one : undefined;
  };
  const steps = function* (): Generator<undefined, Known> {
    const [before, same] = [known.get(id) ?? held, current()];
    if (same) return same;
    // A change that was just previewed is usually made next, so its knowledge is ready.
    const next = known.get(aheadOf(id));
    const packs = shared();
    const own = before?.own ?? next?.own ?? new Map<string, OwnIndex>();
    const isForeseen =
      next?.ahead && next.shared === packs.version && next.own === own && isSameState(next.ahead, state);
    const now = isForeseen
      ? { ...next, ahead: undefined, state: state.version }
      : yield* knownOf(state, packs, options, { own, texts: (before ?? next)?.texts });
    if (next) known.delete(aheadOf(id));
    keepIn(known, id, now, sizeOf(now));
    return now;
  };
  const ready = (): Known => {
    held = atOnce(steps());
    return held;
  };
  const prepared = async (): Promise<Community> => {
    if (!current()) {
      const preparation = preparing.get(id) ?? waitedFor.take(id, steps()).finally(() => preparing.delete(id));
      preparing.set(id, preparation);
      await preparation;
    }
    held = known.get(id) ?? held;
    return community;
  };
  const answer: Community['answer'] = (question, language) => {
    const now = ready();
    const key = JSON.stringify([language, question]);
    const before = now.answers.get(key);
    if (before) return before;
    const found = answerFrom(shared().library, question, language, now.effective.overlay);
    now.answers.set(key, found, ONE);
    const kept = known.peek(id);
    if (kept) keepIn(known, id, kept, sizeOf(kept));
    return found;
  };
  const community: Community = { id, state, prepared, steps, knowledge: () => ready().effective, answer };
  return community;
}

/**
 * Bytes for each character of own texts, indexed and parsed, and for each entry. Measured with English texts of 500
 * characters; a Chinese character takes twice as much.
 */
const [CHARACTER_BYTES, ENTRY_BYTES] = [110, 400];
/** Bytes of a remembered answer with its findings; measured in two languages. */
const ANSWER_BYTES = 10_000;

const sizeOf = ({ effective: { overlay, entries }, answers }: Known): number =>
  overlay.characters * CHARACTER_BYTES +
  (overlay.entries.size + entries.size) * ENTRY_BYTES +
  answers.size * ANSWER_BYTES;

const aheadOf = (id: string): string => `${id} ahead`;

/** The community as it would be after some edits. */
export function lookAhead(
  id: string,
  state: State,
  shared: () => SharedKnowledge,
  options: EffectiveOptions,
  { knowledge: known }: Pick<CommunityCaches, 'knowledge'>,
): Pick<Community, 'steps' | 'knowledge' | 'answer'> {
  let ahead: Known | undefined;
  const steps = function* (): Generator<undefined, Known> {
    const packs = shared();
    if (ahead?.shared === packs.version) return ahead;
    const live = known.get(id);
    const own = live?.own ?? new Map<string, OwnIndex>();
    ahead = { ...(yield* knownOf(state, packs, options, { own, texts: live?.texts })), ahead: state };
    keepIn(known, aheadOf(id), ahead, sizeOf(ahead));
    return ahead;
  };
  const knowledge = () => atOnce(steps()).effective;
  return {
    steps,
    knowledge,
    answer: (question, language) => answerFrom(shared().library, question, language, knowledge().overlay),
  };
}

/** Reuses texts and indexes of another version. */
function* knownOf(
  state: State,
  packs: SharedKnowledge,
  options: EffectiveOptions,
  { own, texts: known }: Pick<Known, 'own'> & { readonly texts: KnownTexts | undefined },
): Generator<undefined, Known> {
  const { version } = state;
  const { touched, unreadable, texts } = yield* ownEntries(state, packs, options.editor, { ...options, known });
  const effective = yield* effectiveOf(state, packs, { touched, unreadable }, { ...options, own });
  yield* effective.overlay.steps();
  const answers = new LRUCache<string, EngineAnswer>({ maxSize: MOST_ANSWERS });
  return { effective, state: version, shared: packs.version, ahead: undefined, own, texts, answers };
}

/** Knowledge of a community: the packs it has chosen, with its own changes on top. */
interface Effective {
  readonly overlay: Overlay;
  /** Entries that can be answered, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Also the retired, the unreadable, and the texts of pins. */
  readonly all: ReadonlyMap<string, Entry>;
  readonly retired: ReadonlySet<string>;
  /** Own entries whose text can no longer be parsed, by id, with their flaws. They are not answered. */
  readonly unreadable: ReadonlyMap<string, readonly Flaw[]>;
}

function* effectiveOf(
  state: State,
  shared: SharedKnowledge,
  { touched, unreadable }: Pick<OwnEntries, 'touched' | 'unreadable'>,
  options: EffectiveOptions & OverlayOptions,
): Generator<undefined, Effective> {
  const pinned = pinnedTexts(state, options.editor);
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
  const overlay = yield* overlaySteps(
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

/** Made when first asked for: they take a while in large packs. */
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
