import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.393, sparse: -0.425 },
  grams: { always: 0.716, sparse: 0.092 },
  concepts: { always: 1.05, sparse: 0.016 },
  wordUnit: { always: 0.755, sparse: 1.067 },
  gramUnit: { always: 0.766, sparse: 1.155 },
  conceptUnit: { always: 0.268, sparse: 0.555 },
  wordPairs: { always: 0.276, sparse: 0.238 },
  gramPairs: { always: 0.298, sparse: 0.554 },
  wordBack: { always: 0.921, sparse: 0 },
  gramBack: { always: 0.787, sparse: -0.194 },
  conceptBack: { always: 0.804, sparse: -0.17 },
  wordHeading: { always: -0.905, sparse: -0.078 },
  gramHeading: { always: -0.359, sparse: 0.291 },
  conceptHeading: { always: -0.137, sparse: 0.922 },
  wordHeadingBack: { always: -0.117, sparse: -0.149 },
  gramHeadingBack: { always: -0.16, sparse: -0.179 },
  conceptHeadingBack: { always: 0.475, sparse: 1.047 },
  wordHeld: { always: 0.586, sparse: 0.802 },
  conceptHeld: { always: 0.301, sparse: 0.464 },
  probability: { always: 0.909, sparse: -0.494 },
  logProbability: { always: 2.47, sparse: 1.278 },
  nearest: { always: 0.556, sparse: 0.693 },
  missingNames: { always: -1.54, sparse: -1.672 },
  meaning: { always: 5.613, sparse: 2.09 },
};
