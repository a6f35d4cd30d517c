import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and how much it grows in proportion to how sparse an entry's phrasings are; one set for all
 * languages. Made by `npm run fit`, from real FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in `locales/`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
  words: { always: 0.351, sparse: -0.339 },
  grams: { always: 0.758, sparse: 0.358 },
  concepts: { always: 1.077, sparse: 0.214 },
  wordUnit: { always: 0.744, sparse: 1.084 },
  gramUnit: { always: 0.823, sparse: 1.253 },
  conceptUnit: { always: 0.337, sparse: 0.669 },
  wordPairs: { always: 0.306, sparse: 0.269 },
  gramPairs: { always: 0.32, sparse: 0.618 },
  wordBack: { always: 0.978, sparse: 0.118 },
  gramBack: { always: 0.782, sparse: -0.142 },
  conceptBack: { always: 0.862, sparse: -0.059 },
  wordHeading: { always: -1.029, sparse: -0.154 },
  gramHeading: { always: -0.601, sparse: 0.104 },
  conceptHeading: { always: -0.358, sparse: 0.769 },
  wordHeadingBack: { always: -0.168, sparse: -0.229 },
  gramHeadingBack: { always: -0.155, sparse: -0.177 },
  conceptHeadingBack: { always: 0.424, sparse: 1 },
  wordHeld: { always: 0.706, sparse: 0.981 },
  conceptHeld: { always: 0.401, sparse: 0.634 },
  probability: { always: 0.849, sparse: -0.346 },
  logProbability: { always: 2.557, sparse: 1.107 },
  nearest: { always: 0.558, sparse: 0.694 },
  missingNames: { always: -1.562, sparse: -1.696 },
  meaning: { always: 5.613, sparse: 2.09 },
};
