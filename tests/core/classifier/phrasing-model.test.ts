import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/core/classifier/feature-space.ts';
import { classify, trainPhrasingModel } from '../../../src/core/classifier/model.ts';

const vector = (...ids: number[]): Vector => ({
  ids: Int32Array.from(ids),
  values: Float32Array.from(ids, () => 1 / Math.sqrt(ids.length)),
});
const EXAMPLES = [0, 1, 2].flatMap((label) =>
  [vector(label), vector(label, 3), vector(label, 4)].map((one) => ({ vector: one, label })),
);

describe('trainPhrasingModel', () => {
  const weights = trainPhrasingModel(EXAMPLES, 5, 3);

  it('tells entries by their own features', () => {
    for (const label of [0, 1, 2]) {
      const probabilities = classify(vector(label, 3), weights, 3);
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(label);
      expect(probabilities[label]).toBeGreaterThan(0.6);
      expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    }
  });

  it('is undecided where it knows nothing', () => {
    for (const probability of classify(vector(), weights, 3)) expect(probability).toBeCloseTo(1 / 3, 5);
  });

  it('learns the same every time', () => {
    expect(trainPhrasingModel(EXAMPLES, 5, 3)).toEqual(weights);
  });

  it('learns nothing in no pass, and is certain of an only entry', () => {
    expect([...classify(vector(0), trainPhrasingModel(EXAMPLES, 5, 2, { epochs: 0 }), 2)]).toEqual([0.5, 0.5]);
    expect([...classify(vector(0), trainPhrasingModel([{ vector: vector(0), label: 0 }], 1, 1), 1)]).toEqual([1]);
  });

  it('takes scores that are too great for an exponential', () => {
    const one: Vector = { ids: Int32Array.of(0), values: Float32Array.of(1) };
    expect([...classify(one, { values: Int8Array.of(100, 101, -100), scale: 10 }, 3)]).toEqual([
      expect.closeTo(1 / (1 + Math.exp(10)), 5),
      expect.closeTo(1 / (1 + Math.exp(-10)), 5),
      0,
    ]);
  });
});
