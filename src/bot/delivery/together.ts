import type { Keep, Store } from '../ports/store.ts';

type Work = Parameters<Keep>[0];

interface Piece {
  readonly work: Work;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A commit waits for the disk, and so does everything behind it: the first of a batch waits for no more than this. */
const MOST = 50;

/**
 * Does pieces of work in one transaction: all that wait when its turn comes. Where that fails, each is done alone, so that one
 * takes no other with it; a piece may therefore be done again, and changes nothing but the unit.
 */
export function together({ transact }: Pick<Store, 'transact'>, most = MOST): Keep {
  const waiting: Piece[] = [];
  let isQueued = false;
  const queue = (): void => {
    if (isQueued || waiting.length === 0) return;
    isQueued = true;
    void run();
  };
  const run = async (): Promise<void> => {
    const batch: Piece[] = [];
    try {
      await transact(async (unit) => {
        // A transaction that is done again is done with the same.
        if (batch.length === 0) batch.push(...waiting.splice(0, most));
        isQueued = false;
        for (const { work } of batch) await work(unit);
      });
      for (const { resolve } of batch) resolve();
    } catch (error) {
      fail(error, batch);
    }
    // Not before: what is begun inside a transaction belongs to it.
    queue();
  };
  const fail = (error: unknown, batch: readonly Piece[]): void => {
    // The store was not even opened for it: nobody's turn will come.
    if (batch.length === 0) {
      isQueued = false;
      for (const { reject } of waiting.splice(0)) reject(error);
    } else if (batch.length === 1) batch[0]?.reject(error);
    else for (const { work, resolve, reject } of batch) transact(work).then(resolve, reject);
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      queue();
    });
}
