import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.33, sparse: -0.32 },
  grams: { always: 0.746, sparse: 0.389 },
  concepts: { always: 1.089, sparse: 0.241 },
  wordUnit: { always: 0.76, sparse: 1.106 },
  gramUnit: { always: 0.836, sparse: 1.291 },
  conceptUnit: { always: 0.327, sparse: 0.644 },
  wordPairs: { always: 0.348, sparse: 0.346 },
  gramPairs: { always: 0.306, sparse: 0.647 },
  wordBack: { always: 0.94, sparse: 0.07 },
  gramBack: { always: 0.832, sparse: -0.007 },
  conceptBack: { always: 0.869, sparse: -0.088 },
  wordHeading: { always: -1.01, sparse: -0.097 },
  gramHeading: { always: -0.638, sparse: 0.099 },
  conceptHeading: { always: -0.359, sparse: 0.768 },
  wordHeadingBack: { always: -0.155, sparse: -0.156 },
  gramHeadingBack: { always: -0.127, sparse: -0.045 },
  conceptHeadingBack: { always: 0.416, sparse: 1.012 },
  wordHeld: { always: 0.692, sparse: 0.951 },
  conceptHeld: { always: 0.376, sparse: 0.574 },
  probability: { always: 0.875, sparse: -0.258 },
  logProbability: { always: 2.568, sparse: 1.174 },
  nearest: { always: 0.485, sparse: 0.665 },
  missingNames: { always: -1.451, sparse: -1.541 },
  meaning: { always: 5.613, sparse: 2.09 },
};
