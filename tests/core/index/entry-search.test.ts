import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntrySearch } from '../../../src/core/index/entry-search.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { EN, languageOf } from '../../helpers/languages.ts';
import { readWith } from '../../helpers/live-index.ts';

const analyzer = analyzerFor({ ...EN, synonyms: [['refund', 'money back']] });
const plain = analyzerFor(languageOf('xx'));
const always = () => 1;
const found = (search: EntrySearch, ...terms: string[]) => search.search(terms, always).map(({ id }) => id);

const word = fc.constantFrom('a', 'b', 'c', 'd');
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const entry = fc
  .tuple(text, fc.array(text, { maxLength: 2 }), fc.array(text, { maxLength: 2 }))
  .map((parts) => readWith(plain, ...parts));
const change = fc.tuple(fc.nat(4), fc.option(entry, { nil: undefined }));
const exactly = (search: EntrySearch, terms: readonly string[]) =>
  search.search(terms, always).map(({ id, score }) => [id as number, score] as const);

describe('a search of entries', () => {
  const search = new EntrySearch(analyzer);
  search.put(0, readWith(analyzer, 'Opening hours', ['when do shops close'], ['The office is closed on Sundays.']));
  search.put(1, readWith(analyzer, 'Money back guarantee'));

  it('finds words by their stems, in titles, phrasings and sentences', () =>
    expect(['hour', 'shop', 'offic', 'guarante', 'hours', 'nobody'].map((stem) => found(search, stem))).toEqual([
      [0],
      [0],
      [0],
      [1],
      [],
      [],
    ]));

  it('finds what words stand for, and the words, too', () => {
    const [concept = ''] = analyzer.conceptsOf([analyzer.stem('refund')]);
    expect([found(search, concept), found(search, 'money')]).toEqual([[1], [1]]);
  });

  it('takes the words of each text by themselves: those side by side in two texts are no phrase', () => {
    const apart = new EntrySearch(analyzer);
    apart.put(0, readWith(analyzer, 'Send money', ['back it comes']));
    expect(found(apart, ...analyzer.conceptsOf([analyzer.stem('refund')]))).toEqual([]);
  });

  it('puts the entry first that has more of the terms', () =>
    expect(found(search, 'money', 'guarante', 'hour')).toEqual([1, 0]));

  it('lets a term count as it is told to', () => {
    const boosted = (boost: number) => search.search(['money'], () => boost)[0]?.score ?? 0;
    expect(boosted(0.5)).toBeCloseTo(boosted(1) / 2, 6);
  });

  it('takes an entry without any word', () => {
    const empty = new EntrySearch(analyzer);
    empty.put(0, readWith(analyzer, '', [], ['!']));
    expect([empty.size, found(empty, 'hour'), found(empty)]).toEqual([1, [], []]);
  });
});

describe('entries that come and go', () => {
  it('are found as if the others had never been there', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), fc.uniqueArray(word, { minLength: 1 }), (changes, asked) => {
        const [search, left] = [new EntrySearch(plain), new Map<number, ReturnType<typeof readWith>>()];
        for (const [id, own] of changes) {
          if (own) search.put(id, own);
          else search.remove(id);
          if (own) left.set(id, own);
          else left.delete(id);
        }
        const fresh = new EntrySearch(plain);
        for (const [id, own] of left) fresh.put(id, own);
        const [scores, wanted] = [search, fresh].map((one) => new Map(exactly(one, asked)));
        expect([search.size, new Set(scores?.keys())]).toEqual([left.size, new Set(wanted?.keys())]);
        for (const [id, score] of scores ?? []) expect(score).toBeCloseTo(wanted?.get(id) ?? Number.NaN, 6);
      }),
    );
  });

  it('are kept as text: what is read from it finds the same, and goes on from there', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 5 }),
        entry,
        fc.uniqueArray(word, { minLength: 1 }),
        (entries, next, asked) => {
          const search = new EntrySearch(plain);
          for (const [id, own] of entries.entries()) search.put(id, own);
          const kept = new EntrySearch(plain, search.toJSON());
          expect([kept.size, exactly(kept, asked)]).toEqual([search.size, exactly(search, asked)]);
          for (const one of [search, kept]) one.put(entries.length, next);
          expect(exactly(kept, asked)).toEqual(exactly(search, asked));
        },
      ),
    );
  });
});
