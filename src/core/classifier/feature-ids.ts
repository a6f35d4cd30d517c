import { type FeatureSpace, GROUPS } from './feature-space.ts';

/** Ids of features: those of a space that many share, and behind them of what it lacks. */
export interface FeatureIds {
  readonly of: (group: number, feature: string) => number;
  /** Of the grams of a word, looked up once as long as the same list is given. */
  readonly ofGrams: (grams: readonly string[]) => Int32Array;
  /** Undefined for what has none, neither in the space. */
  readonly find: (group: number, feature: string) => number | undefined;
  /** What is past the last id. */
  readonly size: () => number;
  /** Of each group what the space lacks, and its id. */
  readonly strange: readonly ReadonlyMap<string, number>[];
}

const GRAMS = GROUPS.indexOf('grams');

/**
 * @param shared what others have numbered beside the space already; default: nothing. @param first the next number;
 * default: behind the space's own.
 */
export function featureIds(base: FeatureSpace, shared: FeatureIds['strange'] = [], first = base.size): FeatureIds {
  let next = first;
  const strange = GROUPS.map(() => new Map<string, number>());
  const find = (group: number, feature: string) => shared[group]?.get(feature) ?? strange[group]?.get(feature);
  const beside = (group: number, feature: string): number => {
    const known = find(group, feature);
    if (known === undefined) strange[group]?.set(feature, next);
    return known ?? next++;
  };
  const known = new Map<readonly string[], Int32Array>();
  const numbered = (grams: readonly string[]): Int32Array => {
    const group = base.groups[GRAMS];
    const start = group?.numbersOf(grams);
    const ids =
      start === undefined
        ? Int32Array.from(grams, (gram) => group?.get(gram) ?? -1)
        : (group?.numbers.slice(start, start + grams.length) ?? new Int32Array());
    for (let at = 0; at < ids.length; at++) if ((ids[at] ?? 0) < 0) ids[at] = beside(GRAMS, grams[at] ?? '');
    return ids;
  };
  const ofGrams = (grams: readonly string[]): Int32Array => {
    const before = known.get(grams);
    if (before) return before;
    const ids = numbered(grams);
    known.set(grams, ids);
    return ids;
  };
  return {
    of: (group, feature) => base.groups[group]?.get(feature) ?? beside(group, feature),
    ofGrams,
    find,
    size: () => next,
    strange,
  };
}
