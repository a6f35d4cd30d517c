import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.338, sparse: -0.335 },
  grams: { always: 0.769, sparse: 0.367 },
  concepts: { always: 1.084, sparse: 0.238 },
  wordUnit: { always: 0.747, sparse: 1.086 },
  gramUnit: { always: 0.834, sparse: 1.258 },
  conceptUnit: { always: 0.343, sparse: 0.682 },
  wordPairs: { always: 0.307, sparse: 0.257 },
  gramPairs: { always: 0.298, sparse: 0.593 },
  wordBack: { always: 0.954, sparse: 0.11 },
  gramBack: { always: 0.799, sparse: -0.106 },
  conceptBack: { always: 0.854, sparse: -0.072 },
  wordHeading: { always: -1.014, sparse: -0.133 },
  gramHeading: { always: -0.553, sparse: 0.148 },
  conceptHeading: { always: -0.367, sparse: 0.761 },
  wordHeadingBack: { always: -0.134, sparse: -0.128 },
  gramHeadingBack: { always: -0.114, sparse: -0.102 },
  conceptHeadingBack: { always: 0.432, sparse: 1.054 },
  wordHeld: { always: 0.698, sparse: 0.969 },
  conceptHeld: { always: 0.396, sparse: 0.638 },
  probability: { always: 0.849, sparse: -0.387 },
  logProbability: { always: 2.539, sparse: 1.026 },
  nearest: { always: 0.436, sparse: 0.554 },
  missingNames: { always: -1.584, sparse: -1.718 },
  meaning: { always: 5.613, sparse: 2.09 },
};
