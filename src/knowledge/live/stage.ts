import type { Learned } from '../../core/search/learn.ts';
import {
  buildLibrary,
  indexNamesOf,
  type LearnedEarlier,
  type Library,
  type PackIndex,
} from '../../core/search/library.ts';
import type { OverlayOptions } from '../../core/search/overlay.ts';
import { KnowledgeError, type Problem } from '../format/problem.ts';
import type { Locales } from '../languages/locales.ts';
import { dataIn } from '../learned/model-file.ts';
import { type Knowledge, weightsFor } from '../packs/read-knowledge.ts';
import type { InTurn } from './in-turn.ts';
import type { Learn, Lesson, LessonResult } from './learn.ts';
import { createLearning, type Hear, type Wanted } from './learning.ts';
import { type KnowledgeChange, type Renewal, regressions, renew } from './renewal.ts';
import {
  buildIndexes,
  type Differences,
  type Entries,
  type FolderKnowledge,
  isSameLesson,
  sharedOf,
} from './shared.ts';

/** Result of reading the folder again. */
export type StageResult =
  | { readonly kind: 'unchanged' }
  /** Ids; none if only packs or checks have changed. */
  | ({ readonly kind: 'live' } & Differences)
  /** The old knowledge stays. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface StageOptions extends Omit<Lesson, 'entries' | 'index' | 'locales' | 'weights'> {
  readonly locales: Pick<Locales, 'languages' | 'background' | 'detect' | 'glosses'>;
  readonly learn: Learn;
  readonly hear: Hear;
  /** See LearningOptions. */
  readonly first: string | undefined;
  /** The turn in which `put` is called. */
  readonly turn: InTurn;
  readonly onSwap: (shared: FolderKnowledge) => void;
  readonly onError: (error: unknown) => void;
}

interface Waiting extends KnowledgeChange {
  readonly problems: readonly Problem[];
  readonly resolve: (result: StageResult | Promise<StageResult>) => void;
}

/** An index that was learned from some entries. */
interface LearnedIndex extends Wanted {
  readonly model: Model;
}

type Model = LessonResult['model'];

/** Opens each model once, when its index is built. */
function openedLater(models: ReadonlyMap<string, Model>): LearnedEarlier {
  const left = new Map(models);
  return {
    has: (key) => models.has(key),
    get: (key) => {
      const model = left.get(key);
      left.delete(key);
      return model && (dataIn(model) as Learned);
    },
  };
}

/**
 * The knowledge that serves, and the one that waits to replace it. Knowledge that passes its checks untrained goes live
 * at once and is learned afterwards. Other knowledge is learned first, and the old one answers meanwhile: an untrained
 * index is worse, so only a learned one can tell whether the knowledge is wrong.
 */
export function createStage(first: FolderKnowledge, { locales, turn, onSwap, onError, ...options }: StageOptions) {
  let served = first;
  let waiting: Waiting | undefined;
  let isClosed = false;
  let isLearner = false;
  // Indexes of texts that the library does not have yet: they are adopted once all are learned.
  const ready = new Map<string, LearnedIndex>();
  // Entries that fail their checks after learning, too.
  let refused: Entries | undefined;
  const target = (): FolderKnowledge => waiting?.next ?? served;
  const swap = (next: FolderKnowledge): void => {
    served = next;
    onSwap(next);
  };
  const resolve = (result: StageResult | Promise<StageResult>): void => {
    const before = waiting;
    waiting = undefined;
    before?.resolve(result);
  };
  const isReady = ({ name, entries }: Wanted): boolean => {
    const known = ready.get(name.key);
    return known !== undefined && isSameLesson(name, known.entries, entries);
  };
  const wanted = (): Wanted[] => {
    const { entries, knowledge } = target();
    if (!isLearner || entries === refused) return [];
    const all = [...entries.values()];
    return indexNamesOf(all)
      .map((name) => ({ name, entries: all, weights: weightsFor(name, knowledge) }))
      .filter((one) => !isServed(served, one) && !isReady(one));
  };
  const onLearned = async ({ name, entries }: Wanted, model: Model): Promise<void> => {
    if (isInLibrary(served, { name, entries })) await takePlace(name.key, model);
    else ready.set(name.key, { name, entries, model });
    if (ready.size > 0 && wanted().every((one) => isInLibrary(served, one))) await adoptAll();
  };
  /** Replaces an untrained index by a learned one of the same texts. */
  const takePlace = async (key: string, model: Model): Promise<void> => {
    const indexes = await indexesOf(served, new Map([[key, model]]), locales);
    if (isClosed) return;
    swap({ ...served, library: { ...served.library, indexes }, version: served.version + 1 });
  };
  const adoptAll = async (): Promise<void> => {
    const candidate = waiting;
    const models = new Map([...ready].map(([key, { model }]) => [key, model]));
    const next = await adopt(served, target(), models, locales);
    // An untrained index is no measure for a learned one; and asking it would build it.
    const isMeasured = candidate !== undefined || served.library.indexes.every(({ isLearned }) => isLearned);
    const problems = isMeasured ? await regressions(served, next) : [];
    if (isClosed) return;
    ready.clear();
    if (problems.length === 0) {
      swap(next);
      if (candidate) resolve({ kind: 'live', ...candidate.differences });
    } else if (candidate) resolve({ kind: 'refused', problems });
    else {
      refused = served.entries;
      onError(new KnowledgeError(problems.map((problem) => ({ ...problem, level: 'warning' }))));
    }
  };
  const learning = createLearning({
    ...options,
    locales,
    wanted,
    onError: (error) => {
      onError(error);
      if (waiting) resolve({ kind: 'refused', problems: waiting.problems });
    },
    onLearned: (lesson, model, isWanted) => turn(async () => (isWanted() ? onLearned(lesson, model) : undefined)),
  });
  const decide = (renewal: Renewal): Promise<StageResult> => {
    if (isClosed) return Promise.resolve({ kind: 'unchanged' });
    if (renewal.kind === 'failed') {
      const result = new Promise<StageResult>((resolve) => {
        waiting = { ...renewal, resolve };
      });
      if (learning.hasWork()) {
        learning.follow();
        return result;
      }
      waiting = undefined;
    }
    if (renewal.kind === 'passed') swap(renewal.next);
    learning.follow();
    return Promise.resolve(resultOf(renewal));
  };
  return {
    current: (): FolderKnowledge => served,
    /** From now on, learns whatever serves untrained. */
    learn: (): void => {
      isLearner = true;
      if (!isClosed) learning.follow();
    },
    hasAsked: learning.hasAsked,
    isLearning: learning.isRunning,
    /**
     * Answers from new knowledge if it passes its checks. The result can come later: see `failed` in Renewal. One call
     * at a time.
     */
    put: async (knowledge: Knowledge): Promise<{ readonly result: Promise<StageResult> }> => {
      isLearner = true;
      const renewal = await renew(served, knowledge, locales);
      const before = waiting;
      waiting = undefined;
      const result = decide(renewal);
      // Callers that wait for an older state of the folder are told the result of the newer one.
      before?.resolve(result);
      return { result };
    },
    close: async (): Promise<void> => {
      isClosed = true;
      resolve({ kind: 'unchanged' });
      await learning.stop();
    },
  };
}

/** Whether the library has an index of the same texts. */
const isInLibrary = ({ library, learned }: FolderKnowledge, { name, entries }: Wanted): boolean =>
  library.indexes.some(({ key }) => key === name.key) && isSameLesson(name, [...learned.values()], entries);

/** Whether that index is learned, too. */
const isServed = (shared: FolderKnowledge, one: Wanted): boolean =>
  shared.library.indexes.some(({ key, isLearned }) => key === one.name.key && isLearned) && isInLibrary(shared, one);

function resultOf(renewal: Renewal): StageResult {
  switch (renewal.kind) {
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'passed':
      return { kind: 'live', ...renewal.differences };
    case 'refused':
    case 'failed':
      return { kind: 'refused', problems: renewal.problems };
  }
}

type IndexOptions = OverlayOptions & Pick<Locales, 'detect' | 'glosses'>;

/**
 * A library's indexes, with learned ones for those that have a model; they are built first if somebody has asked them.
 */
async function indexesOf(
  { library, learned }: FolderKnowledge,
  models: ReadonlyMap<string, Model>,
  options: IndexOptions,
): Promise<readonly PackIndex[]> {
  const kept = (key: string) => (models.has(key) ? undefined : library.indexes.find((index) => index.key === key));
  const { indexes } = buildLibrary([...learned.values()], { ...options, built: kept, learned: openedLater(models) });
  await buildIndexes(indexes.filter(({ key }) => models.has(key) && isWanted(library, key)));
  return indexes;
}

const isWanted = ({ indexes }: Library, key: string): boolean =>
  indexes.some((index) => index.key === key && index.isWanted);

/** Replaces the library and its overlay by what was learned. @param target whose entries were learned. */
async function adopt(
  served: FolderKnowledge,
  target: FolderKnowledge,
  models: ReadonlyMap<string, Model>,
  options: IndexOptions,
): Promise<FolderKnowledge> {
  const entries = [...target.entries.values()];
  const built = (key: string): PackIndex | undefined => {
    const index = served.library.indexes.find((one) => one.key === key);
    return index && !models.has(key) && isInLibrary(served, { name: index, entries }) ? index : undefined;
  };
  const library = buildLibrary(entries, {
    ...options,
    built,
    learned: openedLater(models),
    unlearned: 'serve',
  });
  await buildIndexes(library.indexes.filter(({ key }) => models.has(key) && isWanted(served.library, key)));
  return sharedOf({ library, learned: library.entries }, target.knowledge, served.version + 1, options);
}
