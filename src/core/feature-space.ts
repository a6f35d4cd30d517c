import type { Features } from './analyze.ts';

/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Plain data, so that it can be kept. */
export interface FeatureSpace {
  readonly size: number;
  readonly groups: readonly Group[];
  /** Idf of a feature that is not there. */
  readonly unknown: number;
}

/** Shares of a vector's squared length, so that the many grams do not drown the few words (measured). */
const SHARES = { words: 0.4, pairs: 0.2, grams: 0.4 } as const;
const GROUPS = ['words', 'pairs', 'grams'] as const;

/** The numbers of one group's features, and how telling each is. */
export type Group = Pick<ReadonlyMap<string, Feature>, 'get'>;

interface Feature {
  readonly id: number;
  readonly idf: number;
}

/**
 * Tf-idf over three groups of features.
 * @param most features kept, the most frequent first: a bound for memory. Default: all.
 */
export function featureSpace(examples: readonly Features[], most = Number.POSITIVE_INFINITY): FeatureSpace {
  const counts = GROUPS.map((group) => countFeatures(examples.map((features) => features[group])));
  const least = leastCount(counts, most);
  const idf = (count: number) => Math.log((examples.length + 1) / (count + 1)) + 1;
  let size = 0;
  const groups = counts.map((features): Group => {
    const kept = [...features].filter(([, count]) => count >= least);
    return new Map(kept.map(([feature, count]) => [feature, { id: size++, idf: idf(count) }]));
  });
  return { size, groups, unknown: idf(0) };
}

function countFeatures(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const features of texts) for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** The count from which features are kept so that at most `most` are. */
function leastCount(counts: readonly ReadonlyMap<string, number>[], most: number): number {
  const all = counts.flatMap((features) => [...features.values()]);
  if (all.length <= most) return 1;
  return (all.sort((a, b) => b - a)[most] ?? 0) + 1;
}

/** A text's place in a space: of unit length when every feature is known; shorter with every unknown one. */
export function vectorIn({ groups, unknown }: FeatureSpace, features: Features): Vector {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [at, name] of GROUPS.entries()) {
    // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
    let length = 0;
    const first = ids.length;
    for (const feature of new Set(features[name])) {
      const known = groups[at]?.get(feature);
      length += (known?.idf ?? unknown) ** 2;
      if (known) ids.push(known.id);
      if (known) values.push(known.idf);
    }
    const scale = Math.sqrt(SHARES[name] / (length || 1));
    for (let n = first; n < values.length; n++) values[n] = (values[n] ?? 0) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

/** A space in which the features of a few more texts are known, too; what the given one knows keeps its weight. */
export function widen(space: FeatureSpace, examples: readonly Features[]): FeatureSpace {
  let { size } = space;
  const groups = GROUPS.map((name, at): Group => {
    const known = space.groups[at];
    const added = new Map<string, Feature>();
    for (const feature of examples.flatMap((features) => features[name])) {
      if (!known?.get(feature) && !added.has(feature)) added.set(feature, { id: size++, idf: space.unknown });
    }
    return { get: (feature) => known?.get(feature) ?? added.get(feature) };
  });
  return { size, groups, unknown: space.unknown };
}
