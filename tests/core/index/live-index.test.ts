import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openModel } from '../../../src/core/classifier/model.ts';
import { type LanguageIndexOptions, LiveIndex } from '../../../src/core/index/language-index.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';
import { readWith } from '../../helpers/live-index.ts';
import { runs } from '../../helpers/runs.ts';

const analyzer = analyzerFor({
  ...EN,
  synonyms: [
    ['refund', 'money back'],
    ['boat', 'ship'],
  ],
});
/** Nothing is learned: all that is said comes from the entries. */
const options: LanguageIndexOptions = { analyzer, predict: openModel({}), everyday: new Set(['banner']) };
const ENTRIES = [0, 1, 2, 3];
const QUESTIONS = [
  'money back for boats',
  'refund',
  'why are ships bannd',
  'the',
  '办公室',
  '2024 harbours',
  'is it a bakn',
];

const word = fc.constantFrom(
  'ban',
  'banned',
  'the',
  'money',
  'back',
  'refund',
  'boats',
  'ship',
  '办公室在哪里',
  '환불은',
  '2024',
);
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const entry = fc
  .tuple(text, fc.array(text, { maxLength: 2 }), fc.array(text, { maxLength: 2 }))
  .map((written) => readWith(analyzer, ...written));
const change = fc.tuple(fc.constantFrom(...ENTRIES), fc.option(entry, { nil: undefined }));

/** All that an index says. */
const told = (index: LiveIndex, question: string) => {
  const match = index.match(question);
  return {
    size: index.size,
    surfaces: new Map(index.surfaces()),
    read: match.question,
    shared: ENTRIES.map((one) => index.sharing([one])(question)),
    strange: [match.unknownWords(), match.outOfVocabulary(), match.content],
    unknown: [undefined, ...ENTRIES].map((masked) => match.unknown(masked)),
    weights: match.conceptWeights,
    found: [match.words, match.concepts, match.grams].map(({ top, weight }) => [new Set(top), weight]),
    title: ENTRIES.map((one) => [match.words.isTitle(one), match.concepts.isTitle(one)]),
  };
};
const numbers = (index: LiveIndex, question: string): number[] => {
  const match = index.match(question);
  const ofEntries = ENTRIES.flatMap((one) => [
    index.sparsity(one),
    match.probability(one),
    match.nearest(one),
    ...[match.words, match.concepts, match.grams].flatMap((found) => [
      found.score(one),
      found.held(one),
      ...Object.values(found.coverage(one)),
    ]),
  ]);
  return [index.phrasings, ...ofEntries];
};

function expectSame(index: LiveIndex, fresh: LiveIndex, question: string): void {
  const [found, wanted] = [index, fresh].map((one) => numbers(one, question));
  expect(found).toEqual(wanted?.map((value) => expect.closeTo(value, 6)));
  expect(told(index, question)).toEqual(told(fresh, question));
}

describe('an index whose entries come and go', () => {
  it('says after any changes what a new one of the entries that are left says', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.constantFrom(...QUESTIONS), (changes, question) => {
        const [index, left] = [new LiveIndex(options), new Map<number, ReturnType<typeof readWith>>()];
        for (const [at, own] of changes) {
          if (own) {
            index.put(at, own);
            left.set(at, own);
          } else {
            index.remove(at);
            left.delete(at);
          }
        }
        const fresh = new LiveIndex(options);
        for (const [at, own] of left) fresh.put(at, own);
        expectSame(index, fresh, question);
      }),
      runs(20),
    );
  });

  it('says the same whether its entries are given at once, one by one, or with what was kept of them', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), fc.constantFrom(...QUESTIONS), (entries, question) => {
        const whole = new LiveIndex(options, entries);
        const grown = new LiveIndex(options);
        for (const [at, own] of entries.entries()) grown.put(at, own);
        const kept = new LiveIndex(options, entries, whole.toJSON());
        for (const index of [grown, kept]) expectSame(index, whole, question);
      }),
      runs(15),
    );
  });

  it('takes a word for what its entries have at the time', () => {
    const index = new LiveIndex(options);
    const read = () => index.read('the lanetrn').words;
    index.put(0, readWith(analyzer, 'Where do the lanterns sleep?', ['a lantern']));
    expect(read()).toEqual(['the', analyzer.stem('lantern')]);
    index.put(1, readWith(analyzer, 'Lanetrn'));
    expect(read()).toEqual(['the', analyzer.stem('lanetrn')]);
    for (const at of [0, 1]) index.remove(at);
    index.put(2, readWith(analyzer, 'A lanern'));
    expect(read()).toEqual(['the', analyzer.stem('lanern')]);
    index.remove(2);
    expect([read(), index.size, index.surfaces().size]).toEqual([['the', analyzer.stem('lanetrn')], 0, 0]);
  });
});
