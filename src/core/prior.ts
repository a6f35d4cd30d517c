import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -2.018, // intercept
  2.482, // margin
  0.797, // probability
  -2.541, // nearest
  -0.366, // unit
  0.21, // gramUnit
  1.162, // back
  0.176, // unknown
  -2.165, // unknownGrams
  -0.092, // corrected
  2.295, // agreement
  0.935, // length
  1.762, // bare
  3.087, // bareUnit
  -4.02, // bareUnknown
  2.327, // bareTitle
  -2.007, // bareNearest
  1.538, // log
  -0.59, // ours
  1.838, // oursLog
  -2.764, // bareOurs
  1.714, // oursProbability
  -0.919, // oursMargin
];

/** The same for shelves that serve without training (see quick-model.ts). */
export const QUICK_PRIOR: Weights = [
  -2.267, // intercept
  1.09, // margin
  0.494, // probability
  1.505, // nearest
  -0.074, // unit
  0.273, // gramUnit
  0.416, // back
  -0.991, // unknown
  -0.375, // unknownGrams
  -0.628, // corrected
  0.513, // agreement
  -0.082, // length
  0.514, // bare
  0.176, // bareUnit
  0.812, // bareUnknown
  0.616, // bareTitle
  1.102, // bareNearest
  0.969, // log
  -0.525, // ours
  0.705, // oursLog
  0.562, // bareOurs
  0.332, // oursProbability
  0.561, // oursMargin
];
