import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_FOUND, MOST_PROPOSED, MOST_TERMS, RAREST } from '../../../src/core/calibration/reading-policy.ts';
import { EntrySearch } from '../../../src/core/index/entry-search.ts';
import { type EntryMatch, matchParts, matchTerms, type TermMatch } from '../../../src/core/index/matches.ts';
import { Parts } from '../../../src/core/index/parts.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { languageOf } from '../../helpers/languages.ts';
import { readWith } from '../../helpers/live-index.ts';

const analyzer = analyzerFor(languageOf('xx'));
const NONE = { unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 };
type Written = readonly [title: string, phrasings?: readonly string[], sentences?: readonly string[]];

/** @param boost how telling a term is, and how much it counts in the search. */
function asking(entries: readonly Written[], boost: (term: string) => number = () => 1) {
  const [search, parts] = [new EntrySearch(analyzer), new Parts(boost)];
  for (const [id, written] of entries.entries()) {
    const { title, phrasings, sentences } = readWith(analyzer, ...written);
    search.put(id, { title, phrasings, sentences });
    parts.add(id, {
      headings: [title, ...phrasings].map(({ words }) => words),
      sentences: sentences.map(({ words }) => words),
    });
  }
  return {
    terms: (...terms: string[]): TermMatch => matchTerms(search, parts, terms, boost),
    grams: (...grams: string[]): EntryMatch => matchParts(parts, grams),
    parts,
  };
}

const ENTRIES: readonly Written[] = [
  ['ban account', ['account closed why'], ['the account is gone']],
  ['phone number'],
  ['phone ban list'],
];
const ask = asking(ENTRIES, (term) => (term === 'the' ? 0 : 1));

describe('what entries hold of some terms', () => {
  it('puts the entry first that has them', () => {
    for (const match of [ask.terms('phone', 'number'), ask.grams('phone', 'number')]) {
      expect([match.top, match.score(1), match.score(0)]).toEqual([[1, 2], 1, 0]);
      expect(match.score(2) > 0 && match.score(2) < 1).toBe(true);
      expect([match.coverage(1).unit, match.coverage(0)]).toEqual([expect.closeTo(1), NONE]);
    }
  });

  it('tells what the question weighs, and how much of it an entry holds in all its parts together', () => {
    const match = ask.terms('closed', 'gone', 'pizza');
    expect(match.held(0)).toBeCloseTo(match.weightOf('closed') + match.weightOf('gone'), 6);
    expect(match.weight).toBeCloseTo(match.held(0) + match.weightOf('pizza'), 6);
    expect([match.held(1), match.weightOf('phone')]).toEqual([0, 0]);
    expect([match.coverage(0).unit < 1, match.headingsWith('ban')]).toEqual([true, 2]);
  });

  it('knows whether the question is a title, in its telling words', () => {
    const isTitle = (...terms: string[]) => [0, 1].map(ask.terms(...terms).isTitle);
    expect([isTitle('account', 'the', 'ban', 'ban'), isTitle('phone', 'number')]).toEqual([
      [true, false],
      [false, true],
    ]);
    expect([isTitle('ban'), isTitle('account', 'closed', 'why'), isTitle('the')]).toEqual(
      Array(3).fill([false, false]),
    );
  });

  it('knows what no entry has, and what only a masked one has', () => {
    expect(ask.terms('phone').unknown()).toBe(0);
    expect(ask.terms('pizza').unknown()).toBe(1);
    expect(ask.terms('pizza').unknown(undefined, () => 0.75)).toBeCloseTo(0.25);
    expect([ask.terms('number').unknown(1), ask.terms('phone').unknown(1)]).toEqual([1, 0]);
    const { unknown, weightOf } = ask.terms('phone', 'pizza');
    expect(unknown()).toBeCloseTo(weightOf('pizza') / (weightOf('pizza') + weightOf('phone')));
  });

  it('finds nothing by stop words or by no words, nor among no entries', () => {
    for (const asked of [['the'], []]) {
      const match = ask.terms(...asked);
      expect([match.top, match.unknown(), match.weight, match.coverage(0)]).toEqual([[], 1, 0, NONE]);
    }
    expect([asking([]).terms('ban').top, asking([]).grams('ban').top, ask.grams().top]).toEqual([[], [], []]);
  });

  it('counts a term as much as it is told to', () => {
    const halved = asking([['ban'], ['account']], (term) => (term === 'ban' ? 0.5 : 1)).terms('ban', 'account');
    expect([halved.top, halved.weightOf('ban')]).toEqual([[1, 0], halved.weightOf('account') / 2]);
  });

  it('puts the entry with more of the grams before the one that has some of them often, and a short one before a long one', () => {
    expect(asking([['ab ab ab ab'], ['ab cd']]).grams('ab', 'cd').top).toEqual([1, 0]);
    expect(asking([['ab and much else that is long'], ['ab']]).grams('ab').top).toEqual([1, 0]);
  });
});

const word = fc.constantFrom('a', 'b', 'c', 'd', 'the');
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const written = fc.tuple(text, fc.array(text, { maxLength: 2 }), fc.array(text, { maxLength: 2 }));

it.each(['terms', 'grams'] as const)('the entries found by %s are those that hold some, the best ones', (by) => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 16 }), fc.uniqueArray(word), (entries, asked) => {
      const all = asking(entries, by === 'grams' ? undefined : (term) => (term === 'the' ? 0 : 1));
      const { top, score, held, weight } = all[by](...asked);
      const heldOf = (entry: number) => asked.filter((term) => all.parts.holds(entry, term));
      const holding = entries.flatMap((_, entry) => (heldOf(entry).length > 0 ? [entry] : []));
      expect(top).toHaveLength(Math.min(MOST_PROPOSED, holding.length));
      expect(new Set(top).size).toBe(top.length);
      expect(top.map(score)).toEqual(top.map(score).sort((a, b) => b - a));
      if (top.length > 0) expect(score(top[0] ?? -1)).toBe(1);
      for (const entry of entries.keys()) {
        expect(score(entry) > 0).toBe(holding.includes(entry));
        if (!top.includes(entry)) expect(score(entry)).toBeLessThanOrEqual(score(top.at(-1) ?? -1));
        const weigh = (terms: readonly string[]) => terms.reduce((sum, term) => sum + all.parts.weightOf(term), 0);
        expect([held(entry), weight]).toEqual([
          expect.closeTo(weigh(heldOf(entry)), 6),
          expect.closeTo(weigh(asked), 6),
        ]);
      }
    }),
  );
});

describe('terms that are looked up', () => {
  /** One entry with a rare term, and so many with a frequent one, of which the search knows the first. */
  const large = (entries: number, sentences = 0) => {
    const [search, parts] = [new EntrySearch(analyzer), new Parts(() => 1)];
    parts.add(0, { headings: [['rare']], sentences: [] });
    for (let at = 1; at <= entries; at++)
      parts.add(at, { headings: [['often']], sentences: Array.from({ length: sentences }, () => ['often']) });
    search.put(0, readWith(analyzer, 'rare'));
    search.put(1, readWith(analyzer, 'often'));
    return (...terms: string[]) => [matchTerms(search, parts, terms, () => 1), matchParts(parts, terms)];
  };
  const isFound = (found: readonly EntryMatch[]) =>
    found.map(({ held, coverage }) => [0, 1].map((entry) => held(entry) > 0 && coverage(entry).unit > 0));

  it('are all of them, unless they are in very many entries: then the rarest', () => {
    expect(isFound(large(MOST_FOUND - 1)('often', 'rare'))).toEqual(Array(2).fill([true, true]));
    const found = large(MOST_FOUND)('often', 'rare');
    expect(isFound(found)).toEqual(Array(2).fill([true, false]));
    expect(found.map(({ top }) => top)).toEqual([[0], [0]]);
    // What is not looked up counts as missing, and is known all the same.
    for (const { coverage } of found) expect([coverage(0).unit < 1, coverage(1)]).toEqual([true, NONE]);
    expect(found.map((match) => ('unknown' in match ? (match as TermMatch).unknown() : false))).toEqual([0, false]);
  });

  it('are all of them in few entries, however many sentences these have', () =>
    expect(isFound(large(2, MOST_FOUND)('often', 'rare'))).toEqual(Array(2).fill([true, true])));

  it('are one at least, unless that tells nothing either', () => {
    expect(isFound(large(RAREST * MOST_FOUND)('often'))).toEqual(Array(2).fill([false, true]));
    expect(isFound(large(RAREST * MOST_FOUND + 1)('often'))).toEqual(Array(2).fill([false, false]));
  });

  it('are the first of an endless question', () => {
    const terms = Array.from({ length: MOST_TERMS }, (_, at) => `w${at}`);
    for (const match of [ask.terms(...terms, 'phone'), ask.grams(...terms, 'phone')]) expect(match.top).toEqual([]);
    for (const match of [ask.terms(...terms.slice(1), 'phone'), ask.grams(...terms.slice(1), 'phone')])
      expect(match.top).toHaveLength(2);
  });
});
