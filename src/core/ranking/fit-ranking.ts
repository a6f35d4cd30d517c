import { ADAM } from '../calibration/reading-policy.ts';
import { startsOf } from '../classifier/feature-space.ts';
import { RANK_FEATURES, type RankFeature, type RankFeatures } from './features.ts';
import { type RankWeights, scoreOf } from './rank.ts';

/** The candidates for one question. */
export interface RankExample {
  readonly candidates: readonly {
    readonly features: RankFeatures;
    readonly sparsity: number;
    readonly right: boolean;
  }[];
  readonly weight: number;
}

/** Features whose weights are fitted, and the prior of all weights. All other weights stay as in the prior. */
export interface Free {
  readonly free: readonly RankFeature[];
  readonly prior: RankWeights;
}

/** All features, with a prior of 0. */
export const ALL: Free = {
  free: RANK_FEATURES,
  prior: Object.fromEntries(RANK_FEATURES.map((name) => [name, { always: 0, sparse: 0 }])) as RankWeights,
};

/**
 * The weights with which right candidates have the greatest share among all (conditional logit), drawn towards the
 * prior. Deterministic.
 * @param part features and prior. Default: all features, prior 0
 * @param strength of the prior, as a number of examples. Default: 1
 */
export function fitRanking(examples: readonly RankExample[], { free, prior }: Free = ALL, strength = 1): RankWeights {
  const { mostRounds, rate, memory, squareMemory, leastMove } = ADAM;
  const rows = examples
    .filter(({ candidates }) => candidates.some(({ right }) => right) && candidates.some(({ right }) => !right))
    .map((example) => rowOf(example, free, prior));
  if (rows.length === 0) return prior;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  // Differences from the prior.
  const weights = new Float64Array(2 * free.length);
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let round = 1; round <= mostRounds; round++) {
    const gradient = weights.map((weight) => strength * weight);
    for (const row of rows) addGradient(gradient, row, weights);
    let farthest = 0;
    for (let at = 0; at < weights.length; at++) {
      const slope = (gradient[at] ?? 0) / total;
      mean[at] = memory * (mean[at] ?? 0) + (1 - memory) * slope;
      square[at] = squareMemory * (square[at] ?? 0) + (1 - squareMemory) * slope * slope;
      const step =
        (mean[at] ?? 0) / (1 - memory ** round) / (Math.sqrt((square[at] ?? 0) / (1 - squareMemory ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - rate * step;
      farthest = Math.max(farthest, rate * Math.abs(step));
    }
    if (farthest < leastMove) break;
  }
  const sumOf = (name: RankFeature, at: number) => ({
    always: round3(prior[name].always + (weights[2 * at] ?? 0)),
    sparse: round3(prior[name].sparse + (weights[2 * at + 1] ?? 0)),
  });
  return { ...prior, ...Object.fromEntries(free.map((name, at) => [name, sumOf(name, at)])) };
}

const round3 = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** The candidates of one question as a sparse matrix, without values of 0. */
interface Row {
  readonly right: readonly boolean[];
  readonly weight: number;
  /** Start of each candidate's values, and a final end. */
  readonly starts: Int32Array;
  /** Index of each value's weight. */
  readonly ids: Uint8Array;
  readonly values: Float64Array;
  /** Each candidate's score by the prior alone. */
  readonly offsets: Float64Array;
  /** Each candidate's share of the probability; overwritten in every iteration. */
  readonly shares: Float64Array;
}

function rowOf({ candidates, weight }: RankExample, free: readonly RankFeature[], prior: RankWeights): Row {
  const all = candidates.map(({ features, sparsity }) =>
    free
      .flatMap((name) => [features[name], sparsity * features[name]])
      .flatMap((value, id) => (value === 0 ? [] : [{ id, value }])),
  );
  const parts = all.flat();
  return {
    right: candidates.map(({ right }) => right),
    weight,
    offsets: Float64Array.from(candidates, ({ features, sparsity }) => scoreOf(features, sparsity, prior)),
    starts: startsOf(all.map(({ length }) => length)),
    ids: Uint8Array.from(parts, ({ id }) => id),
    values: Float64Array.from(parts, ({ value }) => value),
    shares: new Float64Array(candidates.length),
  };
}

/** Plain index loops, as this runs millions of times. */
function addGradient(
  gradient: Float64Array,
  { right, weight, offsets, starts, ids, values, shares }: Row,
  weights: Float64Array,
): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < shares.length; at++) {
    let score = offsets[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    for (let n = starts[at] ?? 0; n < end; n++) score += (values[n] ?? 0) * (weights[ids[n] ?? 0] ?? 0);
    shares[at] = score;
    if (score > top) top = score;
  }
  let [all, ofRight] = [0, 0];
  for (let at = 0; at < shares.length; at++) {
    const share = Math.exp((shares[at] ?? 0) - top);
    shares[at] = share;
    all += share;
    ofRight += right[at] ? share : 0;
  }
  for (let at = 0; at < shares.length; at++) {
    const share = shares[at] ?? 0;
    const pull = weight * (share / all - (right[at] ? share / ofRight : 0));
    const end = starts[at + 1] ?? 0;
    for (let n = starts[at] ?? 0; n < end; n++) {
      const id = ids[n] ?? 0;
      gradient[id] = (gradient[id] ?? 0) + pull * (values[n] ?? 0);
    }
  }
}
