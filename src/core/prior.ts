import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -2.697, // intercept
  2.191, // margin
  0.287, // probability
  -2.385, // nearest
  0.149, // unit
  -0.306, // gramUnit
  0.852, // back
  -0.558, // unknown
  -2.203, // unknownGrams
  -0.416, // corrected
  1.565, // agreement
  0.177, // length
  2.376, // bare
  4.478, // bareUnit
  -3.924, // bareUnknown
  -0.084, // bareTitle
  -1.429, // bareNearest
  1.154, // log
  0.534, // ours
  1.741, // oursLog
  -2.731, // bareOurs
  1.841, // oursProbability
  -0.429, // oursMargin
];
