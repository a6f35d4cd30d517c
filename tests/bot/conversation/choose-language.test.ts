import { describe, expect, it } from 'vitest';
import {
  chooseLanguage,
  type LanguageClues,
  languageNamed,
  matchLocale,
} from '../../../src/bot/conversation/choose-language.ts';
import type { LanguageData } from '../../../src/core/text/language.ts';
import { DE, EN, HANS, HANT } from '../../helpers/languages.ts';

const LANGUAGES = new Map([EN, DE, HANS, HANT].map((one) => [one.tag, one]));
const choose = (clues: LanguageClues) => chooseLanguage(clues, LANGUAGES, 'en');
const sure = (...languages: string[]) => ({ languages, sure: true });
const unsure = (...languages: string[]) => ({ languages, sure: false });

describe('chooseLanguage', () => {
  it.each<[string, LanguageClues, string]>([
    ['what was chosen', { chosen: 'de', detection: sure('zh-Hans'), locale: 'en' }, 'de'],
    ['the question where the chosen language is gone', { chosen: 'fr', detection: sure('de') }, 'de'],
    ['the question rather than the hint', { detection: sure('de'), locale: 'zh-CN' }, 'de'],
    ['the hint rather than a guess', { detection: unsure('en', 'de'), locale: 'de-AT' }, 'de'],
    ['a guess rather than the default', { detection: unsure('de') }, 'de'],
    ['the default for a language that nobody described', { detection: { ...unsure('de'), isUnspoken: true } }, 'en'],
    ['the hinted script of a sure language', { detection: sure('zh-Hans', 'zh-Hant'), locale: 'zh_TW' }, 'zh-Hant'],
    ['the likeliest script where none is hinted', { detection: sure('zh-Hans', 'zh-Hant'), locale: 'de' }, 'zh-Hans'],
    ['the hint where there is no question', { locale: 'de' }, 'de'],
    ['the default where nothing is known', {}, 'en'],
    ['the default where the hint is nonsense', { locale: '!!' }, 'en'],
  ])('takes %s', (_, clues, language) => expect(choose(clues)).toBe(language));
});

describe('matchLocale', () => {
  const tags = ['en', 'pt-BR', 'pt', 'zh-Hans', 'zh-Hant'];
  it.each([
    ['en-GB', 'en'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'pt'],
    ['zh-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh_CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['fr', undefined],
    ['', undefined],
  ])('%j is served by %s', (locale, tag) => expect(matchLocale(locale, tags)).toBe(tag));

  it('takes any script rather than none', () => expect(matchLocale('zh-TW', ['zh-Hans'])).toBe('zh-Hans'));
});

describe('languageNamed', () => {
  const languages = new Map(
    [
      ['en', 'English'],
      ['zh-Hans', '简体中文'],
      ['zh-Hant', '繁體中文'],
      ['ru', 'Русский'],
    ].map(([tag = '', name = '']) => [tag, { tag, name } as LanguageData]),
  );

  it.each([
    ['EN', 'en'],
    ['русский', 'ru'],
    ['Russian', 'ru'],
    ['俄语', 'ru'],
    ['中文', 'zh-Hans'],
    ['Chinese', 'zh-Hans'],
    ['繁體中文', 'zh-Hant'],
    ['Traditional Chinese', 'zh-Hant'],
  ])('knows %s', (name, tag) => expect(languageNamed(name, languages)?.tag).toBe(tag));

  it('knows no other', () => expect(languageNamed('Klingon', languages)).toBeUndefined());
});
