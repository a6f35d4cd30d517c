import { describe, expect, it } from 'vitest';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { type Background, NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';
import { EN, languageOf } from '../../helpers/languages.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';

const analyzer = analyzerFor(EN);
const entries = ['Why are accounts banned?', 'Where is the office?'].map((title) => readWith(analyzer, title));
const wordsOf = (background: Background, question: string) =>
  indexOf(entries, analyzer, background).match(question).question.words;

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

describe('a name in other letters', () => {
  const russian = languageOf('ru', {
    scripts: ['Cyrl'],
    frequent: ['пайтон'],
    latinNames: { ck: 'k', y: 'ai', th: 't' },
  });
  const read = analyzerFor(russian);
  const everyday: Background = { chatter: ['докер и биос'], about: [] };
  const wordsIn = (background: Background, question: string) =>
    indexOf([readWith(read, 'Docker BIOS Python')], read, background).match(question).question.words;

  it('is the name', () => expect(wordsIn(NO_BACKGROUND, 'докер биос')).toEqual(['docker', 'bios']));
  it('stays if people use it for other things, unless many sounds are the same', () =>
    expect(wordsIn(everyday, 'докер биос')).toEqual(['docker', 'биос']));
  it('stays if it is a frequent word', () => expect(wordsIn(NO_BACKGROUND, 'пайтон')).toEqual(['пайтон']));
});

describe('a compound that entries write otherwise', () => {
  const own = [readWith(analyzer, 'How many claimblocks?'), readWith(analyzer, 'A 6700 XT')];
  const index = indexOf(own, analyzer);

  it('is read as theirs, and told', () => {
    const { words, corrected } = index.read('claim blocks and the 6700xt');
    expect([words, [...corrected]]).toEqual([
      ['claimblock', 'and', 'the', '6700', 'xt'],
      ['claimblock', '6700', 'xt'],
    ]);
  });
  it('shares words with their entry', () => {
    expect(index.sharing([0])('the claim block')).toBe(true);
    expect(index.sharing([0])('the block claim')).toBe(false);
  });
});

describe('how much is unknown of a question', () => {
  const unknownIn = (tag: string, question: string) => {
    const read = analyzerFor(plainLanguage(tag));
    const own = readWith(read, tag === 'ko' ? '계정은 왜 정지되나요' : 'Warum werden Konten gesperrt');
    return indexOf([own], read).match(question).unknown();
  };

  it('is little where a word of syllables has another ending', () => expect(unknownIn('ko', '계정이')).toBeLessThan(1));
  it('is all of a word in an alphabet that only has its letters', () => expect(unknownIn('de', 'Kontext')).toBe(1));
});

describe('what no entry has heard of', () => {
  const read = analyzerFor({ ...EN, synonyms: [['office', 'bureau']] });
  const own = ['Why are accounts banned?', 'Where is the office?'].map((title, at) =>
    readWith(read, title, Array(at).fill('way to the office')),
  );
  const index = indexOf(own, read);

  it('is neither a word of theirs, nor one that means the same, nor one that is misspelt, nor a common one', () => {
    expect(read.weightOf('get')).toBeLessThan(1);
    expect(index.match('do get the accuonts, the bureau, the harbour').outOfVocabulary()).toEqual(['harbour']);
  });
  it('is counted among few phrasings', () => expect(index.phrasings).toBe(0.5));
});

describe('what a question has in common with an entry', () => {
  const read = analyzerFor({ ...EN, synonyms: [['office', 'bureau']] });
  const own = ['Why are accounts banned?', 'Where is the office?', 'Who are you?'].map((title) =>
    readWith(read, title),
  );
  const index = indexOf(own, read);

  it.each([
    ['a word', 'is the office open', [1]],
    ['a misspelt one', 'the offcie', [1]],
    ['what stands for it', 'a bureau in town', [1]],
    ['nothing where only letters are alike', 'official banners', []],
    ['nothing where the letters are others', 'где офис', []],
    ['nothing where only words that all use are', 'what is the lamp', []],
    ['whatever it may be where it has no other words', 'what is the', [0, 1, 2]],
  ])('is %s', (_, question, entries) =>
    expect(own.flatMap((_one, at) => (index.sharing([at])(question) ? [at] : []))).toEqual(entries),
  );

  it('is a part of a word where parts tell', () => {
    const korean = analyzerFor(plainLanguage('ko'));
    const inKorean = indexOf(
      ['계정은 왜 정지되나요', '사무실은 어디예요'].map((title) => readWith(korean, title)),
      korean,
    );
    expect([0, 1].map((at) => inKorean.sharing([at])('계정이'))).toEqual([true, false]);
  });
});

describe('how sparse the phrasings of an entry are', () => {
  const of = (...counts: number[]) => {
    const index = indexOf(
      counts.map((count) => readWith(analyzer, 'Where is the office?', Array(count - 1).fill('way to the office'))),
      analyzer,
    );
    return counts.map((_, entry) => index.sparsity(entry));
  };

  it('is all where every entry has its title only', () => expect(of(1, 1)).toEqual([1, 1]));

  it('is less with each phrasing of this entry, and of the others', () => {
    const [full = 0, single = 0] = of(4, 1);
    expect(single).toBeLessThan(1);
    expect(full).toBeLessThan(single);
    expect(full).toBeGreaterThan(1 / 4);
    expect(of(8, 1)[1]).toBeLessThan(single);
    expect(of(8, 1)[0]).toBeLessThan(full);
  });

  it('is that of an entry without phrasings for one that is not there', () =>
    expect(indexOf(entries, analyzer).sparsity(7)).toBe(1));
});

describe('what words stand for', () => {
  const read = analyzerFor({ ...EN, synonyms: [['refund', 'money back']] });
  const index = indexOf([readWith(read, 'Money back guarantee'), readWith(read, 'My money')], read);

  it('is held by the entries that say it in other words', () => {
    const { words, concepts } = index.match('refund guarantee');
    expect([words.held(0) < words.weight, concepts.held(0)]).toEqual([true, concepts.weight]);
  });

  it('is not the words of a phrase one by one', () => {
    const { concepts } = index.match('money');
    expect([0, 1].map((entry) => concepts.holds(entry, 'money'))).toEqual([false, true]);
    expect([0, 1].map((entry) => concepts.coverage(entry).unit)).toEqual([0, 1]);
  });
});
