import { describe, expect, it } from 'vitest';
import { trainModel } from '../../../src/core/classifier/model.ts';
import { buildLanguageIndex } from '../../../src/core/index/language-index.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { type Background, NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';
import { EN } from '../../helpers/languages.ts';

const analyzer = analyzerFor(EN);
const entries = ['Why are accounts banned?', 'Where is the office?'].map((title) => ({
  title: analyzer.analyze(title),
  phrasings: [],
  sentences: [],
}));
const shelfWith = (background: Background) =>
  buildLanguageIndex(entries, analyzer, background, trainModel(entries, analyzer, background));
const wordsOf = (background: Background, question: string) => shelfWith(background).match(question).question.words;

describe('a word that no entry has', () => {
  const everyday: Background = { chatter: ['who painted that banner over there'], about: [] };

  it('is read as the one that it was meant to be', () =>
    expect(wordsOf(NO_BACKGROUND, 'bannet accounts')).toEqual(['ban', 'account']));
  it('stays where people use it for other things', () =>
    expect([wordsOf(NO_BACKGROUND, 'a banner'), wordsOf(everyday, 'a banner')]).toEqual([
      ['a', 'ban'],
      ['a', 'banner'],
    ]));
});

describe('how much is unknown of a question', () => {
  const unknownIn = (tag: string, question: string) => {
    const read = analyzerFor(plainLanguage(tag));
    const own = [
      {
        title: read.analyze(tag === 'ko' ? '계정은 왜 정지되나요' : 'Warum werden Konten gesperrt'),
        phrasings: [],
        sentences: [],
      },
    ];
    return buildLanguageIndex(own, read, NO_BACKGROUND, trainModel(own, read, NO_BACKGROUND))
      .match(question)
      .unknown();
  };

  it('is little where a word of syllables has another ending', () => expect(unknownIn('ko', '계정이')).toBeLessThan(1));
  it('is all of a word in an alphabet that only has its letters', () => expect(unknownIn('de', 'Kontext')).toBe(1));
});

describe('what no entry has heard of', () => {
  const read = analyzerFor({ ...EN, synonyms: [['office', 'bureau']] });
  const own = ['Why are accounts banned?', 'Where is the office?'].map((title, at) => ({
    title: read.analyze(title),
    phrasings: Array(at).fill(read.analyze('way to the office')),
    sentences: [],
  }));
  const index = buildLanguageIndex(own, read, NO_BACKGROUND, trainModel(own, read, NO_BACKGROUND));

  it('is neither a word of theirs, nor one that means the same, nor one that is misspelt, nor a common one', () => {
    expect(read.weightOf('get')).toBeLessThan(1);
    expect(index.match('do get the accuonts, the bureau, the harbour').unheard()).toEqual(['harbour']);
  });
  it('is counted among few phrasings', () => expect(index.phrasings).toBe(0.5));
});

describe('what a question has in common with an entry', () => {
  const read = analyzerFor({ ...EN, synonyms: [['office', 'bureau']] });
  const own = ['Why are accounts banned?', 'Where is the office?', 'Who are you?'].map((title) => ({
    title: read.analyze(title),
    phrasings: [],
    sentences: [],
  }));
  const { isShared } = buildLanguageIndex(own, read, NO_BACKGROUND, trainModel(own, read, NO_BACKGROUND));

  it.each([
    ['a word', 'is the office open', [1]],
    ['a misspelt one', 'the offcie', [1]],
    ['what stands for it', 'a bureau in town', [1]],
    ['nothing where only letters are alike', 'official banners', []],
    ['nothing where only words that all use are', 'what is the lamp', []],
    ['whatever it may be where it has no other words', 'what is the', [0, 1, 2]],
  ])('is %s', (_, question, entries) =>
    expect(own.flatMap((_one, at) => (isShared(question, new Set([at])) ? [at] : []))).toEqual(entries),
  );

  it('is a part of a word where parts tell', () => {
    const korean = analyzerFor(plainLanguage('ko'));
    const texts = ['계정은 왜 정지되나요', '사무실은 어디예요'].map((title) => ({
      title: korean.analyze(title),
      phrasings: [],
      sentences: [],
    }));
    const index = buildLanguageIndex(texts, korean, NO_BACKGROUND, trainModel(texts, korean, NO_BACKGROUND));
    expect([0, 1].map((at) => index.isShared('계정이', new Set([at])))).toEqual([true, false]);
  });
});
