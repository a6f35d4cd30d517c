import { setTimeout as sleep } from 'node:timers/promises';
import { Collision, LostConnection } from '../errors.ts';

const SHORTEST = 20;
const LONGEST = 500;

/** Limits how long to wait for a lost server. */
export interface Patience {
  /**
   * Retries work after lost connections and conflicts, until it succeeds or the limit is reached. Only for work that
   * has no effect when it fails.
   */
  readonly retry: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * @param limit milliseconds from the first failure on: work that fails later in the same outage waits only for the
 * rest.
 */
export function createPatience(limit: number): Patience {
  let first: number | undefined;
  let last = 0;
  const isOver = (begun: number) => {
    const now = Date.now();
    // A failure long before this began was another outage.
    if (first === undefined || begun - last > limit) first = now;
    last = now;
    return now - first >= limit;
  };
  return {
    retry: async (work) => {
      const begun = Date.now();
      for (let wait = SHORTEST; ; wait = Math.min(wait * 2, LONGEST)) {
        try {
          const result = await work();
          first = undefined;
          return result;
        } catch (error) {
          if (!(error instanceof LostConnection || error instanceof Collision) || isOver(begun)) throw error;
        }
        await sleep(wait);
      }
    },
  };
}
