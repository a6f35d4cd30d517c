import type { Vector } from './feature-space.ts';

/**
 * Finds how like a question is to the nearest of some texts.
 * @param features number of features of their space.
 * @returns the greatest cosine, 0 to 1; 0 without texts.
 */
export function nearestPhrasing(features: number): (question: Vector, texts: readonly Vector[]) => number {
  const scratch = new Float32Array(features);
  return (question, texts) => {
    for (const [at, id] of question.ids.entries()) scratch[id] = question.values[at] ?? 0;
    let best = 0;
    for (const { ids, values } of texts) {
      let product = 0;
      for (let at = 0; at < ids.length; at++) product += (scratch[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
      if (product > best) best = product;
    }
    for (const id of question.ids) scratch[id] = 0;
    return best;
  };
}
