import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -2.96, // intercept
  2.232, // margin
  0.257, // probability
  -2.574, // nearest
  0.432, // unit
  -0.247, // gramUnit
  1.05, // back
  -0.924, // unknown
  -2.338, // unknownGrams
  -0.467, // corrected
  1.69, // agreement
  0.034, // length
  2.623, // bare
  4.188, // bareUnit
  -3.582, // bareUnknown
  -0.167, // bareTitle
  -1.415, // bareNearest
  0.934, // log
  0.245, // ours
  1.993, // oursLog
  -2.85, // bareOurs
  1.804, // oursProbability
  -0.558, // oursMargin
];

/** The same for shelves that serve without training (see quick-model.ts). */
export const QUICK_PRIOR: Weights = [
  -2.335, // intercept
  0.967, // margin
  0.569, // probability
  1.609, // nearest
  -0.094, // unit
  0.246, // gramUnit
  0.38, // back
  -1.101, // unknown
  -0.213, // unknownGrams
  -0.858, // corrected
  0.473, // agreement
  0.074, // length
  0.571, // bare
  0.116, // bareUnit
  0.844, // bareUnknown
  0.548, // bareTitle
  1.184, // bareNearest
  0.992, // log
  -0.531, // ours
  0.794, // oursLog
  0.658, // bareOurs
  0.369, // oursProbability
  0.5, // oursMargin
];
