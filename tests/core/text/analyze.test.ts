import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { EN, HANS, languageOf } from '../../helpers/languages.ts';

const english = analyzer(EN);

describe('analyzer', () => {
  it('reads words, stems and small talk', () => {
    const { text, surface, words, corrected } = english.analyze('Hey bot, banning Companies?');
    expect({ text, surface, words, corrected: [...corrected] }).toEqual({
      text: 'Hey bot, banning Companies?',
      surface: ['banning', 'companies'],
      words: ['ban', 'compani'],
      corrected: [],
    });
  });

  it('names the stems that were corrected', () => {
    const { words, corrected } = english.analyze('bannned accounts', (read) =>
      read.map((word) => (word === 'bannned' ? 'banned' : word)),
    );
    expect(words).toEqual(['ban', 'account']);
    expect([...corrected]).toEqual(['ban']);
  });

  it('takes no strange word for a form of a pointing one, though its stem is the same', () => {
    const { stem, isPointing, weightOf } = analyzer({ ...EN, stopWords: ['it'], pointingWords: ['it', 'these'] });
    expect([stem('it'), stem('itly')]).toEqual(['it', 'itly']);
    expect([isPointing(stem('it')), isPointing(stem('itly')), weightOf(stem('itly'))]).toEqual([true, false, 1]);
  });

  it('weighs stop words 0, common words little, others 1, by their stems', () => {
    expect(english.weightOf(english.stem('the'))).toBe(0);
    expect(english.weightOf(english.stem('get'))).toBeGreaterThan(0);
    expect(english.weightOf(english.stem('get'))).toBeLessThan(1);
    expect(english.weightOf('ban')).toBe(1);
  });

  it('reads contractions as words', () => expect(english.analyze('don’t').words).toEqual(['do', 'not']));

  it('makes pairs with borders, and grams of three sizes', () => {
    const { features } = analyzer(languageOf('x')).analyze('red fish');
    expect(features.pairs).toEqual([' red', 'red fish', 'fish ']);
    expect(features.grams).toEqual(expect.arrayContaining([' re', ' red', 'fish', ' fish']));
    expect(features.grams).not.toContain('d fi');
  });

  it('takes each character of text without spaces as a gram', () =>
    expect(analyzer(HANS).analyze('卡丢了VPN').features.grams).toEqual(
      expect.arrayContaining(['卡', '丢', '了', 'vpn ', ' vpn']),
    ));

  it('takes no longer grams of it', () =>
    expect(
      analyzer(HANS)
        .analyze('银行卡丢了')
        .features.grams.filter((gram) => gram.length > 1),
    ).toEqual([]));

  it('joins words for grams across them, for searching', () =>
    expect(analyzer(languageOf('x')).analyze('red fish').stretches).toEqual(['red fish']));

  it('reads both Chinese scripts alike', () => {
    const chinese = analyzer(HANS);
    expect(chinese.analyze('為什麼封鎖網站').features).toEqual(chinese.analyze('为什么封锁网站').features);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { surface, words, features } = english.analyze(text);
        expect(words).toHaveLength(surface.length);
        expect(features.pairs).toHaveLength(words.length + 1);
      }),
    );
  });
});
