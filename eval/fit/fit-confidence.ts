import { type ConfidenceWeights, nameWeights, valuesOf } from '../../src/core/calibration/confidence.ts';
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeatures,
  confidenceFeatures,
} from '../../src/core/calibration/features.ts';
import { fitLogistic } from '../../src/core/calibration/logistic.ts';
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

const round3 = (weight: number): number => Math.round(weight * 1000) / 1000 + 0;

export function fitConfidence(observed: readonly Observed[], weights: RankWeights): ConfidenceWeights {
  const rows = observed.flatMap((one) => {
    const found = judged(one, weights);
    return found
      ? [{ features: valuesOf(found.features), outcome: found.right ? (1 as const) : (0 as const), weight: one.weight }]
      : [];
  });
  const fitted = fitLogistic(rows, new Array<number>(CONFIDENCE_FEATURES.length + 1).fill(0), SHRINKAGE);
  return nameWeights(fitted.map(round3));
}
