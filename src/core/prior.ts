import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by `npm run fit-prior` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in `locales/`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
  -0.755, // intercept
  1.426, // margin
  1.061, // probability
  -2.226, // nearest
  -0.069, // unit
  0.099, // gramUnit
  1.127, // back
  0.52, // unknown
  -2.153, // unknownGrams
  -0.098, // corrected
  0.804, // agreement
  0.957, // length
  0.121, // bare
  2.525, // bareUnit
  -4.739, // bareUnknown
  2.302, // bareTitle
  -2.324, // bareNearest
  0.809, // bareMargin
  2.72, // bareAgreement
  2.008, // log
  -0.548, // ours
  1.457, // oursLog
  -3.302, // bareOurs
  1.327, // oursProbability
  0.264, // oursMargin
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
