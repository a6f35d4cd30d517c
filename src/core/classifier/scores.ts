import type { Vector } from './feature-space.ts';

/** Features whose weights are read side by side, so that a score is fetched and put back once for all of them. */
const ABREAST = 4;

/**
 * What a question's features say for each entry.
 * @param weights feature by feature. @param scores one for each entry: overwritten.
 */
export function scoreInto(scores: Float32Array, { ids, values }: Vector, weights: Float32Array): void {
  const classes = scores.length;
  scores.fill(0);
  // Behind the last feature stands the first one's row, times 0.
  for (let i = 0; i < ids.length; i += ABREAST) {
    const a = (ids[i] ?? 0) * classes;
    const b = (ids[i + 1] ?? 0) * classes;
    const c = (ids[i + 2] ?? 0) * classes;
    const d = (ids[i + 3] ?? 0) * classes;
    const ofA = values[i] ?? 0;
    const ofB = values[i + 1] ?? 0;
    const ofC = values[i + 2] ?? 0;
    const ofD = values[i + 3] ?? 0;
    for (let at = 0; at < classes; at++) {
      // Rounded after each sum, as if it had been put back: what was learned must not depend on how many go abreast.
      const first = Math.fround((scores[at] ?? 0) + (weights[a + at] ?? 0) * ofA);
      const second = Math.fround(first + (weights[b + at] ?? 0) * ofB);
      const third = Math.fround(second + (weights[c + at] ?? 0) * ofC);
      scores[at] = third + (weights[d + at] ?? 0) * ofD;
    }
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float32Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) top = Math.max(top, scores[c] ?? top);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp((scores[c] ?? 0) - top);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}
