import { describe, expect, it } from 'vitest';
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeatures,
  type ConfidenceWeights,
  confidenceOf,
  listWeights,
  nameWeights,
  valuesOf,
} from '../../../src/core/calibration/features.ts';
import { PRIOR, QUICK_PRIOR } from '../../../src/core/calibration/prior.ts';

const NOTHING = nameWeights([]);
/** Another value for each name. */
const VALUES = Object.fromEntries(
  CONFIDENCE_FEATURES.map((name, at) => [name, (at + 1) / 100]),
) as unknown as ConfidenceFeatures;
const logistic = (z: number) => 1 / (1 + Math.exp(-z));

describe('weights by name', () => {
  it.each([
    ['prior', PRIOR],
    ['prior of untrained indexes', QUICK_PRIOR],
  ])('become a list and come back: %s', (_, weights) => {
    expect(nameWeights(listWeights(weights))).toEqual(weights);
    expect(listWeights(weights)).toHaveLength(1 + CONFIDENCE_FEATURES.length);
    expect(listWeights(weights)[0]).toBe(weights.intercept);
  });

  it('are 0 where a list ends early', () => {
    expect(nameWeights([-2, 1])).toEqual({ ...NOTHING, intercept: -2, [CONFIDENCE_FEATURES[0]]: 1 });
    expect(new Set(Object.values(NOTHING))).toEqual(new Set([0]));
  });

  it('do not depend on the order in which they are written', () => {
    const turned = Object.fromEntries(Object.entries(PRIOR).reverse()) as ConfidenceWeights;
    expect(listWeights(turned)).toEqual(listWeights(PRIOR));
    expect(valuesOf(Object.fromEntries(Object.entries(VALUES).reverse()) as unknown as ConfidenceFeatures)).toEqual(
      valuesOf(VALUES),
    );
  });
});

describe('confidence', () => {
  it.each(CONFIDENCE_FEATURES)('weighs %s with its own weight', (name) => {
    expect(confidenceOf(VALUES, { ...NOTHING, [name]: 10 })).toBeCloseTo(logistic(10 * VALUES[name]), 6);
  });

  it('begins with the intercept', () =>
    expect(confidenceOf(VALUES, { ...NOTHING, intercept: -1 })).toBeCloseTo(logistic(-1), 6));
});
