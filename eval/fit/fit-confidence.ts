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

/** The candidates for a question, ranked by some weights, best first. */
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

/**
 * The features of the confidence, and whether the first candidate is right, and whether it would only be offered;
 * undefined without candidates.
 */
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
/** Strength of a prior that fixes a weight. */
const PINNED = 1e9;

/** The weights of all features, except that those which count more with every phrasing are 0. */
export function fitConfidence(observed: readonly Observed[], weights: RankWeights): ConfidenceWeights {
  const rows = rowsOf(observed, weights, PLAIN_FEATURES);
  const [intercept = 0, ...fitted] = fitLogistic(rows, zeros(PLAIN_FEATURES.length + 1), SHRINKAGE).map(round3);
  const plain = new Map<string, number>(PLAIN_FEATURES.map((name, at) => [name, fitted[at] ?? 0]));
  return nameWeights([intercept, ...CONFIDENCE_FEATURES.map((name) => plain.get(name) ?? 0)]);
}

/** The weights of the features that count more with every phrasing, added to known ones. */
export function fitDense(
  observed: readonly Observed[],
  weights: RankWeights,
  known: ConfidenceWeights,
): ConfidenceWeights {
  const rows = rowsOf(observed, weights, DENSE_FEATURES, known);
  // Fixed at 0, as an intercept would also count for bare titles.
  const strengths = [PINNED, ...DENSE_FEATURES.map(() => SHRINKAGE)];
  const [, ...fitted] = fitLogistic(rows, zeros(strengths.length), strengths).map(round3);
  return { ...known, ...Object.fromEntries(DENSE_FEATURES.map((name, at) => [name, fitted[at] ?? 0])) };
}

/** @param known weights that are part of the log odds besides the features. Default: none */
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
