import type { Communities } from '../community/communities.ts';
import { afterThought } from '../conversation/thought.ts';
import type { Unit } from '../ports/store.ts';

/** Takes in what a transaction adds to the log, as soon as it is on disk. */
export interface TakingIn {
  /** To be called inside the transaction. */
  readonly begin: (unit: Pick<Unit, 'afterCommit'>) => void;
  /**
   * Waits until it was taken in; inside thinking, its end does. Not inside a greater transaction, which that may itself
   * wait for.
   */
  readonly settled: () => Promise<void>;
}

export function takingIn({ refresh, settled }: Pick<Communities, 'refresh' | 'settled'>): TakingIn {
  let isOnDisk = false;
  return {
    begin: ({ afterCommit }) =>
      afterCommit(() => {
        isOnDisk = true;
        // What fails here is tried again when the store calls.
        void refresh().catch(() => undefined);
      }),
    settled: () => afterThought(async () => (isOnDisk ? settled() : undefined)),
  };
}
