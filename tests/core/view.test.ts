import { describe, expect, it } from 'vitest';
import { type Document, indexView } from '../../src/core/index-view.ts';
import { openView } from '../../src/core/view.ts';
import { wordPostings } from '../../src/core/word-index.ts';

const terms = (text: string) => text.split(' ');
const document = (title: string, phrasings: string[] = [], sentences: string[] = []): Document => ({ title: terms(title), phrasings: phrasings.map(terms), sentences: sentences.map(terms) });
const viewOf = (documents: readonly Document[], weightOf: (term: string) => number) => openView(indexView(documents, weightOf, wordPostings), weightOf);
const view = viewOf([document('ban account', ['account closed why'], ['the account is gone']), document('phone number'), document('phone ban list')], (term) => (term === 'the' ? 0 : 1));

describe('view', () => {
  it('puts the entry first that has the terms', () => {
    const match = view.match(['phone', 'number'], 2);
    expect(match.top).toEqual([1, 2]);
    expect(match.score(1)).toBe(1);
    expect(match.score(2)).toBeLessThan(1);
    expect(match.score(0)).toBe(0);
  });

  it('says how much of the question an entry covers', () => {
    const match = view.match(['phone', 'number'], 3);
    const { unit, title, pairs, back } = match.coverage(1);
    expect([unit, title, pairs, back].map((share) => Math.round(share * 1000) / 1000)).toEqual([1, 1, 1, 1]);
    expect(match.coverage(2).unit).toBeGreaterThan(0);
    expect(match.coverage(2).unit).toBeLessThan(1);
    expect(match.coverage(2).back).toBeLessThan(1);
    expect(match.coverage(0)).toEqual({ unit: 0, pairs: 0, title: 0, back: 0 });
    expect(match.coverage(99)).toEqual({ unit: 0, pairs: 0, title: 0, back: 0 });
    expect(match.coverage(1).unit).toBe(unit);
  });

  it('sees the order of terms', () => expect(view.match(['number', 'phone'], 3).coverage(1).pairs).toBe(0));

  it('knows what no entry has, and what only a masked one has', () => {
    expect(view.match(['phone'], 3).unknown()).toBe(0);
    expect(view.match(['pizza'], 3).unknown()).toBe(1);
    expect(view.match(['pizza'], 3).unknown(undefined, () => 0.75)).toBeCloseTo(0.25);
    expect(view.match(['number'], 3).unknown(1)).toBe(1);
    expect(view.match(['phone'], 3).unknown(1)).toBe(0);
    expect([view.knows('number'), view.knows('number', 1), view.knows('phone', 1), view.knows('pizza')]).toEqual([true, false, true, false]);
  });

  it('finds nothing by stop words or by no words', () => {
    for (const asked of [['the'], []]) {
      const match = view.match(asked, 3);
      expect([match.top, match.unknown(), match.coverage(0).unit]).toEqual([[], 1, 0]);
    }
  });

  it('may be empty', () => expect(viewOf([], () => 1).match(['ban'], 3).top).toEqual([]));
});
