import { RANK_FEATURES, type RankFeature, type RankFeatures } from '../../src/core/ranking/features.ts';

/** One question's candidates. */
export interface RankExample {
  readonly candidates: readonly { readonly features: RankFeatures; readonly sparsity: number; readonly right: boolean }[];
  readonly weight: number;
}

export type RankWeights = Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>>;

const ROUNDS = 300;
const RATE = 0.1;
/** Adam's two memories. */
const [MEMORY, SQUARE_MEMORY] = [0.9, 0.999];

/**
 * The weights that give right candidates the greatest share among all (conditional logit), drawn towards 0. Deterministic.
 * @param shrinkage examples that weights of 0 are worth. Default 1.
 */
export function fitRanking(examples: readonly RankExample[], shrinkage = 1): RankWeights {
  const rows = examples.filter(({ candidates }) => candidates.some(({ right }) => right) && candidates.some(({ right }) => !right)).map(rowOf);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(2 * RANK_FEATURES.length);
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight) => shrinkage * weight);
    for (const row of rows) addGradient(gradient, row, weights);
    for (let at = 0; at < weights.length; at++) {
      const slope = (gradient[at] ?? 0) / total;
      mean[at] = MEMORY * (mean[at] ?? 0) + (1 - MEMORY) * slope;
      square[at] = SQUARE_MEMORY * (square[at] ?? 0) + (1 - SQUARE_MEMORY) * slope * slope;
      const step = (mean[at] ?? 0) / (1 - MEMORY ** round) / (Math.sqrt((square[at] ?? 0) / (1 - SQUARE_MEMORY ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - RATE * step;
    }
  }
  return Object.fromEntries(RANK_FEATURES.map((name, at) => [name, { always: round3(weights[2 * at]), sparse: round3(weights[2 * at + 1]) }])) as RankWeights;
}

const round3 = (value = 0): number => Math.round(value * 1000) / 1000 + 0;

interface Row {
  readonly values: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

const rowOf = ({ candidates, weight }: RankExample): Row => ({
  values: candidates.map(({ features, sparsity }) => Float64Array.from(RANK_FEATURES.flatMap((name) => [features[name], sparsity * features[name]]))),
  right: candidates.map(({ right }) => right),
  weight,
});

function addGradient(gradient: Float64Array, { values, right, weight }: Row, weights: Float64Array): void {
  const scores = values.map((own) => own.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const ofRight = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
  for (const [at, own] of values.entries()) {
    const share = shares[at] ?? 0;
    const pull = weight * (share / all - (right[at] ? share / ofRight : 0));
    for (let n = 0; n < own.length; n++) gradient[n] = (gradient[n] ?? 0) + pull * (own[n] ?? 0);
  }
}
