import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/core/classifier/feature-space.ts';
import { likenessTo, nearestTo, textPostings } from '../../../src/core/classifier/likeness.ts';
import { nearestPhrasing, openPhrasings, packPhrasings } from '../../../src/core/classifier/nearest-phrasing.ts';
import { packVectors } from '../../../src/core/classifier/vectors.ts';

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
        const texts = packVectors(groups);
        const nearest = nearestPhrasing(texts, FEATURES);
        const found = likenessTo(textPostings(texts, FEATURES))(question);
        for (const [at, group] of groups.entries()) {
          const cosines = group.map((text) => cosine(text, question));
          expect(found[at]).toBeCloseTo(Math.max(0, ...cosines), 4);
          expect(nearest(question, at)).toBeCloseTo(Math.max(0, ...cosines), 4);
        }
      }),
    );
  });

  it('to the nearest of all is the greatest of any group, to the bit, one question after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(vector, { maxLength: 4 }), { maxLength: 5 }),
        fc.array(vector, { maxLength: 3 }),
        (groups, questions) => {
          const texts = textPostings(packVectors(groups), FEATURES);
          const [like, nearest] = [likenessTo(texts), nearestTo(texts)];
          for (const question of questions) expect(nearest(question)).toBe(Math.max(0, ...like(question)));
        },
      ),
    );
  });

  it('is the same whether an entry has few phrasings or many', () => {
    const [own, other]: [Vector, Vector] = [
      { ids: Int32Array.of(1, 3), values: Float32Array.of(0.8, 0.6) },
      { ids: Int32Array.of(2), values: Float32Array.of(1) },
    ];
    const packed = [1, 9].map((times) =>
      packPhrasings([Array<Vector>(times).fill(own), Array<Vector>(times).fill(other), []], FEATURES),
    );
    expect(packed.map((phrasings) => 'texts' in phrasings)).toEqual([false, false]);
    const many = packPhrasings([Array<Vector>(20).fill(own), Array<Vector>(20).fill(other), []], FEATURES);
    expect('texts' in many).toBe(true);
    for (const phrasings of [...packed, many]) {
      const nearest = openPhrasings(phrasings, FEATURES)(own);
      expect([0, 1, 2, 3].map(nearest)).toEqual([expect.closeTo(1, 5), 0, 0, 0]);
    }
  });

  it('leaves nothing behind for the next question', () => {
    const a: Vector = { ids: Int32Array.of(1), values: Float32Array.of(1) };
    const b: Vector = { ids: Int32Array.of(2), values: Float32Array.of(1) };
    const like = likenessTo(textPostings(packVectors([[a], [b]]), FEATURES));
    like(a);
    expect([...like(b)]).toEqual([0, 1]);
  });
});
