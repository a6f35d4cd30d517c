import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTextIndex } from '../../../src/core/index/build-text-index.ts';
import { Numbering } from '../../../src/core/index/numbered-text.ts';
import { postingsOf } from '../../../src/core/index/postings.ts';
import { openTextIndex } from '../../../src/core/index/text-index.ts';
import { wordPostings } from '../../../src/core/index/word-index.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';

const terms = (text: string) => text.split(' ');
interface Plain {
  readonly title: readonly string[];
  readonly phrasings: readonly (readonly string[])[];
  readonly sentences: readonly (readonly string[])[];
}
const document = (title: string, phrasings: string[] = [], sentences: string[] = []): Plain => ({
  title: terms(title),
  phrasings: phrasings.map(terms),
  sentences: sentences.map(terms),
});
/** The numbers are those of many texts, of which these are some. */
function numbered(documents: readonly Plain[]) {
  const numbering = new Numbering();
  numbering.all(['of', 'other', 'texts', 'c', 'number']);
  const all = (texts: readonly (readonly string[])[]) => texts.map((text) => numbering.all(text));
  return {
    documents: documents.map(({ title, phrasings, sentences }) => ({
      title: numbering.all(title),
      phrasings: all(phrasings),
      sentences: all(sentences),
    })),
    names: numbering.terms,
  };
}
const viewOf = (plain: readonly Plain[], telling: (term: string) => number, boost = telling, scored = wordPostings) => {
  const { documents, names } = numbered(plain);
  return openTextIndex(
    buildTextIndex(documents, names, telling, scored),
    Int32Array.from(plain, ({ phrasings }) => 1 + phrasings.length),
    { boost, telling },
  );
};
const view = viewOf(
  [
    document('ban account', ['account closed why'], ['the account is gone']),
    document('phone number'),
    document('phone ban list'),
  ],
  (term) => (term === 'the' ? 0 : 1),
);
const NONE = { unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 };

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
    const { unit, pairs, back, heading, headingBack } = match.coverage(1);
    expect([unit, pairs, back, heading, headingBack].map((share) => Math.round(share * 1000) / 1000)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(match.coverage(2).unit).toBeGreaterThan(0);
    expect(match.coverage(2).unit).toBeLessThan(1);
    expect(match.coverage(2).back).toBeLessThan(1);
    expect(match.coverage(0)).toEqual(NONE);
    expect(match.coverage(99)).toEqual(NONE);
    expect(match.coverage(1).unit).toBe(unit);
  });

  it('tells what stands in a title or phrasing from what stands in the answer only', () => {
    const gone = view.match(['gone'], 3).coverage(0);
    expect([gone.unit, gone.heading, gone.headingBack]).toEqual([1, 0, 0]);
    const closed = view.match(['closed', 'gone'], 3).coverage(0);
    expect(closed.heading).toBeGreaterThan(0);
    expect(closed.heading).toBeLessThan(1);
    expect([
      view.match(['gone'], 3).heads(0, 'gone'),
      view.match(['closed'], 3).heads(0, 'closed'),
      view.match(['closed'], 3).heads(1, 'closed'),
    ]).toEqual([false, true, false]);
  });

  it('sees the order of terms', () => expect(view.match(['number', 'phone'], 3).coverage(1).pairs).toBe(0));

  it('tells whether a question says what a title says, in its telling words, no more and no fewer', () => {
    const asks = (...words: string[]) => [0, 1].map((entry) => view.match(words, 3).isTitle(entry));
    expect([asks('ban', 'account'), asks('account', 'the', 'ban', 'ban'), asks('phone', 'number')]).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    expect([asks('ban'), asks('account', 'closed', 'why'), asks('ban', 'account', 'pizza'), asks('the')]).toEqual(
      Array(4).fill([false, false]),
    );
    expect(view.match(['ban', 'account'], 3).isTitle(99)).toBe(false);
  });

  it('tells what the question weighs, and how much of it an entry holds in all its parts together', () => {
    const match = view.match(['closed', 'gone', 'pizza'], 3);
    expect(match.held(0)).toBeCloseTo(match.weightOf('closed') + match.weightOf('gone'), 4);
    expect(match.held(1)).toBe(0);
    expect(match.weight).toBeCloseTo(match.held(0) + match.weightOf('pizza'), 4);
    expect(match.weightOf('phone')).toBe(0);
  });

  it('weighs what is telling, and scores what it is told to', () => {
    const halved = viewOf(
      [document('ban account'), document('phone number')],
      (term) => (term === 'ban' ? 0.5 : 1),
      (term) => (term === 'number' ? 0 : 1),
    );
    const match = halved.match(['ban', 'account', 'number'], 3);
    expect(match.weightOf('ban')).toBeCloseTo(match.weightOf('account') / 2, 4);
    expect(match.top).toEqual([0]);
    expect([match.weightOf('number'), match.held(1)]).toEqual([0, 0]);
  });

  it.each([
    ['words', wordPostings],
    ['grams', postingsOf],
  ])('knows which entries hold a term: %s', (_, scored) => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const text = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            title: text,
            phrasings: fc.array(text, { maxLength: 2 }),
            sentences: fc.array(text, { maxLength: 2 }),
          }),
          { maxLength: 9 },
        ),
        word,
        (documents, term) => {
          const match = viewOf(documents, () => 1, undefined, scored).match([term], 3);
          const isIn = (parts: readonly (readonly string[])[]) => parts.some((part) => part.includes(term));
          expect(documents.map((_one, entry) => match.holds(entry, term))).toEqual(
            documents.map(({ title, phrasings, sentences }) => isIn([title, ...phrasings, ...sentences])),
          );
          const index = viewOf(documents, () => 1, undefined, scored);
          for (const some of [documents.keys(), [0], [documents.length - 1, 0]].map((entries) => new Set(entries))) {
            expect(index.isIn(term, some)).toBe([...some].some((entry) => match.holds(entry, term)));
          }
          expect(documents.map((_one, entry) => match.heads(entry, term))).toEqual(
            documents.map(({ title, phrasings }) => isIn([title, ...phrasings])),
          );
        },
      ),
    );
  });

  it('knows what no entry has, and what only a masked one has', () => {
    expect(view.match(['phone'], 3).unknown()).toBe(0);
    expect(view.match(['pizza'], 3).unknown()).toBe(1);
    expect(view.match(['pizza'], 3).unknown(undefined, () => 0.75)).toBeCloseTo(0.25);
    expect(view.match(['number'], 3).unknown(1)).toBe(1);
    expect(view.match(['phone'], 3).unknown(1)).toBe(0);
    expect([view.knows('number'), view.knows('number', 1), view.knows('phone', 1), view.knows('pizza')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('finds nothing by stop words or by no words', () => {
    for (const asked of [['the'], []]) {
      const match = view.match(asked, 3);
      expect([match.top, match.unknown(), match.weight, match.coverage(0)]).toEqual([[], 1, 0, NONE]);
    }
  });

  it('may be empty', () => expect(viewOf([], () => 1).match(['ban'], 3).top).toEqual([]));
});

describe('grams', () => {
  const texts = ['why was it banned', 'wer hat das verboten', '为什么禁止', 'a', 'no way 🙂🙂 home'];
  const read = (text: string) => analyzer(plainLanguage('en')).analyze(text);
  const index = viewOf(
    texts.map((text): Plain => ({ title: read(text).grams, phrasings: [], sentences: [] })),
    () => 1,
  );

  it('are found where they stand as they are one by one', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...texts,
        'why was',
        'was it was it banned was it',
        '禁止为什么 it',
        'way 🙂 home',
        'word '.repeat(60),
      ),
    );
    fc.assert(
      fc.property(text, (asked) => {
        const { stretches, grams } = read(asked);
        const [found, plain] = [
          index.matchGrams(stretches, 3),
          viewOf(
            texts.map((one): Plain => ({ title: read(one).grams, phrasings: [], sentences: [] })),
            () => 1,
          ).match(grams, 3),
        ];
        const told = (match: typeof found) => [
          match.top,
          match.weight,
          ...texts.map((_, entry) => [match.score(entry), match.held(entry), match.coverage(entry)]),
        ];
        expect(told(found)).toEqual(told(plain));
      }),
    );
  });
});
