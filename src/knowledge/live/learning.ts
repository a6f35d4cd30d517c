import type { Entry } from '../../core/entry/entry.ts';
import { lessonOf } from './differences.ts';
import type { Hear, Learn, Lesson, Models } from './learn.ts';
import type { Shared } from './shared.ts';

export interface LearningOptions extends Omit<Lesson, 'entries'> {
  readonly learn: Learn;
  readonly hear: Hear;
  /** @param isWanted false as soon as something else is to be learned. */
  readonly onLearned: (models: Models, isWanted: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

interface Running {
  readonly unlearned: string;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Learns, one at a time, what is answered from without having been learned. */
export function createLearning({ learn, hear, onLearned, onError, locales, ...place }: LearningOptions) {
  let running: Running | undefined;
  const begin = (unlearned: string, entries: readonly Entry[]): void => {
    const abort = new AbortController();
    const { signal } = abort;
    const work = async (): Promise<void> => {
      const { languages, background } = locales;
      const models = await learn({ ...place, entries, locales: { languages, background } }, signal, (news) =>
        signal.aborted ? undefined : hear(news),
      );
      await onLearned(models, () => !signal.aborted);
    };
    const done = work()
      .catch((error: unknown) => (signal.aborted ? undefined : onError(error)))
      .finally(() => {
        if (running?.abort === abort) running = undefined;
      });
    running = { unlearned, abort, done };
  };
  /** Gives up what is being learned. */
  const stop = async (): Promise<void> => {
    const before = running;
    running = undefined;
    before?.abort.abort();
    await before?.done;
  };
  return {
    stop,
    isRunning: (): boolean => running !== undefined,
    /**
     * Learns what a library does not know of its knowledge. Something else that was being learned is given up; the same
     * goes on.
     * @returns false if it knows everything.
     */
    follow: (shared: Shared): boolean => {
      const unlearned = unlearnedOf(shared);
      if (unlearned !== undefined && running?.unlearned === unlearned) return true;
      void stop();
      if (unlearned !== undefined) begin(unlearned, [...shared.entries.values()]);
      return unlearned !== undefined;
    },
  };
}

/** Names all that a library does not know of its knowledge; undefined if it knows everything. */
function unlearnedOf({ isTrained, learned, changed, gone }: Shared): string | undefined {
  const lessons = changed.map(lessonOf).filter((lesson, at) => {
    const known = learned.get(changed[at]?.id ?? '');
    return !known || lessonOf(known) !== lesson;
  });
  return isTrained && lessons.length + gone.size === 0
    ? undefined
    : JSON.stringify([isTrained, lessons, [...gone].sort()]);
}
