import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/core/classifier/feature-space.ts';
import { scoreInto, softmax } from '../../../src/core/classifier/scores.ts';

const CLASSES = 3;
const WEIGHTS = Float32Array.from({ length: 12 * CLASSES }, (_, at) => Math.sin(at + 1) * 10 ** (at % 5));

/** One feature after the other, put back after each. */
function oneByOne({ ids, values }: Vector): Float32Array {
  const scores = new Float32Array(CLASSES);
  for (const [at, id] of ids.entries())
    for (let c = 0; c < CLASSES; c++)
      scores[c] = (scores[c] ?? 0) + (WEIGHTS[id * CLASSES + c] ?? 0) * (values[at] ?? 0);
  return scores;
}

describe('scoreInto', () => {
  it('gives the very bits of a sum of one feature after the other, however many there are', () => {
    for (let length = 0; length <= 9; length++) {
      const vector = {
        ids: Int32Array.from({ length }, (_, at) => (at * 7 + 5) % 12),
        values: Float32Array.from({ length }, (_, at) => 1 / (at + 3)),
      };
      const scores = new Float32Array(CLASSES).fill(9);
      scoreInto(scores, vector, WEIGHTS);
      expect(scores).toEqual(oneByOne(vector));
    }
  });
});

describe('softmax', () => {
  it('sums to 1 and takes scores that are too great for an exponential', () => {
    const scores = Float32Array.from([1000, 1001, -1000]);
    softmax(scores);
    expect([...scores]).toEqual([expect.closeTo(1 / (1 + Math.E), 5), expect.closeTo(Math.E / (1 + Math.E), 5), 0]);
  });
});
