import { FEATURE_SHARES } from '../calibration/learning-policy.ts';
import type { Features } from '../text/analyze.ts';

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

/** Groups of texts by their features: plain data. */
export interface TextPostings {
  /** Number of each group's first text; one more than there are groups. */
  readonly groups: Int32Array;
  /** Start of the texts of each feature; one more than there are features. */
  readonly starts: Int32Array;
  /** For each feature the texts that have it, one after the other, and its value in each. */
  readonly texts: Int32Array;
  readonly values: Float32Array;
}

/**
 * How like a question is to each of some groups of texts: the greatest cosine in each group, 0 to 1. Texts that share
 * nothing with the question cost next to nothing.
 */
export function likenessTo({ groups, starts, texts, values }: TextPostings): (question: Vector) => Float32Array {
  return (question) => {
    const products = new Float32Array(groups.at(-1) ?? 0);
    for (const [n, id] of question.ids.entries()) {
      const value = question.values[n] ?? 0;
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
        const text = texts[at] ?? 0;
        products[text] = (products[text] ?? 0) + value * (values[at] ?? 0);
      }
    }
    return Float32Array.from({ length: groups.length - 1 }, (_, group) =>
      products.subarray(groups[group], groups[group + 1]).reduce((most, one) => Math.max(most, one), 0),
    );
  };
}

/** @param groups the texts of each, in a space. @param features how many the space has. */
export function textPostings(groups: readonly (readonly Vector[])[], features: number): TextPostings {
  const vectors = groups.flat();
  const starts = new Int32Array(features + 1);
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = Int32Array.from(starts);
  const texts = new Int32Array(starts[features] ?? 0);
  const values = new Float32Array(texts.length);
  for (const [text, vector] of vectors.entries()) {
    for (const [n, id] of vector.ids.entries()) {
      const at = next[id] ?? 0;
      texts[at] = text;
      values[at] = vector.values[n] ?? 0;
      next[id] = at + 1;
    }
  }
  return { groups: startsOf(groups.map(({ length }) => length)), starts, texts, values };
}

/** Start of each group if they are laid side by side, and the end of the last one. */
export function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}

/**
 * A number of 32 bits in place of a text: an unknown one has the print of one of fifty thousand known ones once in a
 * hundred thousand times. It is no secret, and protects nothing (a multiplicative hash, mixed as in MurmurHash3).
 * @param kind texts of different kinds have different prints
 */
export function printOf(text: string, kind = 0): number {
  let print = Math.imul(kind + 1, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) {
    print = Math.imul(print ^ text.charCodeAt(at), 0xcc9e2d51);
    print ^= print >>> 15;
  }
  print = Math.imul(print ^ (print >>> 16), 0x85ebca6b);
  print = Math.imul(print ^ (print >>> 13), 0xc2b2ae35);
  return (print ^ (print >>> 16)) >>> 0;
}
