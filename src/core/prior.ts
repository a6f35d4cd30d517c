import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -2.423, // intercept
  2.019, // margin
  0.654, // probability
  -2.398, // nearest
  -0.428, // unit
  -0.557, // gramUnit
  1.275, // back
  -0.819, // unknown
  -2.397, // unknownGrams
  -0.748, // corrected
  2.134, // agreement
  0.113, // length
  2.223, // bare
  4.709, // bareUnit
  -3.885, // bareUnknown
  -0.165, // bareTitle
  -1.402, // bareNearest
  1.594, // log
  0.304, // ours
  1.322, // oursLog
  -1.718, // bareOurs
  1.551, // oursProbability
  -0.558, // oursMargin
];
