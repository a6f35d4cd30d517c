import { describe, expect, it } from 'vitest';
import { bytesOf, dataIn } from '../../../src/knowledge/learned/model-file.ts';

const shared = Float32Array.of(0.1, Number.NaN, -0);
const DATA = {
  lines: 'ä\n中文',
  weights: [0.1, 2],
  nested: { ids: Int32Array.of(-1, 7), none: new Int32Array(0), shared, missing: undefined },
  again: shared,
};

describe('a kept file', () => {
  it('holds plain data and arrays, at any place in its bytes', () => {
    for (const lines of ['', 'a', 'ab', 'abc', 'abcd'])
      expect(dataIn(bytesOf({ ...DATA, lines }))).toEqual({ ...DATA, lines });
  });

  it('is not read where any byte is another, or missing', () => {
    const bytes = bytesOf(DATA);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      expect(dataIn(damaged)).toBeUndefined();
      expect(dataIn(bytes.subarray(0, at))).toBeUndefined();
    }
  });

  it('gives arrays that hold nothing else of it', () => {
    for (const lines of ['', 'a', 'ab', 'abc']) {
      const { again } = dataIn(bytesOf({ ...DATA, lines })) as typeof DATA;
      expect(again.buffer.byteLength).toBe(again.byteLength);
    }
  });

  it('keeps a part of a greater array alone', () =>
    expect(dataIn(bytesOf(Int32Array.of(1, 2, 3, 4).subarray(1, 3)))).toEqual(Int32Array.of(2, 3)));
});
