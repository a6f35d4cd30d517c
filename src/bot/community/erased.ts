import { LRUCache } from 'lru-cache';

/** People whose erasures are remembered at most. */
const MOST = 10_000;

/**
 * People whose data was erased while something was being done for them in this process; nothing about them may be
 * recorded afterwards.
 */
export interface Erased {
  /** @param person keyed hash */
  readonly note: (person: string) => void;
  /** @returns a function that tells whether they were erased since this call */
  readonly since: (person: string) => () => boolean;
}

export function createErased(): Erased {
  const times = new LRUCache<string, number>({ max: MOST });
  const countOf = (person: string): number => times.get(person) ?? 0;
  return {
    note: (person) => void times.set(person, countOf(person) + 1),
    since: (person) => {
      const before = countOf(person);
      return () => countOf(person) !== before;
    },
  };
}
