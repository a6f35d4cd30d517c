import { type Matrix, MOST_TOKENS, WIDEST } from './architecture.ts';
import type { Kernel } from './kernel.ts';
import { ACTIVATIONS_AT, floatsIn, placeOf, SUMS_AT } from './layout.ts';

/** Matrix times input, plus bias, for each token. */
export type Linear = (input: Float32Array, output: Float32Array, tokens: number) => void;

const LARGEST_SUM = 2 ** 31 - 1;
const LARGEST_WEIGHT = 127;
const LARGEST_ACTIVATION = 2 ** 15 - 1;

/**
 * The input of each token is rounded to as many steps as no sum overflows with: so sums are exact, and the same in
 * every kernel.
 */
export function createLinear(kernel: Kernel): (matrix: Matrix) => Linear {
  const rounded = new Int16Array(kernel.buffer, ACTIVATIONS_AT, MOST_TOKENS * WIDEST);
  const sums = new Int32Array(kernel.buffer, SUMS_AT, MOST_TOKENS * WIDEST);
  const steps = new Float64Array(MOST_TOKENS);
  return (matrix) => {
    const { rows, columns } = matrix;
    const at = placeOf(matrix);
    const scales = new Float32Array(kernel.buffer, at.scales, rows);
    const bias = floatsIn(kernel, matrix.bias);
    const largest = Math.min(LARGEST_ACTIVATION, Math.floor(LARGEST_SUM / (LARGEST_WEIGHT * columns)));
    return (input, output, tokens) => {
      for (let token = 0; token < tokens; token++)
        steps[token] = round(input, rounded, token * columns, columns, largest);
      kernel.multiply(ACTIVATIONS_AT, at.weights, SUMS_AT, tokens, rows, columns);
      for (let token = 0, i = 0; token < tokens; token++) {
        const step = steps[token] as number;
        for (let row = 0; row < rows; row++, i++)
          output[i] = (sums[i] as number) * step * (scales[row] as number) + (bias[row] as number);
      }
    };
  };
}

/** Rounds numbers to steps. @returns the size of a step: 0 where there are only zeros */
function round(input: Float32Array, rounded: Int16Array, start: number, length: number, largest: number): number {
  let most = 0;
  for (let i = start; i < start + length; i++) most = Math.max(most, Math.abs(input[i] as number));
  // Of zeros alone nothing is a number, which is kept as 0.
  const perStep = largest / most;
  for (let i = start; i < start + length; i++) rounded[i] = Math.round((input[i] as number) * perStep);
  return most / largest;
}
