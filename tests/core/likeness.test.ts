import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../src/core/feature-space.ts';
import { likenessTo } from '../../src/core/likeness.ts';
import { nearestPhrasing } from '../../src/core/nearest-phrasing.ts';

const FEATURES = 12;
const vector = fc.uniqueArray(fc.integer({ min: 0, max: FEATURES - 1 })).map((ids): Vector => ({ ids: Int32Array.from(ids), values: Float32Array.from(ids, (id) => 0.1 + id / 20) }));

describe('likeness', () => {
  it('is that of the nearest text in each group', () => {
    const nearest = nearestPhrasing(FEATURES);
    fc.assert(
      fc.property(fc.array(fc.array(vector, { maxLength: 4 }), { maxLength: 5 }), vector, (groups, question) => {
        const found = likenessTo(groups, FEATURES)(question);
        for (const [at, group] of groups.entries()) expect(found[at]).toBeCloseTo(nearest(question, group), 4);
      }),
    );
  });

  it('leaves nothing behind for the next question', () => {
    const a: Vector = { ids: Int32Array.of(1), values: Float32Array.of(1) };
    const b: Vector = { ids: Int32Array.of(2), values: Float32Array.of(1) };
    const like = likenessTo([[a], [b]], FEATURES);
    like(a);
    expect([...like(b)]).toEqual([0, 1]);
  });
});
