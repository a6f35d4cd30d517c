import type { Update } from '../../../bot/ports/delivery.ts';

/** Gathers updates while others are being written: one commit for all of them, for each waits for the disk. */
export interface Batch {
  readonly add: (update: Update) => void;
  /** Writes what is left. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds until what could not be written is tried again. */
const AGAIN_MS = 1000;
/** Updates that wait at most: where the store is gone for long, memory must not go as well. */
const MOST = 20_000;

/** @param accept resolves when all are on disk */
export function createBatch(
  accept: (updates: readonly Update[]) => Promise<void>,
  onError: (error: unknown) => void,
): Batch {
  let waiting: Update[] = [];
  let running: Promise<void> | undefined;
  let isOpen = true;
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await accept(batch);
      } catch (error) {
        onError(error);
        waiting = [...batch, ...waiting].slice(0, MOST);
        if (!isOpen) return;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  };
  const start = (): void => {
    // What comes in the same turn goes into the same batch.
    running ??= Promise.resolve()
      .then(flush)
      .finally(() => {
        running = undefined;
        if (waiting.length > 0 && isOpen) start();
      });
  };
  return {
    add: (update) => {
      if (waiting.length < MOST) waiting.push(update);
      start();
    },
    stop: async () => {
      isOpen = false;
      await running;
      await flush();
    },
  };
}
