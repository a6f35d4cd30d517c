import type { RankFeature } from './features.ts';

/**
 * What each feature counts, and what it counts more in proportion to how sparse an entry's phrasings are; one set for
 * all languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and
 * the lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.32, sparse: -0.206 },
  grams: { always: 0.894, sparse: 0.294 },
  concepts: { always: 1.153, sparse: 0.172 },
  wordUnit: { always: 0.557, sparse: 0.828 },
  gramUnit: { always: 0.787, sparse: 1.253 },
  conceptUnit: { always: 0.461, sparse: 0.732 },
  wordPairs: { always: 0.417, sparse: 0.226 },
  gramPairs: { always: 0.435, sparse: 0.855 },
  wordBack: { always: 0.876, sparse: 0.118 },
  gramBack: { always: 0.879, sparse: 0.049 },
  conceptBack: { always: 1.001, sparse: 0.048 },
  wordHeading: { always: -0.975, sparse: -0.207 },
  gramHeading: { always: -0.716, sparse: -0.018 },
  conceptHeading: { always: -0.254, sparse: 0.753 },
  wordHeadingBack: { always: -0.003, sparse: -0.036 },
  gramHeadingBack: { always: -0.179, sparse: -0.198 },
  conceptHeadingBack: { always: 0.258, sparse: 0.68 },
  wordHeld: { always: 0.588, sparse: 0.775 },
  conceptHeld: { always: 0.334, sparse: 0.491 },
  probability: { always: 0.965, sparse: -0.205 },
  logProbability: { always: 2.339, sparse: 0.736 },
  nearest: { always: 0.354, sparse: 0.414 },
  missingNames: { always: -1.373, sparse: -1.465 },
  meaning: { always: 5.613, sparse: 2.09 },
};
