import { describe, expect, it } from 'vitest';
import { textIn } from '../../../src/core/entry/display.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { DE, EN, HANS, HANT } from '../../helpers/languages.ts';

const LANGUAGES = new Map([EN, { ...DE, fallback: ['zh-Hans'] }, HANS, HANT].map((one) => [one.tag, one]));
const en = textOf('en', 'Network');
const hans = textOf('zh-Hans', '网络', ['软件'], {
  answer: [plain('网络')],
  sources: [
    { title: '网络报', language: 'zh-Hans' },
    { title: '网络书', language: 'ja' },
  ],
});
const shown = (language: string, entry = entryOf('facts/net', en, hans)) => {
  const found = textIn(entry, language, LANGUAGES);
  return [found?.language, found?.text.title];
};

describe('textIn', () => {
  it('is the text of the language itself', () => expect(shown('zh-Hans')).toEqual(['zh-Hans', '网络']));

  it('is written in the other script from the one that is there', () => {
    const text = textIn(entryOf('facts/net', en, hans), 'zh-Hant', LANGUAGES)?.text;
    expect(text).toMatchObject({ title: '網路', phrasings: ['軟體'], answer: [plain('網路')] });
    expect(text?.sources.map(({ title }) => title)).toEqual(['網路報', '网络书']);
  });

  it('names sources in the words of its language, as far as they have such', () => {
    const translations = { 'zh-Hans': { title: '网络报', publisher: '网络社' } };
    const sources = [{ title: 'Net News', publisher: 'Net', language: 'en', translations }];
    const entry = entryOf('facts/net', { ...en, sources }, { ...hans, sources });
    const named = (language: string) =>
      textIn(entry, language, LANGUAGES)?.text.sources.map(({ title, publisher }) => `${title}, ${publisher}`);
    expect(['en', 'zh-Hans', 'zh-Hant'].flatMap(named)).toEqual(['Net News, Net', '网络报, 网络社', '網路報, 網路社']);
  });

  it("follows fallbacks, then the entry's own language, then any", () => {
    expect(shown('de')).toEqual(['zh-Hans', '网络']);
    expect(shown('fr')).toEqual(['en', 'Network']);
    expect(shown('en', entryOf('facts/net', hans))).toEqual(['zh-Hans', '网络']);
    expect(shown('en', { ...entryOf('facts/net', textOf('xx', 'Xx')), defaultLanguage: 'yy' })).toEqual(['xx', 'Xx']);
  });

  it('prefers a text that was written to one that is converted', () => {
    expect(shown('zh-Hant', entryOf('facts/net', hans, textOf('zh-Hant', '網絡')))).toEqual(['zh-Hant', '網絡']);
  });

  it('is nothing where there is no text', () => expect(textIn(entryOf('facts/net'), 'en', LANGUAGES)).toBeUndefined());
});
