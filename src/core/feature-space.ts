import type { Features } from './analyze.ts';
import { joinLines, splitLines } from './lines.ts';

/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Tf-idf over three groups of features. */
export interface FeatureSpace {
  readonly size: number;
  /** The numbers of each group's features. */
  readonly groups: readonly Group[];
  /** How telling each feature is, by its number. */
  readonly idf: ArrayLike<number>;
  /** Idf of a feature that is not there. */
  readonly unknown: number;
}

type Group = Pick<ReadonlyMap<string, number>, 'get'>;

/** A space as plain data, so that it can be kept. */
export interface KeptSpace {
  /** Features of each group, a line each; their numbers go on from group to group. */
  readonly features: readonly string[];
  readonly idf: Float32Array;
  readonly unknown: number;
}

/** Shares of a vector's squared length, so that the many grams do not drown the few words (measured). */
const SHARES = { words: 0.4, pairs: 0.2, grams: 0.4 } as const;
const GROUPS = ['words', 'pairs', 'grams'] as const;

/** @param most features kept, the most frequent first: a bound for memory. Default: all. */
export function featureSpace(examples: readonly Features[], most = Number.POSITIVE_INFINITY): KeptSpace {
  const counts = GROUPS.map((group) => countFeatures(examples.map((features) => features[group])));
  const least = leastCount(counts, most);
  const idf = (count: number) => Math.log((examples.length + 1) / (count + 1)) + 1;
  const kept = counts.map((features) => [...features].filter(([, count]) => count >= least));
  return {
    features: kept.map((features) => joinLines(features.map(([feature]) => feature))),
    idf: Float32Array.from(kept.flat(), ([, count]) => idf(count)),
    unknown: idf(0),
  };
}

export function openSpace({ features, idf, unknown }: KeptSpace): FeatureSpace {
  let size = 0;
  const groups = features.map((lines) => new Map(splitLines(lines).map((feature) => [feature, size++])));
  return { size, groups, idf, unknown };
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
export function vectorIn({ groups, idf, unknown }: FeatureSpace, features: Features): Vector {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [at, name] of GROUPS.entries()) {
    // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
    let length = 0;
    const first = ids.length;
    for (const feature of new Set(features[name])) {
      const id = groups[at]?.get(feature);
      const value = id === undefined ? unknown : (idf[id] ?? unknown);
      length += value ** 2;
      if (id === undefined) continue;
      ids.push(id);
      values.push(value);
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
    const added = new Map<string, number>();
    for (const feature of examples.flatMap((features) => features[name])) {
      if (known?.get(feature) === undefined && !added.has(feature)) added.set(feature, size++);
    }
    return { get: (feature) => known?.get(feature) ?? added.get(feature) };
  });
  return { ...space, size, groups };
}
