import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.35, sparse: -0.33 },
  grams: { always: 0.769, sparse: 0.38 },
  concepts: { always: 1.082, sparse: 0.232 },
  wordUnit: { always: 0.751, sparse: 1.092 },
  gramUnit: { always: 0.835, sparse: 1.265 },
  conceptUnit: { always: 0.339, sparse: 0.671 },
  wordPairs: { always: 0.298, sparse: 0.253 },
  gramPairs: { always: 0.297, sparse: 0.589 },
  wordBack: { always: 0.957, sparse: 0.106 },
  gramBack: { always: 0.794, sparse: -0.123 },
  conceptBack: { always: 0.847, sparse: -0.06 },
  wordHeading: { always: -1.016, sparse: -0.131 },
  gramHeading: { always: -0.547, sparse: 0.161 },
  conceptHeading: { always: -0.349, sparse: 0.785 },
  wordHeadingBack: { always: -0.147, sparse: -0.155 },
  gramHeadingBack: { always: -0.126, sparse: -0.128 },
  conceptHeadingBack: { always: 0.442, sparse: 1.072 },
  wordHeld: { always: 0.693, sparse: 0.964 },
  conceptHeld: { always: 0.386, sparse: 0.613 },
  probability: { always: 0.853, sparse: -0.379 },
  logProbability: { always: 2.529, sparse: 1.02 },
  nearest: { always: 0.431, sparse: 0.541 },
  missingNames: { always: -1.583, sparse: -1.719 },
  meaning: { always: 5.613, sparse: 2.09 },
};
