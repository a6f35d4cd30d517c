import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRAM_INDEX } from '../../src/core/gram-index.ts';
import { greatest } from '../../src/core/greatest.ts';
import { type Fields, type Indexer, rarestTerms } from '../../src/core/term-index.ts';
import { WORD_INDEX } from '../../src/core/word-index.ts';

const TERMS = 12;
const ids = fc.array(fc.nat(TERMS - 1), { maxLength: 9 }).map((list) => Int32Array.from(list));
const fields = fc.tuple(ids, ids, ids) as fc.Arbitrary<Fields>;
const asked = fc.uniqueArray(fc.nat(TERMS - 1), { minLength: 1, maxLength: 6 });

const built = <Kept>({ index, open }: Indexer<Kept>, entries: readonly Fields[]) => open(structuredClone(index(entries, TERMS)), entries.length);

describe('an index of terms', () => {
  it('scores as MiniSearch does, whichever way it is built', () => {
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 8 }), asked, (entries, question) => {
        const present = question.filter((id) => entries.some((entry) => entry.some((field) => field.includes(id))));
        const terms = present.map((id) => ({ id, boost: id % 3 === 0 ? 0.5 : 1 }));
        const mini = built(WORD_INDEX, entries)(terms, 3);
        const own = built(GRAM_INDEX, entries)(terms, 3);
        for (const entry of entries.keys()) expect(own.of(entry)).toBeCloseTo(mini.of(entry), 2);
        expect(own.top).toHaveLength(mini.top.length);
        // Equal scores may stand in another order; the numbers are rounded otherwise.
        for (const [at, entry] of own.top.entries()) expect(own.of(entry)).toBeCloseTo(mini.of(mini.top[at] ?? -1), 2);
      }),
    );
  });

  it.each(['words', 'grams'])('finds nothing by no terms (%s)', (kind) => {
    const entries: Fields[] = [[Int32Array.of(0), Int32Array.of(), Int32Array.of()]];
    const index = kind === 'words' ? built(WORD_INDEX, entries) : built(GRAM_INDEX, entries);
    const found = index([], 3);
    expect([found.top, found.of(0)]).toEqual([[], 0]);
  });
});

describe('the rarest terms', () => {
  const terms = [3, 1, 2].map((id) => ({ id, boost: 1 }));
  const counts = (id: number) => id * 10;

  it('are looked up first, as far as there is time', () => {
    expect(rarestTerms(terms, counts, 60).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(rarestTerms(terms, counts, 59).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('are one at least, unless that tells nothing either', () => expect([3, 2].map((most) => rarestTerms(terms, counts, most).map(({ id }) => id))).toEqual([[1], []]));
});

describe('the greatest', () => {
  it('are those that sorting finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 9 })), fc.integer({ min: 1, max: 5 }), (values, wanted) => {
        const sorted = [...values.keys()].filter((at) => (values[at] ?? 0) > 0).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(greatest(Float32Array.from(values), wanted)).toEqual(sorted.slice(0, wanted));
      }),
    );
  });
});
