import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessTo, textPostings, type Vector } from '../../../src/core/classifier/feature-space.ts';

const FEATURES = 12;
const vector = fc
  .uniqueArray(fc.integer({ min: 0, max: FEATURES - 1 }))
  .map((ids): Vector => ({ ids: Int32Array.from(ids), values: Float32Array.from(ids, (id) => 0.1 + id / 20) }));

const cosine = (a: Vector, b: Vector) =>
  a.ids.reduce((sum, id, at) => sum + (a.values[at] ?? 0) * (b.values[b.ids.indexOf(id)] ?? 0), 0);

describe('likeness', () => {
  it('is that of the nearest text in each group', () => {
    fc.assert(
      fc.property(fc.array(fc.array(vector, { maxLength: 4 }), { maxLength: 5 }), vector, (groups, question) => {
        const found = likenessTo(textPostings(groups, FEATURES))(question);
        expect(found).toHaveLength(groups.length);
        for (const [at, group] of groups.entries()) {
          const cosines = group.map((text) => cosine(text, question));
          expect(found[at]).toBeCloseTo(Math.max(0, ...cosines), 4);
        }
      }),
    );
  });

  it('leaves nothing behind for the next question', () => {
    const a: Vector = { ids: Int32Array.of(1), values: Float32Array.of(1) };
    const b: Vector = { ids: Int32Array.of(2), values: Float32Array.of(1) };
    const like = likenessTo(textPostings([[a], [b]], FEATURES));
    like(a);
    expect([...like(b)]).toEqual([0, 1]);
  });
});
