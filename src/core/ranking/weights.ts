import type { RankFeature } from './features.ts';

/**
 * What each feature counts, and what it counts more in proportion to how sparse an entry's phrasings are; one set for all languages.
 * Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.375, sparse: -0.223 },
  grams: { always: 0.942, sparse: 0.107 },
  concepts: { always: 1.188, sparse: 0.116 },
  wordUnit: { always: 0.586, sparse: 0.851 },
  gramUnit: { always: 0.533, sparse: 1.011 },
  conceptUnit: { always: 0.328, sparse: 0.753 },
  wordPairs: { always: 0.459, sparse: 0.22 },
  gramPairs: { always: 0.329, sparse: 0.761 },
  wordBack: { always: 0.939, sparse: 0.149 },
  gramBack: { always: 0.907, sparse: -0.014 },
  conceptBack: { always: 1.018, sparse: 0.011 },
  wordHeading: { always: -0.918, sparse: -0.142 },
  gramHeading: { always: -0.61, sparse: 0.089 },
  conceptHeading: { always: -0.22, sparse: 0.929 },
  wordHeadingBack: { always: 0.039, sparse: 0.082 },
  gramHeadingBack: { always: -0.141, sparse: -0.151 },
  conceptHeadingBack: { always: 0.076, sparse: 0.533 },
  wordHeld: { always: 0.578, sparse: 0.707 },
  conceptHeld: { always: 0.227, sparse: 0.451 },
  probability: { always: 1.006, sparse: -0.17 },
  logProbability: { always: 2.346, sparse: 0.755 },
  nearest: { always: 0.366, sparse: 0.439 },
  missingNames: { always: -1.272, sparse: -1.345 },
};
