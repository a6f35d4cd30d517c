import type { Entry } from '../../core/entry/entry.ts';
import { teachesSame } from './differences.ts';
import type { Hear, Learn, Lesson, Models } from './learn.ts';
import type { Shared } from './shared.ts';

/** Learns, one at a time, what is answered from without having been learned. */
export interface Learning {
  /**
   * Learns what a library does not know of its knowledge. Something else that was being learned is given up; the same
   * goes on.
   * @returns false where it knows everything.
   */
  readonly follow: (shared: Shared) => boolean;
  readonly isRunning: () => boolean;
  /** Gives up what is being learned. */
  readonly stop: () => Promise<void>;
}

export interface LearningOptions extends Omit<Lesson, 'entries'> {
  readonly learn: Learn;
  readonly hear: Hear;
  /** @param isWanted false as soon as something else is to be learned. */
  readonly onLearned: (models: Models, isWanted: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** What a library of its time did not know. */
interface Unlearned {
  /** Whether it serves languages untrained. */
  readonly isTrained: boolean;
  readonly entries: readonly Entry[];
  readonly gone: ReadonlySet<string>;
}

interface Running {
  readonly unlearned: Unlearned;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

export function createLearning({ learn, hear, onLearned, onError, locales, ...place }: LearningOptions): Learning {
  let running: Running | undefined;
  const begin = (unlearned: Unlearned, entries: readonly Entry[]): void => {
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
  const stop = async (): Promise<void> => {
    const before = running;
    running = undefined;
    before?.abort.abort();
    await before?.done;
  };
  return {
    stop,
    isRunning: () => running !== undefined,
    follow: (shared) => {
      const unlearned = unlearnedOf(shared);
      if (running && isSame(running.unlearned, unlearned)) return true;
      void stop();
      const isNew = !unlearned.isTrained || unlearned.entries.length + unlearned.gone.size > 0;
      if (isNew) begin(unlearned, [...shared.entries.values()]);
      return isNew;
    },
  };
}

function unlearnedOf({ isTrained, learned, changed, gone }: Shared): Unlearned {
  const isKnown = (entry: Entry) => {
    const known = learned.get(entry.id);
    return known !== undefined && teachesSame(known, entry);
  };
  return { isTrained, entries: changed.filter((entry) => !isKnown(entry)), gone };
}

function isSame(a: Unlearned, b: Unlearned): boolean {
  const isAlike = a.isTrained === b.isTrained && a.entries.length === b.entries.length && a.gone.size === b.gone.size;
  return (
    isAlike &&
    [...a.gone].every((id) => b.gone.has(id)) &&
    a.entries.every((entry, at) => {
      const other = b.entries[at];
      return other !== undefined && teachesSame(entry, other);
    })
  );
}
