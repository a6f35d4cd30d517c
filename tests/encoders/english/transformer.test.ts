import { afterEach, describe, expect, it, vi } from 'vitest';
import { DIMENSION, EMBEDDED, EMBEDDINGS, LAST, LAYERS } from '../../../src/encoders/english/architecture.ts';
import { packedAt } from '../../../src/encoders/english/kernel.ts';
import { EMBEDDINGS_AT, floatsIn, MEMORY_BYTES, placeOf, WEIGHT_BYTES } from '../../../src/encoders/english/layout.ts';
import { createLinear } from '../../../src/encoders/english/linear.ts';
import { plainKernel } from '../../../src/encoders/english/plain-kernel.ts';
import { quantizeWeights } from '../../../src/encoders/english/quantize.ts';
import { simdKernel } from '../../../src/encoders/english/simd-kernel.ts';
import { createTransformer } from '../../../src/encoders/english/transformer.ts';
import { madeTensors } from './made-weights.ts';

const weights = new Uint8Array(WEIGHT_BYTES);
quantizeWeights(madeTensors(), weights);

function withWeights(kernel = plainKernel(MEMORY_BYTES)) {
  new Uint8Array(kernel.buffer).set(weights);
  return kernel;
}

afterEach(() => vi.restoreAllMocks());
afterEach(() => vi.unstubAllGlobals());

describe('weights of 8 bits', () => {
  const { buffer } = weights;
  const tensors = new Map([...madeTensors()]);

  it('are the numbers of a matrix in steps of their row', () => {
    const { rows, columns, tensor } = LAST;
    const { weights: start, scales: scalesAt } = placeOf(LAST);
    const [rounded, scales] = [new Int8Array(buffer, start, rows * columns), new Float32Array(buffer, scalesAt, rows)];
    const numbers = tensors.get(tensor) ?? [];
    const errors = Array.from({ length: rows * columns }, (_, i) => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      return Math.abs(
        (numbers[column * rows + row] ?? 0) / (scales[row] ?? 0) - (rounded[packedAt(row, column, columns)] ?? 0),
      );
    });
    expect(Math.max(...errors.slice(0, 10_000))).toBeLessThan(0.5001);
    expect(new Set(rounded.map(Math.abs))).toContain(127);
  });

  it('are those of pieces, row by row', () => {
    const pieces = tensors.get(EMBEDDINGS.tensor) ?? [];
    const [rounded, scales] = [
      new Int8Array(buffer, EMBEDDINGS_AT.weights),
      new Float32Array(buffer, EMBEDDINGS_AT.scales, EMBEDDINGS.count),
    ];
    const last = EMBEDDINGS.count - 1;
    for (let i = 0; i < EMBEDDED; i++)
      expect((rounded[last * EMBEDDED + i] ?? 0) * (scales[last] ?? 0)).toBeCloseTo(
        pieces[last * EMBEDDED + i] ?? 0,
        2,
      );
  });

  it('are zeros where there are only zeros', () => {
    const zeros = new Uint8Array(WEIGHT_BYTES);
    quantizeWeights(
      [...madeTensors()].map(([name, numbers]) => [name, numbers.fill(0)]),
      zeros,
    );
    expect(zeros.every((byte) => byte === 0)).toBe(true);
  });

  it('stand beside numbers that are kept as they are', () =>
    expect(floatsIn({ buffer }, LAST.bias)).toEqual(tensors.get(LAST.bias)));
});

describe('a matrix', () => {
  const { narrow } = LAYERS[0];

  it('gives the exact sum of the largest numbers, where 32 bits are all but full', () => {
    const kernel = plainKernel(MEMORY_BYTES);
    new Int8Array(kernel.buffer, placeOf(narrow).weights, narrow.rows * narrow.columns).fill(127);
    new Float32Array(kernel.buffer, placeOf(narrow).scales, narrow.rows).fill(1);
    const output = new Float32Array(narrow.rows);
    createLinear(kernel)(narrow)(new Float32Array(narrow.columns).fill(2), output, 1);
    expect(output[0]).toBeCloseTo(2 * 127 * narrow.columns, 0);
  });

  it('gives its bias for zeros', () => {
    const kernel = withWeights();
    const output = new Float32Array(narrow.rows);
    createLinear(kernel)(narrow)(new Float32Array(narrow.columns), output, 1);
    expect(output).toEqual(floatsIn(kernel, narrow.bias));
  });
});

describe('the forward pass', () => {
  it('gives the same with and without vector instructions', () => {
    const [quick, plain] = [simdKernel(MEMORY_BYTES), plainKernel(MEMORY_BYTES)].map((kernel) =>
      createTransformer(withWeights(kernel)),
    );
    const texts = [[], [7], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], Array.from({ length: 130 }, (_, i) => i * 61)];
    expect(texts.map((tokens) => quick?.(tokens))).toEqual(texts.map((tokens) => plain?.(tokens)));
  });

  it('heeds the order of tokens, and those from the 129th on not at all', () => {
    const transform = createTransformer(withWeights(simdKernel(MEMORY_BYTES)));
    const long = new Array(128).fill(9);
    expect(transform([1, 2])).not.toEqual(transform([2, 1]));
    expect(transform([...long, 5])).toEqual(transform(long));
    expect(transform([...long.slice(1), 5])).not.toEqual(transform(long));
  });

  it('gives vectors of length 1', () => {
    const vector = createTransformer(withWeights(simdKernel(MEMORY_BYTES)))([3, 1, 4]);
    expect(vector).toHaveLength(DIMENSION);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });
});

describe('vector instructions', () => {
  it('are not used where WebAssembly is switched off', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(simdKernel(MEMORY_BYTES)).toBeUndefined();
  });

  it('are not used on a machine that has none', () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(simdKernel(MEMORY_BYTES)).toBeUndefined();
  });
});
