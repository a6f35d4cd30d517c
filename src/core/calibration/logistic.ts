/** Weights of a logistic regression; the first is the intercept. */
export type Weights = readonly number[];

export interface Observation {
  readonly features: readonly number[];
  readonly outcome: 0 | 1;
  /** Above 0. Default: 1. */
  readonly weight?: number;
  /** Part of the log odds that is known besides the features. Default: 0. */
  readonly offset?: number;
}

/** Probability of class 1. @param offset see Observation */
export function predict(features: readonly number[], weights: Weights, offset = 0): number {
  const z = features.reduce((sum, value, at) => sum + value * (weights[at + 1] ?? 0), (weights[0] ?? 0) + offset);
  return 1 / (1 + Math.exp(-z));
}

/**
 * The most probable weights, given observations and a prior (Newton's method).
 * @param prior mean of the prior, for each weight
 * @param strength of the prior as a number of observations, one for all weights or one for each: the larger, the nearer
 * the weights stay to it
 */
export function fitLogistic(
  observations: readonly Observation[],
  prior: Weights,
  strength: number | readonly number[],
): number[] {
  const strengths = typeof strength === 'number' ? prior.map(() => strength) : strength;
  let weights = [...prior];
  for (let round = 0; round < 25; round++) {
    const { gradient, curvature } = derivatives(observations, weights, prior, strengths);
    const move = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight - Math.max(-2, Math.min(2, move[at] ?? 0)));
    if (move.every((size) => Math.abs(size) < 1e-6)) break;
  }
  return weights;
}

function derivatives(
  observations: readonly Observation[],
  weights: Weights,
  prior: Weights,
  strengths: readonly number[],
) {
  const gradient = weights.map((weight, at) => (strengths[at] ?? 0) * (weight - (prior[at] ?? 0)));
  const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? (strengths[row] ?? 0) : 0)));
  for (const { features, outcome, weight = 1, offset } of observations) {
    const p = predict(features, weights, offset);
    const x = [1, ...features];
    for (const [row, value] of x.entries()) {
      if (value === 0) continue;
      gradient[row] = (gradient[row] ?? 0) + weight * (p - outcome) * value;
      const line = curvature[row] ?? [];
      const factor = weight * p * (1 - p) * value;
      // The matrix is symmetric, so half of it is enough.
      for (let column = 0; column <= row; column++) line[column] = (line[column] ?? 0) + factor * (x[column] ?? 0);
    }
  }
  for (const [row, line] of curvature.entries())
    for (let column = 0; column < row; column++) (curvature[column] ?? [])[row] = line[column] ?? 0;
  return { gradient, curvature };
}

/** Solves a positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    const lead = pivot[at] ?? 1;
    for (let column = at; column < pivot.length; column++) pivot[column] = (pivot[column] ?? 0) / lead;
    for (const [other, row] of rows.entries()) {
      const factor = row[at] ?? 0;
      if (other === at || factor === 0) continue;
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
