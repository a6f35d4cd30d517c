import { describe, expect, it } from 'vitest';
import { searched } from '../../../src/core/classifier/model.ts';
import { untrainedModel } from '../../../src/core/classifier/untrained.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { type Background, NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { EN } from '../../helpers/languages.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';

const BACKGROUND: Background = {
  chatter: ['nice weather today', 'who won the match', 'see you tomorrow then'],
  about: ['where is {}', 'who painted {} in winter'],
};
const analyzer = analyzerFor({ ...EN, synonyms: [['refund', 'money back']] });
const ENTRIES = [
  readWith(analyzer, 'How do I get a refund?', ['refund of the fee', 'return my fee'], ['Ask at the desk.']),
  readWith(analyzer, 'When does the boat leave?', ['departure of the boat', 'what is the']),
  readWith(analyzer, 'Who repairs lanterns?', ['手机号码', '환불은 어디에서']),
];
const indexWith = (background: Background) =>
  indexOf(ENTRIES, analyzer, background, untrainedModel(analyzer, background));
const index = indexWith(BACKGROUND);
const inScope = (question: string, of = index) => of.match(question).inScope;

describe('likeness without training', () => {
  it('is 1 to the entry that says the very same', () => {
    for (const [entry, { title, phrasings }] of ENTRIES.entries())
      for (const { text } of [title, ...phrasings]) expect(index.match(text).nearest(entry), text).toBeCloseTo(1, 6);
  });

  it('is less where a word is another one, is missing, or stands elsewhere', () => {
    for (const question of ['How do I get a boat?', 'get a refund', 'a refund how do I get']) {
      const nearest = index.match(question).nearest(0);
      expect([nearest > 0.2, nearest < 0.999], question).toEqual([true, true]);
    }
  });

  it('is some where only what the words stand for is alike, and none where nothing is', () => {
    const { nearest } = index.match('money back');
    expect([nearest(0) > 0.1, nearest(1), index.match('zzz').nearest(0)]).toEqual([true, 0, 0]);
  });

  it('is shared out among the entries that were found: the nearest is the likeliest', () => {
    const { probability, nearest } = index.match('departure of the boat, and a refund');
    const all = ENTRIES.map((_, entry) => probability(entry));
    expect(all.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
    expect([nearest(1) > nearest(0), probability(1) > probability(0), probability(0) > 0]).toEqual([true, true, true]);
    expect([index.match('zzz').probability(0), index.match('').probability(0)]).toEqual([0, 0]);
  });

  it('proposes nothing that search does not find', () => {
    const { likely } = searched(index.match('boat'));
    expect([likely, index.match('boat').likely]).toEqual([[], []]);
  });
});

describe('what an index without training is about', () => {
  it('is what its entries say', () => {
    for (const question of ['How do I get a refund?', 'when does the boat leave', 'who repairs lanterns today'])
      expect(inScope(question), question).toBeGreaterThan(0.5);
  });

  it('is no chatter, and nothing that is as near to it', () => {
    for (const question of [...BACKGROUND.chatter, 'nice weather', 'who won the boat match'])
      expect(inScope(question), question).toBeLessThan(0.5);
  });

  it('is no template that was filled with a word that its entries keep using', () => {
    for (const question of ['who painted the boat in winter', 'who painted boats in winter'])
      expect(inScope(question), question).toBeLessThan(0.5);
  });

  it('is anything where nothing is known of other subjects', () =>
    expect([
      inScope('nice weather today', indexWith(NO_BACKGROUND)),
      inScope('refund', indexWith(NO_BACKGROUND)),
    ]).toEqual([0.5, 0.5]));

  it('goes with the entries as they come and go', () => {
    const live = indexWith(BACKGROUND);
    const before = inScope('who painted the gate in winter', live);
    live.put(3, readWith(analyzer, 'Who painted the gate in winter?'));
    expect([before < 0.5, inScope('who painted the gate in winter', live) > 0.5]).toEqual([true, true]);
    live.remove(3);
    expect(inScope('who painted the gate in winter', live)).toBeCloseTo(before, 6);
  });
});
