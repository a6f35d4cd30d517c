import { setTimeout } from 'node:timers/promises';
import { buildLibrary, type LibraryOptions as CoreOptions } from '../../core/search/library.ts';
import { refuseErrors } from '../format/problem.ts';
import type { Locales } from '../languages/locales.ts';
import { type CacheFailure, type CachePlace, openModelCache } from '../learned/model-cache.ts';
import type { Folders } from '../packs/find-packs.ts';
import { type Knowledge, readKnowledge } from '../packs/read-knowledge.ts';
import { type FolderState, folderState, isSameState } from './folder-state.ts';
import { inTurn, onceInTurn } from './in-turn.ts';
import { type Hear, type Learn, learn, takeFrom } from './learn.ts';
import { learnInWorker } from './learn-in-worker.ts';
import { type Shared, sharedOf } from './shared.ts';
import { createStage, type Reloaded } from './stage.ts';

/** Knowledge that can change while it is answered from. */
export interface LiveKnowledge {
  /** Knowledge to answer from. Take it again for each question, and once for all parts of its answer. */
  readonly current: () => Shared;
  /**
   * Reads the folder again, checks it, and puts it in the place of what was answered from. One reload happens after the
   * other; those asked for while one waits are one. If a check fails before new knowledge was learned, the result comes
   * once it is: after some ten seconds, or as that of a newer reload.
   */
  readonly reload: () => Promise<Reloaded>;
  /** Reads from other folders from now on. A reload, or the watch within some seconds, puts what is there live. */
  readonly moveTo: (dir: Folders) => void;
  readonly isLearning: () => boolean;
  /** Why what is learned cannot be kept for the next start; undefined if it can. */
  readonly cacheFailure: () => CacheFailure | undefined;
  /** @returns takes the listener away. */
  readonly onSwap: (listener: (shared: Shared) => void) => () => void;
  /** Reloads when the folder changes. Never throws; whatever happens to the folder, it goes on. @returns ends it. */
  readonly watch: (onResult: (result: Reloaded) => void) => () => void;
  /** Stops watching and learning; nothing is swapped from now on. */
  readonly close: () => Promise<void>;
}

export interface OpenOptions extends LibraryOptions {
  /**
   * Told of what goes wrong beside the results of reloads: learning that fails, a listener that throws; a
   * KnowledgeError of warnings if checks fail with what was learned. None of them changes what is answered.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** How changes are learned. Default: in a thread. */
  readonly learn?: Learn | undefined;
  /** Milliseconds until that begins: the first questions have the machine for themselves. Default: 0. */
  readonly pause?: number | undefined;
}

/** @throws KnowledgeError with all problems, if any is an error. */
export async function openKnowledge(options: OpenOptions): Promise<LiveKnowledge> {
  let cacheFailure: CacheFailure | undefined;
  const onCacheFailure = (found: CacheFailure): void => {
    if (cacheFailure === undefined) options.onCacheFailure?.(found);
    cacheFailure ??= found;
  };
  let onDamaged = (): void => undefined;
  const opened = await openLibrary({ ...options, onCacheFailure }, () => onDamaged());
  const hear: Hear = (news) =>
    news.kind === 'progress' ? options.onProgress?.('learning', news.done, news.total) : onCacheFailure(news);
  const { learn, ...live } = liveFrom(opened, options, hear);
  if (options.learning === 'behind') {
    onDamaged = () => learn(true);
    learn(false);
  }
  return { ...live, cacheFailure: () => cacheFailure };
}

function liveFrom(
  opened: Opened,
  {
    dir: firstDir,
    root,
    cacheDir,
    locales: { languages, background, detect, glosses },
    onError = () => undefined,
    learn = learnInWorker(),
    pause = 0,
  }: OpenOptions,
  hear: Hear,
) {
  let { state } = opened;
  let dir = firstDir;
  const closing = new AbortController();
  const turn = inTurn();
  const listeners = new Set<(shared: Shared) => void>();
  const onSwap = (shared: Shared): void => {
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
    learn: pause > 0 ? learnLater(learn, pause) : learn,
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
  const reload = async (): Promise<Reloaded> => (await read()).result;
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
        // One look may have waited for other work; two have waited for the folder.
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
    onSwap: (listener: (shared: Shared) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watch,
    close,
    isLearning: stage.isLearning,
    learn: stage.learn,
  };
}

/**
 * One result can end several reloads, if a newer state of the folder has overtaken an older one. Nothing is told after
 * the end.
 */
function unlessTold(tell: (result: Reloaded) => void, ending: AbortSignal): (result: Reloaded) => void {
  let told: Reloaded | undefined;
  return (result) => {
    if (result === told || ending.aborted) return;
    told = result;
    tell(result);
  };
}

/**
 * Milliseconds between two looks at the folder: at least so many, and so rare that looking takes one part in so many of
 * the time. News from the system would be quicker, but are missing for network folders and for what takes another's
 * place.
 */
const PULSE = 1000;
const RARITY = 20;

interface StillKnowledge {
  readonly knowledge: Knowledge;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
}

/**
 * Milliseconds for which a folder must not have changed: editors empty a file before they write it, and checkouts write
 * many.
 */
const STILL = 100;
/** A folder that keeps changing is read as it is after so many tries. */
const MOST_TRIES = 20;

/** Reads a folder that nobody is writing to meanwhile; half a file would be refused, or worse, would go live. */
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

/** @param pause milliseconds from now on, before which nothing is learned */
function learnLater(learn: Learn, pause: number): Learn {
  const earliest = performance.now() + pause;
  return async (lesson, signal, hear) => {
    await setTimeout(Math.max(0, earliest - performance.now()), undefined, { ref: false, signal });
    return learn(lesson, signal, hear);
  };
}

interface LibraryOptions extends CachePlace {
  /** Packs, or folders of packs. */
  readonly dir: Folders;
  readonly locales: Locales;
  /**
   * How languages are served of which no model is kept. `first`: they are learned before anything is answered, here.
   * `behind`: they serve untrained, and are learned in a thread meanwhile. `never`: they serve untrained. Default:
   * first.
   */
  readonly learning?: 'first' | 'behind' | 'never' | undefined;
  /** Told what is being done, and how far it is. Default: nobody is told. */
  readonly onProgress?: ((doing: 'reading' | 'learning', done: number, total: number) => void) | undefined;
  /** Told once, if models cannot be kept. Default: nobody is told. */
  readonly onCacheFailure?: ((cacheFailure: CacheFailure) => void) | undefined;
}

interface Opened {
  readonly shared: Shared;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
}

/**
 * Reads the folder, and opens what is known of it. Each language is opened or indexed when it is first asked.
 * @param onDamaged told when a model that was kept turns out to be damaged; its language serves untrained from then on.
 * @throws KnowledgeError with all errors of knowledge and languages, if there is any.
 */
async function openLibrary(
  { dir, root, cacheDir, locales, learning = 'first', onProgress, onCacheFailure }: LibraryOptions,
  onDamaged: () => void,
): Promise<Opened> {
  const state = await folderState(dir);
  const knowledge = await readKnowledge(dir, { onProgress: (done, total) => onProgress?.('reading', done, total) });
  refuseErrors([...locales.problems, ...knowledge.problems]);
  const { entries } = knowledge;
  const lesson = { root, cacheDir, entries, locales };
  const cache = await openModelCache(lesson, entries, locales);
  const cacheFailure = cache.cacheFailure();
  if (cacheFailure) onCacheFailure?.(cacheFailure);
  const share = async (options: Pick<CoreOptions, 'learned' | 'unlearned'>, isTrained: boolean): Promise<Opened> => {
    const library = buildLibrary(entries, { ...locales, ...options });
    const shared = await sharedOf({ library, isTrained, learned: library.entries }, knowledge, 1, locales);
    return { shared, state };
  };
  if (learning === 'first') {
    const hear: Hear = (news) =>
      news.kind === 'progress' ? onProgress?.('learning', news.done, news.total) : onCacheFailure?.(news);
    return share({ learned: cache.isWhole() ? cache.learned : takeFrom(await learn(lesson, hear)) }, true);
  }
  const learned = (base: string) => {
    const wasThere = cache.has(base);
    const one = cache.learned(base);
    if (wasThere && !one) onDamaged();
    return one;
  };
  return share({ learned, unlearned: 'serve' }, cache.isWhole());
}
