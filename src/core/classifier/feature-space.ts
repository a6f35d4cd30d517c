import { FEATURE_SHARES } from '../calibration/learning-policy.ts';
import type { Features } from '../text/analyze.ts';
import { printOf } from './print.ts';

/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/**
 * Tf-idf over four groups of features: plain data, so that it can be kept. Features are known by their prints alone,
 * for as strings they were most of what a process held.
 */
export interface FeatureSpace {
  /** Of all features, in order: a feature's number is its place. */
  readonly prints: Uint32Array;
  /** By number. */
  readonly idf: Float32Array;
  /** Idf of a feature that the space lacks. */
  readonly unknown: number;
}

const GROUPS = ['words', 'concepts', 'pairs', 'grams'] as const;

/** @param most features that are kept, the most frequent first: a bound for memory. Default: all. */
export function learnSpace(texts: readonly Features[], most = Number.POSITIVE_INFINITY): FeatureSpace {
  const counts = countFeatures(texts);
  const least = counts.size <= most ? 1 : ([...counts.values()].sort((a, b) => b - a)[most] ?? 0) + 1;
  const prints = Uint32Array.from([...counts].flatMap(([print, count]) => (count >= least ? [print] : []))).sort();
  const idf = (count: number) => Math.log((texts.length + 1) / (count + 1)) + 1;
  return { prints, idf: Float32Array.from(prints, (print) => idf(counts.get(print) ?? 0)), unknown: idf(0) };
}

/** In how many texts each feature is, by its print. */
function countFeatures(texts: readonly Features[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (const [at, name] of GROUPS.entries())
      for (const feature of new Set(text[name])) {
        const print = printOf(feature, at);
        counts.set(print, (counts.get(print) ?? 0) + 1);
      }
  return counts;
}

/** A text's place in a space: of unit length if every feature is known; shorter with each unknown one. */
export function vectorIn({ prints, idf, unknown }: FeatureSpace, features: Features): Vector {
  const [ids, values]: [number[], number[]] = [[], []];
  for (const [at, name] of GROUPS.entries()) {
    const first = ids.length;
    // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
    let length = 0;
    for (const feature of new Set(features[name])) {
      const id = placeOf(prints, printOf(feature, at));
      const value = id < 0 ? unknown : (idf[id] ?? unknown);
      length += value ** 2;
      if (id < 0) continue;
      ids.push(id);
      values.push(value);
    }
    const scale = Math.sqrt(FEATURE_SHARES[name] / (length || 1));
    for (let n = first; n < values.length; n++) values[n] = (values[n] ?? 0) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

/** @param sorted each once. @returns -1 if it is not there. */
function placeOf(sorted: Uint32Array, print: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < print) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === print ? low : -1;
}
