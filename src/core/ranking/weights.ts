import type { RankFeature } from './features.ts';

/**
 * What each feature counts, and what it counts more in proportion to how sparse an entry's phrasings are; one set for all languages.
 * Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.354, sparse: -0.157 },
  grams: { always: 0.894, sparse: 0.285 },
  concepts: { always: 1.105, sparse: 0.149 },
  wordUnit: { always: 0.634, sparse: 0.904 },
  gramUnit: { always: 0.751, sparse: 1.221 },
  conceptUnit: { always: 0.369, sparse: 0.751 },
  wordPairs: { always: 0.408, sparse: 0.229 },
  gramPairs: { always: 0.423, sparse: 0.839 },
  wordBack: { always: 0.92, sparse: 0.142 },
  gramBack: { always: 0.874, sparse: 0.036 },
  conceptBack: { always: 1, sparse: 0.034 },
  wordHeading: { always: -1.012, sparse: -0.273 },
  gramHeading: { always: -0.733, sparse: -0.033 },
  conceptHeading: { always: -0.176, sparse: 0.958 },
  wordHeadingBack: { always: 0.065, sparse: 0.025 },
  gramHeadingBack: { always: -0.167, sparse: -0.192 },
  conceptHeadingBack: { always: 0.143, sparse: 0.553 },
  wordHeld: { always: 0.659, sparse: 0.845 },
  conceptHeld: { always: 0.251, sparse: 0.471 },
  probability: { always: 0.979, sparse: -0.21 },
  logProbability: { always: 2.342, sparse: 0.72 },
  nearest: { always: 0.348, sparse: 0.409 },
  missingNames: { always: -1.381, sparse: -1.466 },
};
