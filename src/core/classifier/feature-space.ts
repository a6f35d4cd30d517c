import { FEATURE_SHARES } from '../calibration/learning-policy.ts';
import type { Features } from '../text/analyze.ts';

/** A sparse vector: feature indexes and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/**
 * Tf-idf over four groups of features: plain data, so that it can be stored. Features are identified by 32-bit hashes,
 * as strings would take most of a process's memory.
 */
export interface FeatureSpace {
  /** Hashes of all features, sorted; a feature's index is its position. */
  readonly prints: Uint32Array;
  /** By feature index. */
  readonly idf: Float32Array;
  /** Idf of features that the space does not contain. */
  readonly unknown: number;
}

const GROUPS = ['words', 'concepts', 'pairs', 'grams'] as const;

/** Hashes of a text's features, without duplicates. */
export interface Prints {
  /** Features of one group after the other, in the order of the text. */
  readonly all: Uint32Array;
  /** End index of each group. */
  readonly ends: readonly number[];
}

export function printsOf(features: Features): Prints {
  const groups = GROUPS.map((name) => new Set(features[name]));
  let end = 0;
  const ends = groups.map(({ size }) => (end += size));
  const all = new Uint32Array(end);
  let next = 0;
  for (const [kind, group] of groups.entries()) for (const feature of group) all[next++] = printOf(feature, kind);
  return { all, ends };
}

/** @param most features to keep, the most frequent ones, so that memory is limited. Default: all */
export function learnSpace(texts: readonly Printed[], most = Number.POSITIVE_INFINITY): FeatureSpace {
  const { prints, counts } = countPrints(texts);
  const least = counts.length <= most ? 1 : ([...counts].sort((a, b) => b - a)[most] ?? 0) + 1;
  const isKept = (_: number, at: number): boolean => (counts[at] ?? 0) >= least;
  const idf = (count: number) => Math.log((texts.length + 1) / (count + 1)) + 1;
  return {
    prints: Uint32Array.from(prints.filter(isKept)),
    idf: Float32Array.from(counts.filter(isKept), idf),
    unknown: idf(0),
  };
}

/** Number of texts with each feature, in the order of the hashes. */
function countPrints(texts: readonly Printed[]): { readonly prints: readonly number[]; readonly counts: number[] } {
  const all = new Uint32Array(texts.reduce((sum, text) => sum + text.prints.all.length, 0));
  let end = 0;
  for (const { prints } of texts) {
    all.set(prints.all, end);
    end += prints.all.length;
  }
  const [found, counts]: [number[], number[]] = [[], []];
  for (const print of all.sort()) {
    if (found.at(-1) === print) counts.push((counts.pop() ?? 0) + 1);
    else {
      found.push(print);
      counts.push(1);
    }
  }
  return { prints: found, counts };
}

/** A text's vector. Its length is 1 if every feature is known, and less with each unknown one. */
export function vectorIn(space: FeatureSpace, text: Prints): Vector {
  const { length } = text.all;
  return place(text, space, { ids: new Int32Array(length), values: new Float32Array(length) }, 0);
}

export interface Printed {
  readonly prints: Prints;
}

/**
 * Texts with their vectors, all in one buffer: the memory of thousands of small ones is seldom returned to the system.
 */
export function withVectors<T extends Printed>(
  space: FeatureSpace,
  texts: readonly T[],
): (T & { readonly vector: Vector })[] {
  const size = texts.reduce((sum, { prints }) => sum + prints.all.length, 0);
  const all: Vector = { ids: new Int32Array(size), values: new Float32Array(size) };
  let end = 0;
  return texts.map((text) => {
    const vector = place(text.prints, space, all, end);
    end += vector.ids.length;
    return { ...text, vector };
  });
}

/** @param all vector with room from `start` on @returns the part of it that the text fills */
function place(text: Prints, { prints, idf, unknown }: FeatureSpace, { ids, values }: Vector, start: number): Vector {
  let count = start;
  let next = 0;
  for (const [at, name] of GROUPS.entries()) {
    const first = count;
    // An unknown feature has no weight, but counts in the length, so that a mostly unknown text gets a low probability.
    let length = 0;
    for (const end = text.ends[at] ?? 0; next < end; next++) {
      const id = placeOf(prints, text.all[next] ?? 0);
      const value = id < 0 ? unknown : (idf[id] ?? unknown);
      length += value ** 2;
      if (id < 0) continue;
      ids[count] = id;
      values[count++] = value;
    }
    const scale = Math.sqrt(FEATURE_SHARES[name] / (length || 1));
    for (let n = first; n < count; n++) values[n] = (values[n] ?? 0) * scale;
  }
  return { ids: ids.subarray(start, count), values: values.subarray(start, count) };
}

/** @param sorted without duplicates @returns -1 if it is missing */
function placeOf(sorted: Uint32Array, print: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < print) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === print ? low : -1;
}

/** An inverted index of groups of texts: plain data. */
export interface TextPostings {
  /** Index of each group's first text, and a final end. */
  readonly groups: Int32Array;
  /** Start of each feature's texts, and a final end. */
  readonly starts: Int32Array;
  /** The texts with each feature, one feature after the other, and its value in each text. */
  readonly texts: Int32Array;
  readonly values: Float32Array;
}

/**
 * Cosine similarity, 0 to 1, of a question to the most similar text of each group. Texts that share no feature with the
 * question cost almost nothing.
 */
export function likenessTo({ groups, starts, texts, values }: TextPostings): (question: Vector) => Float32Array {
  return (question) => {
    const products = new Float32Array(groups.at(-1) ?? 0);
    for (let n = 0; n < question.ids.length; n++) {
      const [id, value] = [question.ids[n] ?? 0, question.values[n] ?? 0];
      const end = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? 0; at < end; at++) {
        const text = texts[at] ?? 0;
        products[text] = (products[text] ?? 0) + value * (values[at] ?? 0);
      }
    }
    const most = new Float32Array(groups.length - 1);
    for (let group = 0; group < most.length; group++) {
      const end = groups[group + 1] ?? 0;
      for (let at = groups[group] ?? 0; at < end; at++) most[group] = Math.max(most[group] ?? 0, products[at] ?? 0);
    }
    return most;
  };
}

/** @param groups vectors of each group's texts @param features size of the space */
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

/** Start of each group in a concatenation, and the total length. */
export function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}

/**
 * A 32-bit hash of a text (multiplicative, mixed as in MurmurHash3); not cryptographic. With fifty thousand known
 * texts, an unknown one collides once in a hundred thousand times.
 * @param kind seed, so that equal texts of different kinds differ
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
