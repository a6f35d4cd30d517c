import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyShare } from '../../../src/platforms/web/dashboard/calibration.ts';

describe('the likely share', () => {
  it.each([
    [8, 10, 0.49, 0.943],
    [1, 1, 0.207, 1],
    [0, 1, 0, 0.793],
    [80, 100, 0.711, 0.867],
  ])('of %d liked in %d votes lies between %d and %d', (liked, votes, least, most) => {
    expect(likelyShare(liked, votes)).toEqual([expect.closeTo(least, 3), expect.closeTo(most, 3)]);
  });

  it('holds the share that was seen, and no share is below nothing or above all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (votes, part) => {
        const liked = Math.round(votes * part);
        const [least, most] = likelyShare(liked, votes);
        expect(least).toBeLessThanOrEqual(liked / votes + 1e-9);
        expect(most).toBeGreaterThanOrEqual(liked / votes - 1e-9);
        expect([least >= 0, most <= 1]).toEqual([true, true]);
      }),
    );
  });
});
