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
