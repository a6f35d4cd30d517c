import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and an additional weight in proportion to the sparsity of an entry's phrasings; the same for
 * all languages. Made by `npm run fit`, from FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.345, sparse: -0.215 },
  grams: { always: 0.708, sparse: 0.443 },
  concepts: { always: 0.859, sparse: -0.085 },
  wordUnit: { always: 0.419, sparse: 0.706 },
  gramUnit: { always: 0.939, sparse: 1.315 },
  conceptUnit: { always: 0.142, sparse: 0.208 },
  wordPairs: { always: 0.333, sparse: 0.258 },
  gramPairs: { always: 0.232, sparse: 0.464 },
  wordBack: { always: 0.822, sparse: -0.325 },
  gramBack: { always: 1.1, sparse: 0.274 },
  conceptBack: { always: 0.759, sparse: -0.468 },
  wordHeading: { always: -1.324, sparse: -0.692 },
  gramHeading: { always: -0.491, sparse: 0.03 },
  conceptHeading: { always: -0.362, sparse: 0.241 },
  wordHeadingBack: { always: -0.14, sparse: -0.643 },
  gramHeadingBack: { always: -0.346, sparse: -0.56 },
  conceptHeadingBack: { always: 0.673, sparse: 0.7 },
  wordHeld: { always: 0.167, sparse: 0.49 },
  conceptHeld: { always: -0.415, sparse: -0.369 },
  heldRarity: { always: 1.534, sparse: 1.653 },
  headingRarity: { always: 1.084, sparse: 1.743 },
  probability: { always: 1.11, sparse: 0.03 },
  logProbability: { always: 2.115, sparse: 1.026 },
  nearest: { always: 0.846, sparse: 0.811 },
  missingNames: { always: -0.996, sparse: -1.131 },
  askedAlike: { always: 0.237, sparse: -0.49 },
  askedOtherwise: { always: -0.48, sparse: -0.373 },
};
