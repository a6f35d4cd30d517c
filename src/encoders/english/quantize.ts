import { EMBEDDED, EMBEDDINGS } from './architecture.ts';
import { packedAt } from './kernel.ts';
import { EMBEDDINGS_AT, FLOATS_AT, MATRICES_AT, type Quantized } from './layout.ts';

/** Tensors by name, one after the other; the numbers of one are gone with the next. */
export type Tensors = Iterable<readonly [name: string, numbers: Float32Array]>;

const LARGEST = 127;

/**
 * Writes all weights as the layout has them: matrices with 8 bits and a scale for each row, which loses next to
 * nothing; the rest as it is.
 */
export function quantizeWeights(tensors: Tensors, bytes: Uint8Array): void {
  const { buffer, byteOffset: start } = bytes;
  const floats = (at: number, size: number) => new Float32Array(buffer, start + at, size);
  const matrix = ({ weights, scales }: Quantized, rows: number, columns: number): Rounded => ({
    weights: new Int8Array(buffer, start + weights, rows * columns),
    scales: floats(scales, rows),
    columns,
  });
  const pieceAt: Position = (row, column) => row * EMBEDDED + column;
  const takers = new Map<string, (numbers: Float32Array) => void>(
    [...FLOATS_AT].map(([name, { at, size }]) => [name, (numbers) => floats(at, size).set(numbers)]),
  );
  takers.set(EMBEDDINGS.tensor, (numbers) =>
    round(matrix(EMBEDDINGS_AT, EMBEDDINGS.count, EMBEDDED), pieceAt, numbers, pieceAt),
  );
  for (const [{ rows, columns, tensor }, at] of MATRICES_AT) {
    const packed: Position = (row, column) => packedAt(row, column, columns);
    takers.set(tensor, (numbers) =>
      round(matrix(at, rows, columns), packed, numbers, (row, column) => column * rows + row),
    );
  }
  for (const [name, numbers] of tensors) takers.get(name)?.(numbers);
}

type Position = (row: number, column: number) => number;

interface Rounded {
  readonly weights: Int8Array;
  /** One for each row. */
  readonly scales: Float32Array;
  readonly columns: number;
}

function round({ weights, scales, columns }: Rounded, to: Position, numbers: Float32Array, from: Position): void {
  for (let row = 0; row < scales.length; row++) {
    let most = 0;
    for (let column = 0; column < columns; column++)
      most = Math.max(most, Math.abs(numbers[from(row, column)] as number));
    const scale = most / LARGEST;
    scales[row] = scale;
    for (let column = 0; column < columns; column++)
      weights[to(row, column)] = Math.round((numbers[from(row, column)] as number) / scale);
  }
}
