import { EMBEDDED, EMBEDDINGS, MATRICES, NORMS, TIMESCALES } from '../../../src/encoders/english/architecture.ts';

/** Tensors of the model's shape with made-up numbers from -0.5 to 0.5, the same each time. */
export function* madeTensors(): Generator<readonly [string, Float32Array]> {
  let seed = 1;
  const made = (size: number): Float32Array =>
    new Float32Array(size).map(() => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed / 2 ** 32 - 0.5;
    });
  yield [EMBEDDINGS.tensor, made(EMBEDDINGS.count * EMBEDDED)];
  yield [TIMESCALES, made(EMBEDDED / 2)];
  for (const { tensor, bias, rows, columns } of MATRICES) {
    yield [tensor, made(rows * columns)];
    yield [bias, made(rows)];
  }
  for (const { scale, shift, size } of NORMS) {
    yield [scale, made(size)];
    yield [shift, made(size)];
  }
}
