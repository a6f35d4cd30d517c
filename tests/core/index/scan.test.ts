import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSpace } from '../../../src/core/classifier/feature-space.ts';
import { learnSpace } from '../../../src/core/classifier/learn-space.ts';
import { createHeadingTerms, numberHeading } from '../../../src/core/classifier/numbered-heading.ts';
import { quickModel, scannedModel } from '../../../src/core/classifier/quick-model.ts';
import { indexEntries, type ReadEntry } from '../../../src/core/index/index-entries.ts';
import { languageIndexOf, type Match, openLanguageIndex } from '../../../src/core/index/language-index.ts';
import { createTerms } from '../../../src/core/index/numbered-text.ts';
import { postingsOf } from '../../../src/core/index/postings.ts';
import { entriesInWords, scannedIndexes } from '../../../src/core/index/scan.ts';
import { MOST_SCANNED, scanTexts } from '../../../src/core/index/scanned-texts.ts';
import { rank } from '../../../src/core/ranking/rank.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';

const read = analyzer({
  ...EN,
  synonyms: [
    ['refund', 'money back'],
    ['boat', 'ship'],
  ],
});
const background = {
  chatter: ['nice weather', 'who won the match'],
  about: ['where is {}', 'what about {} today', '{}'],
};
const known = openSpace(
  learnSpace(['why was I banned', 'a refund', 'nice boats'].map((text) => read.analyze(text).features)).kept,
);

const word = fc.constantFrom(
  'ban',
  'banned',
  'the',
  'money',
  'back',
  'refund',
  'boat',
  'ships',
  'is',
  'a',
  'Сб',
  '手机号码',
  '办公室在哪里',
  '환불은',
  '2024',
  'x',
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const entry = fc
  .tuple(text, fc.array(text, { maxLength: 3 }), fc.array(text, { maxLength: 3 }))
  .map(([title, phrasings, sentences]): ReadEntry => {
    const analyze = (one: string) => read.analyze(one);
    return { title: analyze(title), phrasings: phrasings.map(analyze), sentences: sentences.map(analyze) };
  });

const headingsOf = ({ title, phrasings }: ReadEntry) => [title, ...phrasings];

function indexed(entries: readonly ReadEntry[]) {
  const terms = { ...createTerms(), ...createHeadingTerms() };
  const headings = entries.map((own) => headingsOf(own).map((heading) => numberHeading(heading, terms, read)));
  return openLanguageIndex(
    indexEntries(entries, read, postingsOf),
    read,
    quickModel(headings, terms, read, background, known),
    new Set(),
  );
}

function scanned(entries: readonly ReadEntry[]) {
  const texts = scanTexts(entries, read) ?? expect.unreachable();
  return languageIndexOf(
    { ...scannedIndexes(texts, read), counts: () => new Map(), phrasings: Int32Array.from(texts.headings) },
    read,
    scannedModel(texts, entries.flatMap(headingsOf), read, background, known),
    new Set(),
  );
}

const asked = (match: Match, entries: number) => [
  ...[match.words, match.grams, match.concepts].flatMap((found) => [
    found.weight,
    ...Array.from({ length: entries }, (_, at) => at).flatMap((at) => [
      found.score(at),
      found.held(at),
      ...Object.values(found.coverage(at)),
    ]),
  ]),
  match.unknown(),
  match.ours,
  ...Array.from({ length: entries }, (_, at) => at).flatMap((at) => [
    match.probability(at),
    match.nearest(at),
    Number(match.words.isTitle(at)),
    Number(match.concepts.isTitle(at)),
  ]),
];

describe('texts that are read for each question', () => {
  it('say the same as indexes of all their terms', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.array(text, { minLength: 1, maxLength: 3 }),
        (entries, questions) => {
          const [whole, few] = [indexed(entries), scanned(entries)];
          for (const question of questions) {
            const [plain, own] = [whole.match(read.analyze(question)), few.match(read.analyze(question))];
            expect(own.strangers()).toEqual(plain.strangers());
            const [expected, found] = [asked(plain, entries.length), asked(own, entries.length)];
            expect(found.length).toBe(expected.length);
            for (const [at, value] of found.entries()) expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 5);
            expect(new Set(rank(own, few).map((one) => one.entry))).toEqual(
              new Set(rank(plain, whole).map((one) => one.entry)),
            );
            const some = new Set([...entries.keys()].filter((at) => at % 2 === 0));
            expect(few.isShared(question, some)).toBe(whole.isShared(question, some));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('know their titles and phrasings by all words', () => {
    const analyze = (one: string) => read.analyze(one);
    const entries = ['where is the boat', 'a refund'].map((title) => ({
      title: analyze(title),
      phrasings: [analyze('the boat')],
      sentences: [analyze('money')],
    }));
    const texts = scanTexts(entries, read) ?? expect.unreachable();
    const found = (question: string) => entriesInWords(texts, read.read(question).words);
    expect([
      found('A refund!'),
      found('the boats'),
      found('boat'),
      found('money'),
      found('what now'),
      found(''),
    ]).toEqual([[1], [0, 1], [], [], [], []]);
  });

  it('are not taken where there are too many to be read, nor where letters take two units', () => {
    const of = (title: string) => scanTexts([{ title: read.analyze(title), phrasings: [], sentences: [] }], read);
    expect([of('boat '.repeat(MOST_SCANNED / 4)), of('𠮷野家')]).toEqual([undefined, undefined]);
    expect(of('boat')).toBeDefined();
  });

  it('are not taken where words stand for more than can be numbered', () => {
    const groups = Array.from({ length: 9 }, (_, at) => ['boat', `x${at}`]);
    const manifold = analyzer({ ...EN, synonyms: groups });
    const of = (times: number) =>
      scanTexts(
        [{ title: manifold.analyze('boat '.repeat(times)), phrasings: [], sentences: [manifold.analyze('boat')] }],
        manifold,
      );
    expect(of(10_000)).toBeUndefined();
    expect(of(5000)?.concepts.starts).toEqual(Uint16Array.of(0, 45_000, 45_009));
  });
});
