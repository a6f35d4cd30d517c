import { describe, expect, it } from 'vitest';
import { sparsity } from '../../../src/core/index/language-index.ts';

const of = (...counts: number[]) => counts.map((_, entry) => sparsity(Int32Array.from(counts))(entry));

describe('how sparse the phrasings of an entry are', () => {
  it('is all where every entry has its title only', () => expect(of(1, 1)).toEqual([1, 1]));

  it('is less with each phrasing of this entry, and of the others', () => {
    const [full = 0, single = 0] = of(4, 1);
    expect(single).toBeLessThan(1);
    expect(full).toBeLessThan(single);
    expect(full).toBeGreaterThan(1 / 4);
    expect(of(8, 1)[1]).toBeLessThan(single);
    expect(of(8, 1)[0]).toBeLessThan(full);
  });

  it('is that of an entry without phrasings for one that is not there, and of none where there are none', () => {
    expect(sparsity(Int32Array.of(1))(7)).toBe(1);
    expect(sparsity(Int32Array.of())(0)).toBeGreaterThan(0);
  });
});
