import { SAME } from '../calibration/learning-policy.ts';
import type { LanguageIndex, Match } from '../index/language-index.ts';
import {
  heldThings,
  nameFeatures,
  RANK_FEATURES,
  type RankFeature,
  type RankFeatures,
  rankFeatures,
} from './features.ts';
import { RANK_WEIGHTS } from './weights.ts';

/** Weight of each feature, and an additional one in proportion to the sparsity of an entry's phrasings. */
export type RankWeights = Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>>;

export interface Ranked {
  /** The entry's number in the index. */
  readonly entry: number;
  /** Weighted sum of the features; higher is better. */
  readonly score: number;
  /** The score by the shipped weights, to compare it with entries of indexes that have other weights. */
  readonly commonScore: number;
  /** The feature `nearest`, 0 to 1. */
  readonly nearest: number;
  /** Computed when first read, which is rare for entries other than the first. */
  readonly features: RankFeatures;
  /** See LanguageIndex; 0 to 1. */
  readonly sparsity: number;
}

type Likened = Pick<Ranked, 'nearest'>;

const isSame = ({ nearest }: Likened): boolean => nearest > SAME;

/** Whether the question equals a title or phrasing of the first entry, and of no other. */
export const isExactMatch = (ranked: readonly Likened[]): boolean =>
  ranked.filter(isSame).length === 1 && ranked.slice(0, 1).some(isSame);

interface RankOptions {
  /** Default: the shipped weights. */
  readonly weights?: RankWeights;
  /** Whether an entry is left out as if it did not exist. Default: no entry is. */
  readonly isMasked?: (entry: number) => boolean;
}

/**
 * The entries that the indexes and the model propose, best first. If the question is a title or phrasing of exactly one
 * entry, that one comes first.
 */
export function rank(
  match: Match,
  index: LanguageIndex,
  { weights = RANK_WEIGHTS, isMasked = () => false }: RankOptions = {},
): readonly Ranked[] {
  const shown: number[] = [];
  let masked = 0;
  let best = 0;
  for (const entry of new Set([...match.words.top, ...match.grams.top, ...match.concepts.top, ...match.likely])) {
    const probability = match.probability(entry);
    if (isMasked(entry)) masked += probability;
    // If there are few entries, one without anything in common with the question may have a great probability.
    else if (isNear(match, entry)) {
      shown.push(entry);
      if (probability > best) best = probability;
    }
  }
  const rest = Math.max(1 - masked, 1e-6);
  const thingsIn = heldThings(match);
  const scoreBy = weights === RANK_WEIGHTS ? commonScore : scorer(weights);
  return inOrder(
    shown
      .sort((a, b) => a - b)
      .map((entry) => {
        const features = rankFeatures(entry, match, thingsIn(entry), rest, best);
        return new RankedEntry(entry, index.sparsity(entry), features, scoreBy);
      }),
  );
}

const NEAREST = RANK_FEATURES.indexOf('nearest');

/** A class, as a closure for each object would take more memory than its numbers. */
class RankedEntry implements Ranked {
  readonly entry: number;
  readonly sparsity: number;
  readonly score: number;
  readonly commonScore: number;
  readonly nearest: number;
  readonly #values: readonly number[];
  #features: RankFeatures | undefined;

  constructor(entry: number, sparsity: number, values: readonly number[], scoreBy: ScoreBy) {
    this.entry = entry;
    this.sparsity = sparsity;
    this.score = scoreBy(values, sparsity);
    this.commonScore = scoreBy === commonScore ? this.score : commonScore(values, sparsity);
    this.nearest = values[NEAREST] ?? 0;
    this.#values = values;
  }

  get features(): RankFeatures {
    this.#features ??= nameFeatures(this.#values);
    return this.#features;
  }
}

const isNear = ({ words, grams, concepts, nearest }: Match, entry: number): boolean =>
  words.score(entry) > 0 || grams.score(entry) > 0 || concepts.score(entry) > 0 || nearest(entry) > 0;

/** Best first, except that an entry with exactly the question as title or phrasing comes before others. */
export function inOrder<T extends Pick<Ranked, 'nearest' | 'score'>>(found: readonly T[]): T[] {
  const sorted = [...found].sort((a, b) => b.score - a.score);
  const own = sorted.filter(isSame);
  return own.length === 1 && own[0] !== sorted[0] ? [...own, ...sorted.filter((one) => !isSame(one))] : sorted;
}

type ScoreBy = (values: readonly number[], sparsity: number) => number;

/** Like `scoreOf`, but much faster, as nothing is looked up by name. */
function scorer(weights: RankWeights): ScoreBy {
  const always = RANK_FEATURES.map((name) => weights[name].always);
  const sparse = RANK_FEATURES.map((name) => weights[name].sparse);
  return (values, sparsity) =>
    values.reduce((sum, value, at) => sum + value * ((always[at] ?? 0) + sparsity * (sparse[at] ?? 0)), 0);
}

const commonScore = scorer(RANK_WEIGHTS);

export function scoreOf(features: RankFeatures, sparsity: number, weights: RankWeights = RANK_WEIGHTS): number {
  let score = 0;
  for (const name of RANK_FEATURES) {
    const { always, sparse } = weights[name];
    score += features[name] * (always + sparsity * sparse);
  }
  return score;
}
