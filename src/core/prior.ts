import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -0.753, // intercept
  1.441, // margin
  1.039, // probability
  -2.248, // nearest
  -0.039, // unit
  0.093, // gramUnit
  1.144, // back
  0.547, // unknown
  -2.161, // unknownGrams
  -0.095, // corrected
  0.799, // agreement
  0.954, // length
  0.165, // bare
  2.507, // bareUnit
  -4.751, // bareUnknown
  2.288, // bareTitle
  -2.321, // bareNearest
  0.79, // bareMargin
  2.727, // bareAgreement
  2.043, // log
  -0.571, // ours
  1.467, // oursLog
  -3.293, // bareOurs
  1.319, // oursProbability
  0.272, // oursMargin
];

/** The same for shelves that serve without training (see quick-model.ts). */
export const QUICK_PRIOR: Weights = [
  -2.158, // intercept
  0.748, // margin
  0.587, // probability
  1.502, // nearest
  -0.019, // unit
  0.283, // gramUnit
  0.414, // back
  -0.95, // unknown
  -0.39, // unknownGrams
  -0.623, // corrected
  0.48, // agreement
  -0.076, // length
  0.384, // bare
  0.08, // bareUnit
  0.72, // bareUnknown
  0.515, // bareTitle
  1.029, // bareNearest
  0.677, // bareMargin
  0.081, // bareAgreement
  1.072, // log
  -0.477, // ours
  0.69, // oursLog
  0.485, // bareOurs
  0.409, // oursProbability
  0.531, // oursMargin
];
