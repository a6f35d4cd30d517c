import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Entry } from '../../core/entry/entry.ts';
import type { PackIndexName } from '../../core/search/library.ts';
import { baseOf } from '../../core/text/language.ts';
import type { FittedWeights } from '../learned/fitted-weights.ts';
import type { CacheFailure } from '../learned/model-cache.ts';
import type { Language, Learn, Lesson, LessonResult } from './learn.ts';
import { isSameLesson } from './shared.ts';

/** An index to learn, and the entries of all packs. */
export interface Wanted {
  readonly name: PackIndexName;
  readonly entries: readonly Entry[];
  /** See Lesson. */
  readonly weights?: FittedWeights;
}

export type LearningNews =
  /** Counted in indexes. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'cache-failure' } & CacheFailure);

export type Hear = (news: LearningNews) => void;

export interface LearningOptions extends Omit<Lesson, 'entries' | 'index' | 'weights'> {
  readonly learn: Learn;
  readonly hear: Hear;
  /** Primary subtag of the language that is learned first if nobody has asked yet. Default: any. */
  readonly first?: string;
  /** All that is to be learned at present. */
  readonly wanted: () => readonly Wanted[];
  readonly onLearned: (lesson: Wanted, model: LessonResult['model'], isWanted: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

interface Running extends Wanted {
  readonly abort: AbortController;
}

/** Learns, one index at a time, what is wanted: first the languages in which somebody has asked. */
export function createLearning(options: LearningOptions) {
  const { learn, hear, first, wanted, onLearned, onError, locales, inUse, ...place } = options;
  let running: Running | undefined;
  let last = Promise.resolve();
  let done = 0;
  let isStopped = false;
  const asked = new Set<string>();
  const files = new Map<string, string>();
  // Lessons that failed: tried again when their texts change.
  const failed = new Map<string, Wanted>();
  const left = (): Wanted[] =>
    wanted().filter((one) => {
      const before = failed.get(one.name.key);
      return !before || !isSame(before, one);
    });
  const urgency = ({ name: { base } }: Wanted): number => (asked.has(base) ? 2 : base === first ? 1 : 0);
  const lessonOf = ({ name, entries, weights }: Wanted): Lesson => ({
    ...place,
    index: name,
    entries: entries.filter(({ pack }) => pack === name.pack),
    locales: localesOf(locales, name.base),
    inUse: [...inUse, ...files.values()],
    weights,
  });
  const take = async (next: Wanted): Promise<void> => {
    const abort = new AbortController();
    running = { ...next, abort };
    const isWanted = () => !abort.signal.aborted;
    try {
      const { model, file, cacheFailure } = await learn(lessonOf(next), abort.signal);
      if (!isWanted()) return;
      if (cacheFailure) hear({ kind: 'cache-failure', ...cacheFailure });
      if (file !== undefined) files.set(next.name.key, file);
      done++;
      await onLearned(next, model, isWanted);
    } catch (error) {
      if (!isWanted()) return;
      failed.set(next.name.key, next);
      onError(error);
    } finally {
      if (running?.abort === abort) running = undefined;
    }
  };
  const run = (): void => {
    const [next] = left().sort((a, b) => urgency(b) - urgency(a));
    if (isStopped || running) return;
    if (!next) {
      if (done > 0) hear({ kind: 'progress', done, total: done });
      done = 0;
      return;
    }
    hear({ kind: 'progress', done, total: done + left().length });
    last = take(next).then(run);
  };
  const giveUp = (): void => {
    running?.abort.abort();
    running = undefined;
  };
  return {
    isRunning: (): boolean => running !== undefined,
    /** Gives up a lesson that is no longer wanted, and begins the next: to be called when `wanted` changes. */
    follow: (): void => {
      if (running && !left().some((one) => running && isSame(running, one))) giveUp();
      run();
    },
    hasWork: (): boolean => left().length > 0,
    /** To be called when somebody asks in a language: those come before languages in which nobody has asked. */
    hasAsked: (base: string): void => {
      if (asked.has(base)) return;
      asked.add(base);
      if (!running || asked.has(running.name.base) || !left().some(({ name }) => name.base === base)) return;
      giveUp();
      run();
    },
    stop: async (): Promise<void> => {
      isStopped = true;
      giveUp();
      await last;
    },
  };
}

const isSame = (a: Wanted, b: Wanted): boolean =>
  a.name.key === b.name.key && isSameLesson(a.name, a.entries, b.entries);

/** The part for one language. */
export function localesOf({ languages, background }: Lesson['locales'], base: string): Lesson['locales'] {
  const only = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([tag]) => baseOf(tag) === base));
  return { languages: only(languages), background: only(background) };
}

/** The built program; the sources cannot be run by a thread. */
const PROGRAM = new URL('./learn-worker.js', import.meta.url);

/** Megabytes of a thread's young generation: V8's 48 learn no faster, and the process holds some fifteen more. */
const NEW_MB = 12;

export interface TeacherOptions {
  /** Receives a language, then a lesson, and posts its result. Default: learn-worker. */
  readonly program?: URL;
  /** Of the thread's heap. Default: those of the process, except for the young generation. */
  readonly resourceLimits?: ResourceLimits;
  /** The language of the first lesson, if it is known: its thread begins at once. */
  readonly first?: Language;
  /** Aborted when no lesson will come. */
  readonly signal?: AbortSignal;
}

/**
 * Learns in a thread, so that questions are answered meanwhile. Aborting a lesson ends its thread; a thread that
 * crashes or runs out of memory rejects.
 */
export function learnInWorker({ program = PROGRAM, resourceLimits, first, signal: end }: TeacherOptions = {}): Learn {
  const begin = (language: Language): Thread => beginThread(program, language, resourceLimits);
  let ready = first && begin(first);
  const dismiss = (): void => void ready?.worker.terminate();
  end?.addEventListener('abort', dismiss, { once: true });
  return ({ locales, ...lesson }, signal) => {
    const { base } = lesson.index;
    if (ready && ready.base !== base) dismiss();
    const { worker, result } = ready?.base === base ? ready : begin({ base, locales });
    ready = undefined;
    signal.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.postMessage(lesson);
    return result;
  };
}

/** A thread that waits for its lesson. */
interface Thread extends Pick<Language, 'base'> {
  readonly worker: Worker;
  readonly result: Promise<LessonResult>;
}

function beginThread(program: URL, language: Language, resourceLimits?: ResourceLimits): Thread {
  const worker = new Worker(program, {
    workerData: language,
    resourceLimits: { maxYoungGenerationSizeMb: NEW_MB, ...resourceLimits },
  });
  // The process may end while it learns.
  worker.unref();
  const result = new Promise<LessonResult>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(new Error(`learning failed: ${cause.message}`, { cause })));
    worker.once('exit', (code) => reject(new Error(`learning ended with code ${code} before it was done`)));
  });
  // A rejection is no crash if no lesson was given.
  result.catch(() => undefined);
  return { base: language.base, worker, result };
}
