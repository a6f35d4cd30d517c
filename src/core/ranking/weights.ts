import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.289, sparse: -0.375 },
  grams: { always: 0.728, sparse: 0.401 },
  concepts: { always: 1.201, sparse: 0.306 },
  wordUnit: { always: 0.701, sparse: 1.067 },
  gramUnit: { always: 0.799, sparse: 1.291 },
  conceptUnit: { always: 0.39, sparse: 0.753 },
  wordPairs: { always: 0.426, sparse: 0.326 },
  gramPairs: { always: 0.306, sparse: 0.643 },
  wordBack: { always: 0.93, sparse: 0.092 },
  gramBack: { always: 0.817, sparse: 0.007 },
  conceptBack: { always: 0.947, sparse: -0.075 },
  wordHeading: { always: -1.056, sparse: -0.153 },
  gramHeading: { always: -0.674, sparse: 0.075 },
  conceptHeading: { always: -0.308, sparse: 0.886 },
  wordHeadingBack: { always: -0.039, sparse: -0.049 },
  gramHeadingBack: { always: -0.072, sparse: 0.005 },
  conceptHeadingBack: { always: 0.281, sparse: 0.796 },
  wordHeld: { always: 0.629, sparse: 0.932 },
  conceptHeld: { always: 0.284, sparse: 0.604 },
  probability: { always: 0.911, sparse: -0.233 },
  logProbability: { always: 2.562, sparse: 1.167 },
  nearest: { always: 0.407, sparse: 0.626 },
  missingNames: { always: -1.362, sparse: -1.461 },
  meaning: { always: 5.613, sparse: 2.09 },
};
