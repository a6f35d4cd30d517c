import type { Features } from './analyze.ts';

/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureSpace {
  readonly size: number;
  /** Of unit length when every feature is known; shorter with every unknown one. */
  readonly vector: (features: Features) => Vector;
}

/** Shares of a vector's squared length, so that the many grams do not drown the few words (measured). */
const SHARES = { words: 0.4, pairs: 0.2, grams: 0.4 } as const;
const GROUPS = ['words', 'pairs', 'grams'] as const;
type Group = (typeof GROUPS)[number];

/**
 * Tf-idf over three groups of features.
 * @param most features kept, the most frequent first: a bound for memory. Default: all.
 */
export function featureSpace(examples: readonly Features[], most = Number.POSITIVE_INFINITY): FeatureSpace {
  const counts = new Map<string, number>();
  for (const features of examples) {
    for (const key of GROUPS.flatMap((group) => keysOf(features, group))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = most < counts.size ? [...counts].sort((a, b) => b[1] - a[1]).slice(0, most) : [...counts];
  const ids = new Map(kept.map(([key], id) => [key, id]));
  const rarity = (count: number) => Math.log((examples.length + 1) / (count + 1)) + 1;
  const idf = Float32Array.from(kept, ([, count]) => rarity(count));
  const scaled = (keys: readonly string[], share: number) => scale(keys, ids, idf, rarity(0), share);
  return { size: kept.length, vector: (features) => join(GROUPS.map((group) => scaled(keysOf(features, group), SHARES[group]))) };
}

function keysOf(features: Features, group: Group): string[] {
  return [...new Set(features[group])].map((feature) => `${group} ${feature}`);
}

// Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
function scale(keys: readonly string[], ids: ReadonlyMap<string, number>, idf: Float32Array, unknown: number, share: number): Vector {
  const found = keys.map((key) => ids.get(key)).filter((id) => id !== undefined);
  const length = found.reduce((sum, id) => sum + (idf[id] ?? 0) ** 2, (keys.length - found.length) * unknown ** 2);
  const factor = length > 0 ? Math.sqrt(share / length) : 0;
  return { ids: Int32Array.from(found), values: Float32Array.from(found, (id) => (idf[id] ?? 0) * factor) };
}

function join(parts: readonly Vector[]): Vector {
  return { ids: Int32Array.from(parts.flatMap((part) => [...part.ids])), values: Float32Array.from(parts.flatMap((part) => [...part.values])) };
}
