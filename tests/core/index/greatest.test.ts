import fc from 'fast-check';
import { expect, it } from 'vitest';
import { greatest } from '../../../src/core/classifier/model.ts';

it('the greatest are those that sorting finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 9 })), fc.integer({ min: 1, max: 5 }), (values, wanted) => {
      const sorted = [...values.keys()]
        .filter((at) => (values[at] ?? 0) > 0)
        .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
      expect(greatest(Float32Array.from(values), wanted)).toEqual(sorted.slice(0, wanted));
    }),
  );
});
