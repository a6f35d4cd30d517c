import { EMBEDDED, EMBEDDINGS, MATRICES, type Matrix, MOST_TOKENS, NORMS, TIMESCALES, WIDEST } from './architecture.ts';
import type { Kernel } from './kernel.ts';

/**
 * Addresses of a matrix in the kernel's memory: weights of 8 bits, and for each row what they are multiplied with, as a
 * 32-bit float.
 */
export interface Quantized {
  readonly weights: number;
  readonly scales: number;
}

const ALIGNED = 16;

/** Gives out addresses, one part after the other. */
let end = 0;
function place(bytes: number): number {
  const start = end;
  end += Math.ceil(bytes / ALIGNED) * ALIGNED;
  return start;
}
const placeMatrix = (rows: number, columns: number): Quantized => ({
  weights: place(rows * columns),
  scales: place(4 * rows),
});

/** Where 8-bit matrices stand; in each row of the embeddings is a piece. */
export const EMBEDDINGS_AT: Quantized = placeMatrix(EMBEDDINGS.count, EMBEDDED);
export const MATRICES_AT: ReadonlyMap<Matrix, Quantized> = new Map(
  MATRICES.map((matrix) => [matrix, placeMatrix(matrix.rows, matrix.columns)]),
);

/** Tensors that stay as they are, and how many numbers they have. */
const FLOATS: readonly (readonly [tensor: string, size: number])[] = [
  [TIMESCALES, EMBEDDED / 2],
  ...MATRICES.map(({ bias, rows }) => [bias, rows] as const),
  ...NORMS.flatMap(({ scale, shift, size }) => [[scale, size] as const, [shift, size] as const]),
];
/** By name of the tensor: its address, and how many numbers it has. */
export const FLOATS_AT: ReadonlyMap<string, { readonly at: number; readonly size: number }> = new Map(
  FLOATS.map(([tensor, size]) => [tensor, { at: place(4 * size), size }]),
);

/** @throws Error for a matrix that the layout lacks. */
export function placeOf(matrix: Matrix): Quantized {
  const place = MATRICES_AT.get(matrix);
  if (!place) throw new Error(`the model has no ${matrix.tensor}`);
  return place;
}

/** @throws Error for a tensor that the layout lacks. */
export function floatsIn({ buffer }: Pick<Kernel, 'buffer'>, tensor: string): Float32Array {
  const found = FLOATS_AT.get(tensor);
  if (!found) throw new Error(`the model has no ${tensor}`);
  return new Float32Array(buffer, found.at, found.size);
}

/** What is kept in a file. */
export const WEIGHT_BYTES = end;

/** Behind it, where the kernel finds its input and leaves its output. */
export const ACTIVATIONS_AT = place(2 * MOST_TOKENS * WIDEST);
export const SUMS_AT = place(4 * MOST_TOKENS * WIDEST);
export const MEMORY_BYTES = end;
