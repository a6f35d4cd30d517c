import { describe, expect, it } from 'vitest';
import { type Kernel, packedAt } from '../../../src/encoders/english/kernel.ts';
import { plainKernel } from '../../../src/encoders/english/plain-kernel.ts';
import { simdKernel } from '../../../src/encoders/english/simd-kernel.ts';

const [ROWS, COLUMNS, TOKENS] = [12, 24, 5];
const [ACTIVATIONS_AT, SUMS_AT, BYTES] = [1024, 4096, 8192];

/** Weights by row and column, activations by token and column. */
interface Case {
  readonly weight: (row: number, column: number) => number;
  readonly activation: (token: number, column: number) => number;
}

const CASES: Readonly<Record<string, Case>> = {
  'of all signs': {
    weight: (row, column) => ((row * 37 + column * 91) % 255) - 127,
    activation: (token, column) => ((token * 7919 + column * 104_729) % 65_535) - 32_767,
  },
  'that are as large as can be': { weight: () => -127, activation: () => -32_767 },
  'that are each other apart': {
    weight: (row, column) => (column === row ? 1 : 0),
    activation: (token, column) => 100 * token + column,
  },
};

function sumsOf(kernel: Kernel, { weight, activation }: Case): number[] {
  const weights = new Int8Array(kernel.buffer, 0, ROWS * COLUMNS);
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) weights[packedAt(row, column, COLUMNS)] = weight(row, column);
  new Int16Array(kernel.buffer, ACTIVATIONS_AT, TOKENS * COLUMNS).set(
    Array.from({ length: TOKENS * COLUMNS }, (_, i) => activation(Math.floor(i / COLUMNS), i % COLUMNS)),
  );
  kernel.multiply(ACTIVATIONS_AT, 0, SUMS_AT, TOKENS, ROWS, COLUMNS);
  return [...new Int32Array(kernel.buffer, SUMS_AT, TOKENS * ROWS + 1)];
}

/** By the definition; behind the sums nothing is written. */
const expected = ({ weight, activation }: Case): number[] => [
  ...Array.from({ length: TOKENS * ROWS }, (_, i) =>
    Array.from(
      { length: COLUMNS },
      (_, column) => weight(i % ROWS, column) * activation(Math.floor(i / ROWS), column),
    ).reduce((one, other) => one + other),
  ),
  0,
];

describe('a product', () => {
  it('places each weight once', () => {
    const places = Array.from({ length: ROWS * COLUMNS }, (_, i) =>
      packedAt(Math.floor(i / COLUMNS), i % COLUMNS, COLUMNS),
    );
    expect(places.sort((a, b) => a - b)).toEqual(places.map((_, i) => i));
  });

  it.each(Object.entries(CASES))('of numbers %s is exact in plain JavaScript', (_, one) =>
    expect(sumsOf(plainKernel(BYTES), one)).toEqual(expected(one)),
  );

  it.each(Object.entries(CASES))('of numbers %s is exact with vector instructions', (_, one) => {
    const kernel = simdKernel(BYTES);
    expect(kernel).toBeDefined();
    if (kernel) expect(sumsOf(kernel, one)).toEqual(expected(one));
  });
});
