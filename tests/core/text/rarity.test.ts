import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { rarity } from '../../../src/core/text/name-finder.ts';
import { languageOf } from '../../helpers/languages.ts';

const stems = (text: string) => text.split(' ').map((word) => word.replace(/s$/, ''));
/** A hundred words, `w0` being the most frequent. */
const FREQUENT = Array.from({ length: 100 }, (_, at) => `w${at}`);
const rarityOf = rarity({ frequent: FREQUENT }, stems);

describe('how seldom people use a word', () => {
  it('grows from 0 to 1 with its place, by tens', () => {
    expect([rarityOf('w0'), rarityOf('pizza')]).toEqual([0, 1]);
    expect(rarityOf('w99')).toBeLessThan(1);
    const [first, second, third] = ['w0', 'w9', 'w99'].map(rarityOf) as [number, number, number];
    expect(second - first).toBeCloseTo(third - second, 5);
  });

  it('is that of its most frequent form', () => {
    const forms = rarity({ frequent: ['the', 'bans', 'of', 'ban'] }, stems);
    expect(forms('ban')).toBeCloseTo(Math.log(2) / Math.log(5), 5);
  });

  it('is not told by what is read as several words', () =>
    expect(rarity({ frequent: ['ice cream'] }, stems)('ice')).toBe(1));
  it('is read in steps, and then it is there', () => {
    const read: string[] = [];
    const prepared = rarity({ frequent: ['the', 'bans'] }, (text) => {
      read.push(text);
      return stems(text);
    });
    expect(Array.from(prepared.steps(), () => read.length)).toEqual([0, 1, 2]);
    prepared('the');
    expect(read).toEqual(['the', 'bans']);
  });
  it('is 1 where nothing is known of the language', () => expect(rarity({}, stems)('the')).toBe(1));

  it('is for what words stand for the mean of those', () => {
    const read = analyzer(languageOf('xx', { frequent: FREQUENT, synonyms: [['w0', 'w99', 'w1 w2']] }));
    expect(read.conceptRarity('#0')).toBeCloseTo((read.rarityOf('w0') + read.rarityOf('w99')) / 2, 5);
    expect(read.conceptRarity('w9')).toBe(read.rarityOf('w9'));
  });

  it('weighs what words stand for as those do on average, so that synonyms of stop words say as little', () => {
    const read = analyzer(
      languageOf('xx', {
        stopWords: ['onto', 'upon'],
        synonyms: [
          ['onto', 'upon'],
          ['upon', 'harbour'],
        ],
      }),
    );
    expect([read.weightOf('#0'), read.weightOf('#1'), read.weightOf('harbour')]).toEqual([0, 0.5, 1]);
  });
});
