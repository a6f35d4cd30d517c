import { startsOf } from '../../src/core/classifier/likeness.ts';
import { RANK_FEATURES, type RankFeature, type RankFeatures } from '../../src/core/ranking/features.ts';
import { scoreOf } from '../../src/core/ranking/rank.ts';

/** One question's candidates. */
export interface RankExample {
  readonly candidates: readonly {
    readonly features: RankFeatures;
    readonly sparsity: number;
    readonly right: boolean;
  }[];
  readonly weight: number;
}

export type RankWeights = Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>>;

const ROUNDS = 300;
const RATE = 0.1;
/** Adam's two memories. */
const [MEMORY, SQUARE_MEMORY] = [0.9, 0.999];

/** Which features are fitted, and what the others weigh; they keep that. */
export interface Free {
  readonly free: readonly RankFeature[];
  readonly known: RankWeights;
}

/** All of them, and nothing known. */
export const ALL: Free = {
  free: RANK_FEATURES,
  known: Object.fromEntries(RANK_FEATURES.map((name) => [name, { always: 0, sparse: 0 }])) as RankWeights,
};

/**
 * The weights that give right candidates the greatest share among all (conditional logit), drawn towards 0.
 * Deterministic.
 * @param part what is fitted. Default: all. @param shrinkage examples that weights of 0 are worth. Default 1.
 */
export function fitRanking(examples: readonly RankExample[], { free, known }: Free = ALL, shrinkage = 1): RankWeights {
  const rows = examples
    .filter(({ candidates }) => candidates.some(({ right }) => right) && candidates.some(({ right }) => !right))
    .map((example) => rowOf(example, free, known));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(2 * free.length);
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight) => shrinkage * weight);
    for (const row of rows) addGradient(gradient, row, weights);
    for (let at = 0; at < weights.length; at++) {
      const slope = (gradient[at] ?? 0) / total;
      mean[at] = MEMORY * (mean[at] ?? 0) + (1 - MEMORY) * slope;
      square[at] = SQUARE_MEMORY * (square[at] ?? 0) + (1 - SQUARE_MEMORY) * slope * slope;
      const step =
        (mean[at] ?? 0) / (1 - MEMORY ** round) / (Math.sqrt((square[at] ?? 0) / (1 - SQUARE_MEMORY ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - RATE * step;
    }
  }
  return {
    ...known,
    ...Object.fromEntries(
      free.map((name, at) => [name, { always: round3(weights[2 * at]), sparse: round3(weights[2 * at + 1]) }]),
    ),
  };
}

const round3 = (value = 0): number => Math.round(value * 1000) / 1000 + 0;

/** The candidates of one question; what is 0 is left out, for it adds nothing. */
interface Row {
  readonly right: readonly boolean[];
  readonly weight: number;
  /** Start of each candidate's values; one more than there are candidates. */
  readonly starts: Int32Array;
  /** To which weight each value belongs. */
  readonly ids: Uint8Array;
  readonly values: Float64Array;
  /** Sum of each candidate's other features. */
  readonly offsets: Float64Array;
  /** Of each candidate; overwritten in every round. */
  readonly shares: Float64Array;
}

function rowOf({ candidates, weight }: RankExample, free: readonly RankFeature[], known: RankWeights): Row {
  const all = candidates.map(({ features, sparsity }) =>
    free
      .flatMap((name) => [features[name], sparsity * features[name]])
      .flatMap((value, id) => (value === 0 ? [] : [{ id, value }])),
  );
  const parts = all.flat();
  return {
    right: candidates.map(({ right }) => right),
    weight,
    offsets: Float64Array.from(candidates, ({ features, sparsity }) => scoreOf(features, sparsity, known)),
    starts: startsOf(all.map(({ length }) => length)),
    ids: Uint8Array.from(parts, ({ id }) => id),
    values: Float64Array.from(parts, ({ value }) => value),
    shares: new Float64Array(candidates.length),
  };
}

/**
 * By numbers: this runs millions of times, and calls for each value would take several times as long as the arithmetic.
 */
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
