import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { greatest } from '../../../src/core/index/greatest.ts';
import { postingsOf } from '../../../src/core/index/postings.ts';
import { openPostings } from '../../../src/core/index/search-postings.ts';
import { type AskedTerm, type Fields, rarestTerms } from '../../../src/core/index/term-index.ts';
import { wordPostings } from '../../../src/core/index/word-index.ts';

const TERMS = 12;
const ids = fc.array(fc.nat(TERMS - 1), { maxLength: 9 }).map((list) => Int32Array.from(list));
const fields = fc.tuple(ids, ids, ids) as fc.Arbitrary<Fields>;
const asked = fc.uniqueArray(fc.nat(TERMS - 1), { minLength: 1, maxLength: 6 });

const FIELDS = ['0', '1', '2'];

/** What MiniSearch makes of a question, by entry. */
function searched(entries: readonly Fields[], terms: readonly AskedTerm[]): Map<number, number> {
  const index = new MiniSearch({ fields: FIELDS, tokenize: (text) => (text === '' ? [] : text.split(' ')) });
  index.addAll(
    entries.map((own, id) => ({ id, ...Object.fromEntries(own.map((list, at) => [String(at), list.join(' ')])) })),
  );
  const boosts = new Map(terms.map(({ id, boost }) => [String(id), boost]));
  return new Map(
    index
      .search([...boosts.keys()].join(' '), { boostTerm: (term) => boosts.get(term) ?? 1 })
      .map(({ id, score }) => [id as number, score]),
  );
}

describe.each([
  ['words', wordPostings],
  ['grams', postingsOf],
])('postings of %s', (_, scored) => {
  const built = (entries: readonly Fields[]) => openPostings(structuredClone(scored(entries, TERMS)), entries.length);

  it('score as MiniSearch does', () => {
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 8 }), asked, (entries, question) => {
        const present = question.filter((id) => entries.some((entry) => entry.some((field) => field.includes(id))));
        const terms = present.map((id) => ({ id, boost: id % 3 === 0 ? 0.5 : 1, weight: 1 }));
        const wanted = searched(entries, terms);
        const { top, of } = built(entries)(terms, 3);
        for (const entry of entries.keys()) expect(of(entry)).toBeCloseTo(wanted.get(entry) ?? 0, 2);
        // Equal scores may stand in another order; the numbers are rounded otherwise.
        const best = [...wanted.values()].sort((a, b) => b - a).slice(0, 3);
        expect(top).toHaveLength(best.length);
        for (const [at, entry] of top.entries()) expect(of(entry)).toBeCloseTo(best[at] ?? 0, 2);
      }),
    );
  });

  it('say the same whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 8 }), asked, asked, (entries, before, question) => {
        const terms = (numbers: readonly number[]) => numbers.map((id) => ({ id, boost: 1, weight: id + 1 }));
        const told = (index: ReturnType<typeof built>) => {
          const { top, of, held } = index(terms(question), 3);
          return [top, entries.map((_entry, at) => [of(at), held(at)])];
        };
        const used = built(entries);
        used(terms(before), 3);
        expect(told(used)).toEqual(told(built(entries)));
      }),
    );
  });

  it('find nothing by no terms', () => {
    const found = built([[Int32Array.of(0), Int32Array.of(), Int32Array.of()]])([], 3);
    expect([found.top, found.of(0), found.held(0)]).toEqual([[], 0, 0]);
  });

  it('tell what the terms weigh together that an entry has, each once', () => {
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 8 }), asked, (entries, question) => {
        const { held } = built(entries)(
          question.map((id) => ({ id, boost: 0.5, weight: 2 ** id })),
          3,
        );
        const weigh = (entry: Fields) =>
          question.filter((id) => entry.some((field) => field.includes(id))).reduce((sum, id) => sum + 2 ** id, 0);
        expect(entries.map((_entry, at) => held(at))).toEqual(entries.map(weigh));
      }),
    );
  });
});

describe('the rarest terms', () => {
  const terms = [3, 1, 2].map((id) => ({ id, boost: 1, weight: 1 }));
  const counts = (id: number) => id * 10;

  it('are those that are looked up where there is no time for all', () => {
    expect(rarestTerms(terms, counts, 60).map(({ id }) => id)).toEqual([3, 1, 2]);
    expect(rarestTerms(terms, counts, 59).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('are one at least, unless that tells nothing either', () =>
    expect([3, 2].map((most) => rarestTerms(terms, counts, most).map(({ id }) => id))).toEqual([[1], []]));
});

describe('the greatest', () => {
  it('are those that sorting finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 9 })), fc.integer({ min: 1, max: 5 }), (values, wanted) => {
        const sorted = [...values.keys()]
          .filter((at) => (values[at] ?? 0) > 0)
          .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(greatest(Float32Array.from(values), wanted)).toEqual(sorted.slice(0, wanted));
      }),
    );
  });
});
