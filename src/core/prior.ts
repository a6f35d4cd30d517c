import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -2.25, // intercept
  2.761, // margin
  0.582, // probability
  -2.172, // nearest
  -0.21, // unit
  -0.712, // gramUnit
  1.305, // back
  0.078, // unknown
  -2.268, // unknownGrams
  -0.997, // corrected
  1.857, // agreement
  1.383, // length
  1.683, // bare
  3.339, // bareUnit
  -4.148, // bareUnknown
  2.437, // bareTitle
  -1.285, // bareNearest
  1.564, // log
  0.261, // ours
  1.315, // oursLog
  -3.479, // bareOurs
  1.938, // oursProbability
  -1.009, // oursMargin
];

/** The same for shelves that serve without training (see quick-model.ts). */
export const QUICK_PRIOR: Weights = [
  -2.263, // intercept
  0.962, // margin
  0.571, // probability
  1.678, // nearest
  -0.123, // unit
  0.257, // gramUnit
  0.416, // back
  -1.115, // unknown
  -0.283, // unknownGrams
  -0.867, // corrected
  0.462, // agreement
  -0.017, // length
  0.597, // bare
  0.107, // bareUnit
  0.846, // bareUnknown
  0.562, // bareTitle
  1.232, // bareNearest
  0.996, // log
  -0.557, // ours
  0.638, // oursLog
  0.656, // bareOurs
  0.356, // oursProbability
  0.606, // oursMargin
];
