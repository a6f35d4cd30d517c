import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../eval/seeded.ts';
import { openCoverage } from '../../../src/core/index/coverage.ts';
import { packUnits, unitsByTerm } from '../../../src/core/index/units.ts';

const TERMS = 60;
/** Parts of each entry, of the same terms for the same numbers. */
const partsOf = (entries: number, parts: number): Int32Array[][] => {
  const random = seeded(7);
  const termOf = () => Math.floor(TERMS * random() ** 2);
  return Array.from({ length: entries }, () =>
    Array.from({ length: parts }, () => Int32Array.from({ length: 1 + Math.floor(random() * 7) }, termOf)),
  );
};
const weights = Float32Array.from({ length: TERMS }, (_, term) => (term % 9 === 0 ? 0 : 0.5 + (term % 5)));
const openOver = (parts: Int32Array[][]) =>
  openCoverage(packUnits(parts, weights), new Int32Array(parts.length).fill(3), TERMS);

describe('coverage', () => {
  it('is the same whether the parts of few entries are found by their terms, or those of many are read', () => {
    const few = partsOf(50, 12);
    const many = [...few, ...Array.from({ length: 300 }, () => [Int32Array.of(1)])];
    const [byTerm, byEntry] = [openOver(few), openOver(many)];
    const asked = fc.uniqueArray(fc.integer({ min: -1, max: TERMS - 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(asked, (ids) => {
        const own = ids.map((id) => (id < 0 ? 1 : (weights[id] ?? 0)));
        const question = { ids, weights: own, sum: own.reduce((a, b) => a + b, 0) };
        const [first, second] = [byTerm(question), byEntry(question)];
        for (const entry of few.keys()) expect(first(entry)).toEqual(second(entry));
        expect(few.some((_, entry) => first(entry).unit > 0)).toBe(ids.some((id) => (weights[id] ?? 0) > 0));
      }),
    );
  });

  it('has no pairs left of the question before, whether there are many parts or few', () => {
    const parts = [
      [Int32Array.of(1, 2, 3), Int32Array.of(3, 4)],
      ...Array.from({ length: 600 }, () => [Int32Array.of(5)]),
    ];
    for (const entries of [parts.slice(0, 2), parts.slice(0, 240).map((own) => [...own, ...own, ...own]), parts]) {
      const cover = openOver(entries);
      const pairs = (ids: number[]) => cover({ ids, weights: ids.map(() => 1), sum: ids.length })(0).pairs;
      expect([pairs([1, 2, 3]), pairs([1, 3]), pairs([3, 2, 1]), pairs([-1, 1, -1, 2]), pairs([2, 3])]).toEqual([
        1, 0, 0, 0, 1,
      ]);
    }
  });
});

describe('the units that have a term', () => {
  it('are those in which it stands, each once', () => {
    const units = packUnits(
      [[Int32Array.of(1, 2, 1), Int32Array.of(2)], [Int32Array.of(3, 1)]],
      Float32Array.of(0, 1, 1, 1),
    );
    const { starts, units: found } = unitsByTerm(units, 4);
    expect([0, 1, 2, 3].map((term) => [...found.subarray(starts[term], starts[term + 1])])).toEqual([
      [],
      [0, 2],
      [0, 1],
      [2],
    ]);
  });
});
