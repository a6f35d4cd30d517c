import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { conceptFinder, isCategory } from '../../../src/core/text/concepts.ts';
import { languageOf } from '../../helpers/languages.ts';

const stems = (text: string) => text.split(' ').filter((word) => word !== '');
const GROUPS = [
  ['refund', 'money back', 'get money back'],
  ['price', 'cost', 'fee'],
  ['charge', 'fee'],
  ['back', 'rear'],
  ['warranty', 'money back guarantee'],
];
const concepts = conceptFinder({ synonyms: GROUPS }, stems);
const read = (text: string) => concepts.in(stems(text));

describe('what words stand for', () => {
  it('is the same for all members of a group, in order, phrases read as one', () => {
    expect(read('refund today')).toEqual(read('money back today'));
    expect(read('a refund today')).toEqual(['a', '#0', 'today']);
    expect(read('price')).toEqual(read('cost'));
  });

  it('is the longest phrase that fits', () => {
    expect(read('get money back')).toEqual(['#0']);
    expect(read('money back')).toEqual(['#0']);
    expect(read('money back guarantee')).toEqual(['#4']);
    expect(read('come back')).toEqual(['come', '#3']);
    expect(read('get money now')).toEqual(['get', 'money', 'now']);
  });

  it('is all concepts of a word that stands in several groups', () => {
    expect(read('fee')).toEqual(['#1', '#2']);
    expect(read('charge')).toEqual(['#2']);
  });

  it('is the word itself where no group has it, or there are none', () => {
    expect(read('pizza please')).toEqual(['pizza', 'please']);
    expect(read('')).toEqual([]);
    expect(conceptFinder({}, stems).in(['refund'])).toEqual(['refund']);
  });

  it('is also the category of a thing: alike is not the same', () => {
    const kin = conceptFinder(
      { synonyms: [['wash', 'clean']], kin: [{ drawer: ['pet'], things: [['dog', 'puppy'], ['cat']] }] },
      stems,
    );
    expect(kin.in(stems('wash the puppy'))).toEqual(['#0', 'the', '#2', '~0']);
    expect(kin.in(['cat'])).toEqual(['#3', '~0']);
    expect(kin.apart(stems('pet dog'))).toEqual([
      { words: ['pet'], same: ['#1'], categories: ['~0'], categoryNames: [] },
      { words: ['dog'], same: ['#2'], categories: ['~0'], categoryNames: ['#1'] },
    ]);
    expect(['#2', '~0'].map(kin.members)).toEqual([
      ['dog', 'puppy'],
      ['pet', 'dog', 'puppy', 'cat'],
    ]);
    expect(['#2', '~0', 'dog'].map(isCategory)).toEqual([false, true, false]);
  });

  it('has the single words of its group as members', () => {
    expect(['#0', '#1', 'refund', '#99'].map(concepts.members)).toEqual([['refund'], ['price', 'cost', 'fee'], [], []]);
  });

  it('is found by stems, and not by what is read as small talk', () => {
    const english = analyzer(
      languageOf('en', { stemmer: 'english', smallTalk: ['please'], synonyms: [['refunds', 'moneys back']] }),
    );
    expect(english.analyze('please refunding').concepts).toEqual(['#0']);
    expect(english.analyze('my money back').concepts).toEqual(['my', '#0']);
    expect(english.analyze('my money back').words).toEqual(['my', 'money', 'back']);
  });
});
