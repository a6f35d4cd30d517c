import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -0.685, // intercept
  1.465, // margin
  1.048, // probability
  -2.353, // nearest
  -0.15, // unit
  0.271, // gramUnit
  1.09, // back
  0.592, // unknown
  -2.526, // unknownGrams
  -0.11, // corrected
  0.797, // agreement
  0.682, // length
  0.343, // bare
  2.808, // bareUnit
  -4.673, // bareUnknown
  2.285, // bareTitle
  -2.342, // bareNearest
  0.883, // bareMargin
  2.252, // bareAgreement
  1.895, // log
  -0.389, // ours
  1.337, // oursLog
  -3.424, // bareOurs
  1.37, // oursProbability
  0.284, // oursMargin
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
