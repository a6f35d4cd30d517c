import type { Vector } from './feature-space.ts';

/**
 * How like a question is to each of some groups of texts: the greatest cosine in each group, 0 to 1. Texts that share nothing
 * with the question cost nothing.
 * @param features number of features of their space.
 */
export function likenessTo(groups: readonly (readonly Vector[])[], features: number): (question: Vector) => Float32Array {
  const texts = groups.flatMap((group, at) => group.map((vector) => ({ vector, at })));
  const owners = Int32Array.from(texts, ({ at }) => at);
  const postings = postingsOf(
    texts.map(({ vector }) => vector),
    features,
  );
  const products = new Float32Array(texts.length);
  return ({ ids, values }) => {
    products.fill(0);
    for (let n = 0; n < ids.length; n++) {
      const from = postings.starts[ids[n] ?? 0] ?? 0;
      const to = postings.starts[(ids[n] ?? 0) + 1] ?? 0;
      const value = values[n] ?? 0;
      for (let at = from; at < to; at++) {
        const text = postings.texts[at] ?? 0;
        products[text] = (products[text] ?? 0) + value * (postings.values[at] ?? 0);
      }
    }
    const best = new Float32Array(groups.length);
    for (let text = 0; text < products.length; text++) {
      const owner = owners[text] ?? 0;
      if ((products[text] ?? 0) > (best[owner] ?? 0)) best[owner] = products[text] ?? 0;
    }
    return best;
  };
}

/** For each feature the texts that have it, one after the other; `starts` tells where each feature's begin. */
function postingsOf(vectors: readonly Vector[], features: number): { starts: Int32Array; texts: Int32Array; values: Float32Array } {
  const starts = new Int32Array(features + 1);
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = Int32Array.from(starts);
  const texts = new Int32Array(starts[features] ?? 0);
  const values = new Float32Array(texts.length);
  for (const [text, vector] of vectors.entries()) {
    for (let n = 0; n < vector.ids.length; n++) {
      const id = vector.ids[n] ?? 0;
      const at = next[id] ?? 0;
      texts[at] = text;
      values[at] = vector.values[n] ?? 0;
      next[id] = at + 1;
    }
  }
  return { starts, texts, values };
}
