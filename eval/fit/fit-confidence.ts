import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  type ConfidenceFeatures,
  type ConfidenceWeights,
  confidenceFeatures,
  confidenceOf,
  DENSE_FEATURES,
  nameWeights,
} from '../../src/core/calibration/features.ts';
import { fitLogistic, type Observation } from '../../src/core/calibration/logistic.ts';
import { inOrder, type RankWeights, scoreOf } from '../../src/core/ranking/rank.ts';
import type { Observed, ObservedCandidate } from './observe.ts';

const SHRINKAGE = 1;

/** A question's candidates by given weights, best first. */
const ranking = (
  { candidates }: Pick<Observed, 'candidates'>,
  weights: RankWeights,
): (ObservedCandidate & { readonly score: number })[] =>
  inOrder(
    candidates.map((one) => ({
      ...one,
      nearest: one.features.nearest,
      score: scoreOf(one.features, one.sparsity, weights),
    })),
  );

/** Features of the confidence, and whether the first candidate is right, or would only be offered; if there is one. */
export function judged(
  observed: Observed,
  weights: RankWeights,
): (Pick<ObservedCandidate, 'right' | 'isOffered'> & { readonly features: ConfidenceFeatures }) | undefined {
  const ranked = ranking(observed, weights);
  const [first] = ranked;
  return first && { ...first, features: confidenceFeatures(ranked, observed.question, first.subject) };
}

const IS_DENSE: ReadonlySet<ConfidenceFeature> = new Set(DENSE_FEATURES);
const PLAIN_FEATURES = CONFIDENCE_FEATURES.filter((name) => !IS_DENSE.has(name));
/** Keeps a weight at what it is. */
const PINNED = 1e9;

/** Weights of all features but those that count the more, the more phrasings an entry has: these are 0. */
export function fitConfidence(observed: readonly Observed[], weights: RankWeights): ConfidenceWeights {
  const rows = rowsOf(observed, weights, PLAIN_FEATURES);
  const [intercept = 0, ...fitted] = fitLogistic(rows, zeros(PLAIN_FEATURES.length + 1), SHRINKAGE).map(round3);
  const plain = new Map<string, number>(PLAIN_FEATURES.map((name, at) => [name, fitted[at] ?? 0]));
  return nameWeights([intercept, ...CONFIDENCE_FEATURES.map((name) => plain.get(name) ?? 0)]);
}

/** Weights of the features that count the more, the more phrasings an entry has, beside those that are known. */
export function fitDense(
  observed: readonly Observed[],
  weights: RankWeights,
  known: ConfidenceWeights,
): ConfidenceWeights {
  const rows = rowsOf(observed, weights, DENSE_FEATURES, known);
  // An intercept would count for bare titles as well.
  const strengths = [PINNED, ...DENSE_FEATURES.map(() => SHRINKAGE)];
  const [, ...fitted] = fitLogistic(rows, zeros(strengths.length), strengths).map(round3);
  return { ...known, ...Object.fromEntries(DENSE_FEATURES.map((name, at) => [name, fitted[at] ?? 0])) };
}

/** @param known what says something beside the features. Default: nothing does. */
function rowsOf(
  observed: readonly Observed[],
  weights: RankWeights,
  names: readonly ConfidenceFeature[],
  known?: ConfidenceWeights,
): Observation[] {
  return observed.flatMap((one) => {
    const found = judged(one, weights);
    if (!found) return [];
    const features = names.map((name) => found.features[name]);
    const offset = known ? logOdds(confidenceOf(found.features, known)) : 0;
    return [{ features, outcome: found.right ? 1 : 0, weight: one.weight, offset }];
  });
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);
const logOdds = (p: number): number => Math.log(p / (1 - p));
const round3 = (weight: number): number => Math.round(weight * 1000) / 1000 + 0;
