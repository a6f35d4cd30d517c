import { type Durability, Outdated, type Store, type WriteBatched } from '../ports/store.ts';

type Work = Parameters<WriteBatched>[0];

interface Piece {
  readonly work: Work;
  readonly durability: Durability;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A commit waits for the disk, and so does everything behind it: the first of a batch waits for no more than this. */
const MOST = 50;

/**
 * Does pieces of work in one transaction: all that wait when its turn comes. If that fails, each is done alone, so that
 * one takes no other with it; a piece may therefore be done again, and changes nothing but the unit. Outdated work has
 * to say so before it writes anything: the others of its batch need not be done again.
 */
export function together({ transact }: Pick<Store, 'transact'>, most = MOST): WriteBatched {
  const waiting: Piece[] = [];
  let isQueued = false;
  const queue = (): void => {
    if (isQueued || waiting.length === 0) return;
    isQueued = true;
    void run();
  };
  const run = async (): Promise<void> => {
    const batch: Piece[] = [];
    // A transaction that is done again is done with the same.
    const gather = (): Durability => {
      if (batch.length === 0) batch.push(...waiting.splice(0, most));
      return batch.some(({ durability }) => durability === 'synced') ? 'synced' : 'written';
    };
    try {
      await transact(async (unit) => {
        gather();
        isQueued = false;
        for (const { work, reject } of batch)
          await work(unit).catch((error: unknown) => {
            if (!(error instanceof Outdated)) throw error;
            reject(error);
          });
      }, gather);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      fail(error, batch);
    }
    queue();
  };
  const fail = (error: unknown, batch: readonly Piece[]): void => {
    // The store was not even opened for it: nobody's turn will come.
    if (batch.length === 0) {
      isQueued = false;
      for (const { reject } of waiting.splice(0)) reject(error);
    } else if (batch.length === 1) batch[0]?.reject(error);
    else
      for (const { work, durability, resolve, reject } of batch) transact(work, () => durability).then(resolve, reject);
  };
  return (work, durability = 'synced') =>
    new Promise((resolve, reject) => {
      waiting.push({ work, durability, resolve, reject });
      queue();
    });
}
