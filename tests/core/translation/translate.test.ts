import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { lexicon } from '../../../src/core/translation/lexicon.ts';
import { glossWords, translator } from '../../../src/core/translation/translate.ts';
import { EN, HANS, languageOf } from '../../helpers/languages.ts';

const RU = languageOf('ru', { scripts: ['Cyrl'], stemmer: 'russian', stopWords: ['в', 'почему', 'ли'] });
const english = lexicon(
  new Map(Object.entries({ chatgpt: 9, banned: 3, ban: 1, china: 5, why: 4, city: 2 })),
  analyzer(EN),
);
const russian = (question: string, glossary: Record<string, string> = {}) =>
  translator({ source: analyzer(RU), target: english, glossary: new Map(Object.entries(glossary)) })(question);

describe('lexicon', () => {
  it('knows words in any form, and gives the most frequent one', () => {
    expect([english.has('bans'), english.has('cook')]).toEqual([true, false]);
    expect(english.formOf('ban')).toBe('banned');
  });

  it('has no names in text without spaces, whose sounds are shared by many words', () => {
    expect(lexicon(new Map([['中国', 1]]), analyzer(HANS)).named('zhongguo')).toBeUndefined();
  });

  it('knows names by their Latin letters, to the letter', () => {
    const cyrillic = lexicon(new Map([['чатгпт', 1]]), analyzer(RU));
    expect([cyrillic.named('chatgpt'), cyrillic.named('chatgbt')]).toEqual(['чатгпт', undefined]);
  });
});

describe('translator', () => {
  it('takes words from the glossary, in any form', () => expect(russian('запрета', { запрет: 'ban' })).toBe('banned'));

  it('knows names again that are written in other letters', () => expect(russian('чатгпт')).toBe('chatgpt'));

  it('knows names that sound alike, unless one of the two is a frequent word and a sound differs', () => {
    const asked = (frequent: { readonly ru?: string[]; readonly en?: string[] }) => {
      const target = lexicon(new Map([['wayland', 1]]), analyzer({ ...EN, frequent: frequent.en ?? [] }));
      const source = analyzer({ ...RU, frequent: frequent.ru ?? [] });
      const nameOf = () => ({ name: 'wayland', isSame: false });
      return translator({ source, target, glossary: new Map(), nameOf })('вейланд');
    };
    expect(asked({})).toBe('wayland');
    expect(asked({ ru: ['вейланд'] })).toBe('veyland');
    expect(asked({ en: ['wayland'] })).toBe('veyland');
  });

  it('spells what it does not know, so that it counts as unknown', () => expect(russian('банан')).toBe('banan'));

  it('leaves out what has no Latin letters', () => expect(russian('ع чатгпт')).toBe('chatgpt'));

  it('keeps what is there as it is', () => expect(russian('ChatGPT China 2023')).toBe('chatgpt china 2023'));

  it('drops stop words, unless their translation is known', () =>
    expect(russian('ли в чатгпт', { ли: 'why' })).toBe('why chatgpt'));

  it('reads the longest words that a dictionary has, up to stop words', () => {
    const words: Record<string, string[]> = {
      城: ['wall'],
      城市: ['city'],
      市中: ['mayor'],
      中国: ['China'],
      的: ['of'],
      的中: ['bullseye'],
    };
    const chinese = translator({
      source: analyzer(HANS),
      target: english,
      glossary: new Map(),
      gloss: (word) => words[word] ?? [],
    });
    expect(chinese('城市中国')).toBe('city china');
    expect(chinese('城市的中国')).toBe('city china');
    expect(chinese('城鑫中国')).toBe('wall xin china');
  });

  it('prefers the glossary to a dictionary', () => {
    const chinese = translator({
      source: analyzer(HANS),
      target: english,
      glossary: new Map([['封', 'ban']]),
      gloss: () => ['to seal'],
    });
    expect(chinese('封')).toBe('banned');
  });

  it('says nothing to nothing', () => expect(russian('… ?')).toBe(''));
});

describe('glossWords', () => {
  it('are the first one, known or not, and others that are known', () => {
    expect(glossWords(['prohibit', 'seal', 'ban'], '禁止', english)).toEqual(['prohibit', 'ban']);
    expect(glossWords(['the prohibition', 'seal'], '禁止', english)).toEqual(['prohibition']);
  });

  it('is one for a single character', () => expect(glossWords(['city', 'China'], '城', english)).toEqual(['city']));

  it('are no remarks', () =>
    expect(glossWords(['(bound form) China [Zhong1 guo2]'], '中国', english)).toEqual(['china']));

  it('are not of rare meanings', () =>
    expect(glossWords(['a1', 'b1', 'c1', 'd1', 'city'], '城市', english)).toEqual(['a1']));
});
