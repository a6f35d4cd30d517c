import { LRUCache } from 'lru-cache';
import type { PersonHash } from '../kinds.ts';

/** People whose erasures are remembered. */
const MOST = 10_000;

/**
 * Tells work in progress that its person's data was erased meanwhile, so that it records nothing about them any more.
 */
export interface Erased {
  readonly note: (person: PersonHash) => void;
  /** @returns a function that says whether they were erased since this call */
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
