import type { Vector } from './feature-space.ts';

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
