import type { Vector } from './feature-space.ts';
import type { Vectors } from './vectors.ts';

/** Groups of texts by their features: plain data. */
export interface TextPostings {
  /** Number of each group's first text; one more than there are groups. */
  readonly groups: Int32Array;
  /** Where each feature's texts begin; one more than there are features. */
  readonly starts: Int32Array;
  /** For each feature the texts that have it, one after the other, and its value in each. */
  readonly texts: Int32Array;
  readonly values: Float32Array;
}

/**
 * How like a question is to each of some groups of texts: the greatest cosine in each group, 0 to 1. Texts that share
 * nothing with the question cost next to nothing.
 */
export function likenessTo(postings: TextPostings): (question: Vector) => Float32Array {
  const products = new Float32Array(postings.groups.at(-1) ?? 0);
  return (question) => {
    multiply(products, question, postings);
    return greatestOf(postings.groups, products);
  };
}

/**
 * Half of what a question's likeness costs: ten thousand products. So four stand abreast, and all arrays are given, for
 * what a closure holds is fetched anew each time.
 */
function multiply(
  products: Float32Array,
  { ids, values }: Vector,
  { starts, texts, values: weights }: TextPostings,
): void {
  products.fill(0);
  for (let n = 0; n < ids.length; n++) {
    const id = ids[n] ?? 0;
    const to = starts[id + 1] ?? 0;
    const value = values[n] ?? 0;
    let at = starts[id] ?? 0;
    for (; at + 3 < to; at += 4) {
      const a = texts[at] ?? 0;
      products[a] = (products[a] ?? 0) + value * (weights[at] ?? 0);
      const b = texts[at + 1] ?? 0;
      products[b] = (products[b] ?? 0) + value * (weights[at + 1] ?? 0);
      const c = texts[at + 2] ?? 0;
      products[c] = (products[c] ?? 0) + value * (weights[at + 2] ?? 0);
      const d = texts[at + 3] ?? 0;
      products[d] = (products[d] ?? 0) + value * (weights[at + 3] ?? 0);
    }
    for (; at < to; at++) {
      const text = texts[at] ?? 0;
      products[text] = (products[text] ?? 0) + value * (weights[at] ?? 0);
    }
  }
}

/**
 * How like a question is to the nearest of all texts: 0 to 1. The same as the greatest of `likenessTo`, at half its
 * cost where there are many texts.
 */
export function nearestTo(postings: TextPostings): (question: Vector) => number {
  const products = new Float32Array(postings.groups.at(-1) ?? 0);
  return ({ ids, values }) => {
    products.fill(0);
    let most = 0;
    for (let n = 0; n < ids.length; n++) {
      const to = postings.starts[(ids[n] ?? 0) + 1] ?? 0;
      const value = values[n] ?? 0;
      for (let at = postings.starts[ids[n] ?? 0] ?? 0; at < to; at++) {
        const text = postings.texts[at] ?? 0;
        // Nothing that is added is below 0: the greatest sum on the way is the greatest at the end.
        const product = Math.fround((products[text] ?? 0) + value * (postings.values[at] ?? 0));
        products[text] = product;
        if (product > most) most = product;
      }
    }
    return most;
  };
}

function greatestOf(groups: Int32Array, products: Float32Array): Float32Array {
  const best = new Float32Array(groups.length - 1);
  for (let group = 0; group < best.length; group++) {
    const end = groups[group + 1] ?? 0;
    let most = 0;
    for (let text = groups[group] ?? 0; text < end; text++) {
      const product = products[text] ?? 0;
      if (product > most) most = product;
    }
    best[group] = most;
  }
  return best;
}

/** @param features number of features of the vectors' space. */
export function textPostings(vectors: Vectors, features: number): TextPostings {
  const starts = new Int32Array(features + 1);
  for (const id of vectors.ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = Int32Array.from(starts);
  const texts = new Int32Array(vectors.ids.length);
  const values = new Float32Array(texts.length);
  for (let text = 0; text + 1 < vectors.starts.length; text++) {
    for (let n = vectors.starts[text] ?? 0; n < (vectors.starts[text + 1] ?? 0); n++) {
      const id = vectors.ids[n] ?? 0;
      const at = next[id] ?? 0;
      texts[at] = text;
      values[at] = vectors.values[n] ?? 0;
      next[id] = at + 1;
    }
  }
  return { groups: vectors.groups, starts, texts, values };
}

/** Vectors by the few features that they have, which cost nothing for all the others of their space. */
export interface NarrowVectors {
  readonly vectors: Vectors;
  /** Number of features. */
  readonly size: number;
  /** A vector of the whole space, as far as it has these features. */
  readonly narrow: (vector: Vector) => Vector;
}

/** @param size number of features of the vectors' space. */
export function narrowed(vectors: Vectors, size: number): NarrowVectors {
  const { features, ids } = renumbered(vectors.ids, size);
  return { vectors: { ...vectors, ids }, size: features.length, narrow: (vector) => narrowTo(features, vector) };
}

/** The features that are there, in order, and each by its place among them. */
function renumbered(ids: Int32Array, size: number): { readonly features: Int32Array; readonly ids: Int32Array } {
  // Counted from 1.
  const places = new Int32Array(size);
  for (const id of ids) places[id] = 1;
  let count = 0;
  for (let id = 0; id < size; id++) if (places[id] === 1) places[id] = ++count;
  const features = new Int32Array(count);
  for (let id = 0; id < size; id++) if ((places[id] ?? 0) > 0) features[(places[id] ?? 0) - 1] = id;
  return { features, ids: ids.map((id) => (places[id] ?? 0) - 1) };
}

function narrowTo(features: Int32Array, { ids, values }: Vector): Vector {
  const numbers = ids.map((id) => numberIn(features, id));
  const isKept = (_: number, at: number) => (numbers[at] ?? -1) >= 0;
  return { ids: numbers.filter(isKept), values: values.filter(isKept) };
}

/** Where a number stands among sorted ones; -1 where it does not. */
function numberIn(sorted: Int32Array, wanted: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted ? from : -1;
}
