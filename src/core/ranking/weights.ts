import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.344, sparse: -0.216 },
  grams: { always: 0.708, sparse: 0.443 },
  concepts: { always: 0.858, sparse: -0.086 },
  wordUnit: { always: 0.418, sparse: 0.706 },
  gramUnit: { always: 0.941, sparse: 1.317 },
  conceptUnit: { always: 0.142, sparse: 0.209 },
  wordPairs: { always: 0.332, sparse: 0.256 },
  gramPairs: { always: 0.229, sparse: 0.46 },
  wordBack: { always: 0.825, sparse: -0.32 },
  gramBack: { always: 1.098, sparse: 0.271 },
  conceptBack: { always: 0.76, sparse: -0.463 },
  wordHeading: { always: -1.325, sparse: -0.693 },
  gramHeading: { always: -0.488, sparse: 0.034 },
  conceptHeading: { always: -0.361, sparse: 0.241 },
  wordHeadingBack: { always: -0.142, sparse: -0.646 },
  gramHeadingBack: { always: -0.346, sparse: -0.56 },
  conceptHeadingBack: { always: 0.672, sparse: 0.699 },
  wordHeld: { always: 0.167, sparse: 0.49 },
  conceptHeld: { always: -0.415, sparse: -0.368 },
  heldRarity: { always: 1.536, sparse: 1.656 },
  headingRarity: { always: 1.083, sparse: 1.743 },
  probability: { always: 1.107, sparse: 0.024 },
  logProbability: { always: 2.115, sparse: 1.024 },
  nearest: { always: 0.848, sparse: 0.812 },
  missingNames: { always: -0.998, sparse: -1.134 },
  askedAlike: { always: 0.152, sparse: -0.324 },
  askedOtherwise: { always: -0.232, sparse: -0.264 },
};
