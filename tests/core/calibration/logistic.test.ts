import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, type Observation, predict } from '../../../src/core/calibration/logistic.ts';

const observe = (x: number, outcome: 0 | 1, weight?: number): Observation => ({
  features: [x, 0.5],
  outcome,
  ...(weight === undefined ? {} : { weight }),
});
const RULE = Array.from({ length: 100 }, (_, at) => observe(at / 100, at >= 60 ? 1 : 0));

describe('logistic regression', () => {
  it('predicts by its weights', () => {
    expect(predict([1, 2], [0, 0, 0])).toBe(0.5);
    expect(predict([1, 2], [1, 2, -1])).toBeCloseTo(1 / (1 + Math.exp(-1)));
    expect(predict([1], [])).toBe(0.5);
  });

  it('recovers a rule', () => {
    const weights = fitLogistic(RULE, [0, 0, 0], 0.01);
    for (const { features, outcome } of RULE) {
      if (Math.abs((features[0] ?? 0) - 0.595) > 0.03) expect(Math.round(predict(features, weights))).toBe(outcome);
    }
    expect(predict([0.9, 0.5], weights)).toBeGreaterThan(0.95);
  });

  it('keeps what was believed where nothing is observed, and nearer to it the stronger it was', () => {
    expect(fitLogistic([], [1, -2, 3], 5)).toEqual([1, -2, 3]);
    const moved = (strength: number) => Math.abs(fitLogistic(RULE, [0, 0, 0], strength)[1] ?? 0);
    expect(moved(1000)).toBeLessThan(moved(10));
  });

  it('counts a weight as so many observations', () => {
    const thrice = fitLogistic([observe(0.2, 0, 3), observe(0.9, 1)], [0, 0, 0], 1);
    const each = fitLogistic([observe(0.2, 0), observe(0.2, 0), observe(0.2, 0), observe(0.9, 1)], [0, 0, 0], 1);
    for (const [at, weight] of thrice.entries()) expect(weight).toBeCloseTo(each[at] ?? Number.NaN, 6);
  });

  it('ends with the slope of the error at zero', () => {
    const observations = fc.array(
      fc.record({ x: fc.double({ min: -1, max: 1, noNaN: true }), outcome: fc.constantFrom<0 | 1>(0, 1) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(observations, (list) => {
        const data = list.map(({ x, outcome }) => ({ features: [x], outcome }));
        const [intercept = 0, slope = 0] = fitLogistic(data, [0, 0], 1);
        const error = (value: (x: number) => number) =>
          data.reduce(
            (sum, { features: [x = 0], outcome }) => sum + (predict([x], [intercept, slope]) - outcome) * value(x),
            0,
          );
        expect(intercept + error(() => 1)).toBeCloseTo(0, 4);
        expect(slope + error((x) => x)).toBeCloseTo(0, 4);
      }),
    );
  });
});
