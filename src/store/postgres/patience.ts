import { setTimeout as sleep } from 'node:timers/promises';
import { Collision, LostConnection } from '../errors.ts';

const SHORTEST = 20;
const LONGEST = 500;

/** How long it is waited for a server that went away. */
export interface Patience {
  /**
   * Tries again what was lost or collided, until it succeeds or patience ends. Only for what did nothing when it
   * failed.
   */
  readonly retry: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * @param limit milliseconds. They count from the first failure on: who comes later waits only for what is left of them.
 */
export function createPatience(limit: number): Patience {
  let first: number | undefined;
  let last = 0;
  const isOver = (begun: number) => {
    const now = Date.now();
    // A failure long before this was begun was another outage.
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
