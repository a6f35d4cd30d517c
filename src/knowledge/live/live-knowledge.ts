import { setTimeout } from 'node:timers/promises';
import type { PackIndexName } from '../../core/search/library.ts';
import { type CacheFailure, isUnused } from '../learned/model-cache.ts';
import type { Folders } from '../packs/find-packs.ts';
import { type Knowledge, readKnowledge } from '../packs/read-knowledge.ts';
import { type FolderState, folderState, isSameState } from './folder-state.ts';
import { inTurn, onceInTurn } from './in-turn.ts';
import type { Language, Learn } from './learn.ts';
import { type Hear, learnInWorker, localesOf } from './learning.ts';
import { type FolderOptions, type Opened, openLibrary } from './open-library.ts';
import type { FolderKnowledge } from './shared.ts';
import { createStage, type StageResult } from './stage.ts';

/** Knowledge that can change while the bot answers from it. */
export interface LiveKnowledge {
  /** To be called once for each question, so that all parts of an answer come from the same knowledge. */
  readonly current: () => FolderKnowledge;
  /**
   * Reads the folder again, checks it, and answers from it from then on. Reloads run one after the other; calls before
   * one has begun share it. If new knowledge fails a check before it is learned, the result comes once it is, some ten
   * seconds later, or is that of a newer reload.
   */
  readonly reload: () => Promise<StageResult>;
  /** Changes the folders, from the next reload on; `watch` makes one within some seconds. */
  readonly moveTo: (dir: Folders) => void;
  readonly isLearning: () => boolean;
  /** Why what is learned cannot be kept for the next start; undefined if it can. */
  readonly cacheFailure: () => CacheFailure | undefined;
  /** Told when other knowledge begins to serve. @returns removes the listener. */
  readonly onSwap: (listener: (shared: FolderKnowledge) => void) => () => void;
  /** Reloads when the folder changes. Never throws, and goes on whatever happens to the folder. @returns ends it. */
  readonly watch: (onResult: (result: StageResult) => void) => () => void;
  /** Stops watching and learning; nothing is swapped from now on. */
  readonly close: () => Promise<void>;
}

export interface OpenOptions extends FolderOptions {
  /**
   * Told of errors that are no reload's result: learning failed, a listener threw, or, as a KnowledgeError of warnings,
   * checks fail with what was learned. Answers stay as they are.
   */
  readonly onError?: (error: unknown) => void;
  /** How changes are learned. Default: in a thread. */
  readonly learn?: Learn;
  /** Primary subtag of the language that is learned first if nobody has asked yet. Default: any. */
  readonly first?: string;
}

/** @throws KnowledgeError with all problems, if any is an error. */
export async function openKnowledge(options: OpenOptions): Promise<LiveKnowledge> {
  const opening = new AbortController();
  const { signal } = opening;
  const learn = options.learn ?? learnInWorker({ first: await firstTaught(options), signal });
  try {
    return await open({ ...options, learn });
  } finally {
    opening.abort();
  }
}

/** The language that is learned first, if that is certain before the folder is read: nothing was ever learned. */
async function firstTaught({ learning, first, cacheDir, locales }: OpenOptions): Promise<Language | undefined> {
  const isPlain = learning === 'behind' && first !== undefined && (await isUnused(cacheDir));
  return isPlain ? { base: first, locales: localesOf(locales, first) } : undefined;
}

type TaughtOptions = OpenOptions & Required<Pick<OpenOptions, 'learn'>>;

async function open(options: TaughtOptions): Promise<LiveKnowledge> {
  let cacheFailure: CacheFailure | undefined;
  const onCacheFailure = (found: CacheFailure): void => {
    if (cacheFailure === undefined) options.onCacheFailure?.(found);
    cacheFailure ??= found;
  };
  let onBuild: (name: PackIndexName, isLearned: boolean) => void = () => undefined;
  const opened = await openLibrary({ ...options, onCacheFailure }, (...built) => onBuild(...built));
  const hear: Hear = (news) =>
    news.kind === 'progress' ? options.onProgress?.('learning', news.done, news.total) : onCacheFailure(news);
  const { learn, hasAsked, close, ...live } = liveFrom(opened, options, hear);
  if (options.learning === 'behind') {
    onBuild = ({ base }, isLearned) => {
      if (isLearned) return;
      hasAsked(base);
      // The model that was kept may have turned out to be damaged.
      learn();
    };
    learn();
  }
  return {
    ...live,
    cacheFailure: () => cacheFailure,
    close: async () => {
      await Promise.all([close(), opened.kept()]);
    },
  };
}

function liveFrom(
  opened: Opened,
  {
    dir: firstDir,
    root,
    cacheDir,
    locales: { languages, background, detect, glosses },
    onError = () => undefined,
    learn,
    first,
  }: TaughtOptions,
  hear: Hear,
) {
  let { state } = opened;
  let dir = firstDir;
  const closing = new AbortController();
  const turn = inTurn();
  const listeners = new Set<(shared: FolderKnowledge) => void>();
  const onSwap = (shared: FolderKnowledge): void => {
    for (const tell of listeners) {
      try {
        tell(shared);
      } catch (error) {
        onError(error);
      }
    }
  };
  const stage = createStage(opened.shared, {
    root,
    cacheDir,
    locales: { languages, background, detect, glosses },
    inUse: opened.files,
    learn,
    first,
    hear,
    turn,
    onSwap,
    onError,
  });
  const read = onceInTurn(turn, async () => {
    const still = await readStill(dir);
    state = still.state;
    return stage.put(still.knowledge);
  });
  const reload = async (): Promise<StageResult> => (await read()).result;
  const watch: LiveKnowledge['watch'] = (onResult) => {
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, closing.signal]);
    const tell = unlessTold(onResult, signal);
    const hasNews = async (): Promise<boolean> => !isSameState(await folderState(dir), state);
    const tellNews = async (): Promise<void> => {
      const { result } = await read();
      void result.then(tell).catch(onError);
    };
    const run = async (): Promise<void> => {
      let before = 0;
      while (!signal.aborted) {
        const start = performance.now();
        const isNew = await hasNews();
        const end = performance.now();
        if (isNew && !signal.aborted) await tellNews().catch(onError);
        // One look may have waited for other work; if two were slow, the folder is.
        const looking = Math.min(before, end - start);
        before = end - start;
        const pause = Math.max(PULSE, RARITY * looking, performance.now() - end);
        await setTimeout(pause, undefined, { signal, ref: false }).catch(() => undefined);
      }
    };
    void run();
    return () => ending.abort();
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await stage.close();
  };
  return {
    current: stage.current,
    reload,
    moveTo: (next: Folders) => {
      dir = next;
    },
    onSwap: (listener: (shared: FolderKnowledge) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watch,
    close,
    isLearning: stage.isLearning,
    learn: stage.learn,
    hasAsked: stage.hasAsked,
  };
}

/**
 * Tells each result once: reloads share one if a newer state of the folder overtook an older one. Silent after the end.
 */
function unlessTold(tell: (result: StageResult) => void, ending: AbortSignal): (result: StageResult) => void {
  let told: StageResult | undefined;
  return (result) => {
    if (result === told || ending.aborted) return;
    told = result;
    tell(result);
  };
}

/**
 * Milliseconds between two looks at the folder: at least `PULSE`, and at least `RARITY` times as many as a look takes.
 * `fs.watch` is quicker, but misses changes of network folders and of folders that are replaced.
 */
const PULSE = 1000;
const RARITY = 20;

interface StillKnowledge {
  readonly knowledge: Knowledge;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
}

/** Milliseconds without a change: editors empty a file before they write it, and checkouts write many files. */
const STILL = 100;
/** After so many tries, a folder that keeps changing is taken as it is. */
const MOST_TRIES = 20;

/** Reads a folder while nobody writes to it: half a file would be refused or, worse, go live. */
export async function readStill(
  dir: Folders,
  read: (dir: Folders) => Promise<Knowledge> = readKnowledge,
): Promise<StillKnowledge> {
  for (let tries = 1; ; tries++) {
    const state = await folderState(dir);
    const [knowledge] = await Promise.all([read(dir), setTimeout(STILL)]);
    if (tries === MOST_TRIES || isSameState(state, await folderState(dir))) return { knowledge, state };
  }
}
