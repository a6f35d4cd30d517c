/** Products of a matrix of 8-bit weights with rows of 16-bit activations: nearly all that a vector costs. */
export interface Kernel {
  /** Holds weights, activations and sums; addresses are bytes from its start. */
  readonly buffer: ArrayBuffer;
  /**
   * Writes for each token and each row of the matrix their dot product, 32 bits wide, at `sums`. Exact as long as no
   * sum overflows.
   * @param activations `tokens` times `columns` numbers
   * @param weights as `packed` lays them out; `rows` is a multiple of 4, `columns` one of 8
   */
  readonly multiply: (
    activations: number,
    weights: number,
    sums: number,
    tokens: number,
    rows: number,
    columns: number,
  ) => void;
}

/** Rows of the matrix that are worked on together. */
export const ROWS = 4;
/** Columns that one instruction takes. */
export const COLUMNS = 8;

/** Bytes in a page of WebAssembly's memory. */
const PAGE = 65_536;

export const pagesOf = (bytes: number): number => Math.ceil(bytes / PAGE);

/**
 * Where the weight of a row and column stands: four rows beside each other, eight columns of each in turn, so that they
 * are read in order.
 */
export function packedAt(row: number, column: number, columns: number): number {
  const block = (row - (row % ROWS)) * columns;
  return block + (column - (column % COLUMNS)) * ROWS + (row % ROWS) * COLUMNS + (column % COLUMNS);
}
