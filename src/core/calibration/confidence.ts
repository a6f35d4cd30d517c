import { CONFIDENCE_FEATURES, type ConfidenceFeature, type ConfidenceFeatures } from './features.ts';

/** Of a logistic regression, keyed by what each belongs to. */
export type ConfidenceWeights = Readonly<Record<'intercept' | ConfidenceFeature, number>>;

/** In the order in which a regression takes them. */
export const valuesOf = (features: ConfidenceFeatures): number[] => CONFIDENCE_FEATURES.map((name) => features[name]);

/** As a regression takes them, and back. */
export const listWeights = (weights: ConfidenceWeights): number[] => [
  weights.intercept,
  ...CONFIDENCE_FEATURES.map((name) => weights[name]),
];
export const nameWeights = ([intercept = 0, ...weights]: readonly number[]): ConfidenceWeights =>
  Object.fromEntries([
    ['intercept', intercept],
    ...CONFIDENCE_FEATURES.map((name, at) => [name, weights[at] ?? 0]),
  ]) as ConfidenceWeights;

/** Probability that the first entry is the answer. */
export function confidenceOf(features: ConfidenceFeatures, weights: ConfidenceWeights): number {
  let logit = weights.intercept;
  for (const name of CONFIDENCE_FEATURES) logit += features[name] * weights[name];
  return 1 / (1 + Math.exp(-logit));
}
