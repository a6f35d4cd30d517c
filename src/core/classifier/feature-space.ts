import { FEATURE_SHARES } from '../calibration/learning-policy.ts';
import type { Features } from '../text/analyze.ts';

/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Tf-idf over four groups of features. */
export interface FeatureSpace {
  /** How many features there are. */
  readonly size: number;
  /** The numbers of each group's features. */
  readonly groups: readonly ReadonlyMap<string, number>[];
  /** By number. */
  readonly idf: Float32Array;
  /** Idf of a feature that the space lacks. */
  readonly unknown: number;
}

/** A space as plain data, so that it can be kept. */
export interface KeptSpace {
  /** The features of each group, a line each, in the order of their numbers, which go on from group to group. */
  readonly features: readonly string[];
  readonly idf: Float32Array;
  readonly unknown: number;
}

const GROUPS = ['words', 'concepts', 'pairs', 'grams'] as const;

/** Opened once: a pack's models are learned in it several times. */
const OPENED = new WeakMap<KeptSpace, FeatureSpace>();

export function openSpace(kept: KeptSpace): FeatureSpace {
  const known = OPENED.get(kept) ?? opened(kept);
  OPENED.set(kept, known);
  return known;
}

function opened({ features, idf, unknown }: KeptSpace): FeatureSpace {
  let size = 0;
  const groups = features.map((lines) => new Map(lines === '' ? [] : lines.split('\n').map((line) => [line, size++])));
  return { size, groups, idf, unknown };
}

/** @param most features that are kept, the most frequent first: a bound for memory. Default: all. */
export function learnSpace(texts: readonly Features[], most = Number.POSITIVE_INFINITY): KeptSpace {
  const groups = GROUPS.map((group) => countFeatures(texts.map((features) => features[group])));
  const counts = groups.flatMap((group) => [...group.values()]);
  const least = counts.length <= most ? 1 : (counts.sort((a, b) => b - a)[most] ?? 0) + 1;
  const kept = groups.map((group) => [...group].filter(([, count]) => count >= least));
  const idf = (count: number) => Math.log((texts.length + 1) / (count + 1)) + 1;
  return {
    features: kept.map((group) => group.map(([feature]) => feature).join('\n')),
    idf: Float32Array.from(kept.flat(), ([, count]) => idf(count)),
    unknown: idf(0),
  };
}

/** In how many texts each feature is. */
function countFeatures(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const feature of new Set(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** A text's place in a space: of unit length if every feature is known; shorter with each unknown one. */
export function vectorIn({ groups, idf, unknown }: FeatureSpace, features: Features): Vector {
  const [ids, values]: [number[], number[]] = [[], []];
  for (const [at, name] of GROUPS.entries()) {
    const first = ids.length;
    // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
    let length = 0;
    for (const feature of new Set(features[name])) {
      const id = groups[at]?.get(feature);
      const value = id === undefined ? unknown : (idf[id] ?? unknown);
      length += value ** 2;
      if (id === undefined) continue;
      ids.push(id);
      values.push(value);
    }
    const scale = Math.sqrt(FEATURE_SHARES[name] / (length || 1));
    for (let n = first; n < values.length; n++) values[n] = (values[n] ?? 0) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}
