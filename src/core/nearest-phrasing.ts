import type { Vector } from './feature-space.ts';
import type { Vectors } from './vectors.ts';

/**
 * Finds how like a question is to the nearest text of one group.
 * @param features number of features of their space.
 * @returns the greatest cosine, 0 to 1; 0 without texts.
 */
export function nearestPhrasing({ groups, starts, ids, values }: Vectors, features: number): (question: Vector, group: number) => number {
  const scratch = new Float32Array(features);
  return (question, group) => {
    for (const [at, id] of question.ids.entries()) scratch[id] = question.values[at] ?? 0;
    let best = 0;
    for (let text = groups[group] ?? 0; text < (groups[group + 1] ?? 0); text++) {
      let product = 0;
      for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) product += (scratch[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
      if (product > best) best = product;
    }
    for (const id of question.ids) scratch[id] = 0;
    return best;
  };
}
