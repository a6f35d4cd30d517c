import type { LanguageData } from '../../src/core/text/language.ts';

/** A language with nothing to it, each part of which can be replaced. */
export function languageOf(tag: string, parts: Partial<LanguageData> = {}): LanguageData {
  return {
    tag,
    name: tag,
    direction: 'ltr',
    fallback: [],
    scripts: ['Latn'],
    replace: {},
    stopWords: [],
    commonWords: [],
    smallTalk: [],
    ...parts,
  };
}

export const EN = languageOf('en', {
  name: 'English',
  stemmer: 'english',
  replace: { "n't": ' not' },
  stopWords: ['the', 'is', 'what', 'not', 'do'],
  commonWords: ['get'],
  smallTalk: ['hello', 'hey bot', 'please'],
});
export const DE = languageOf('de', { name: 'Deutsch', stemmer: 'german', stopWords: ['der', 'die', 'ist', 'was'] });
export const HANS = languageOf('zh-Hans', {
  name: '简体中文',
  scripts: ['Hans', 'Hani'],
  toSimplified: true,
  fallback: ['zh-Hant'],
  stopWords: ['的', '什么'],
});
export const HANT = languageOf('zh-Hant', {
  name: '繁體中文',
  scripts: ['Hant', 'Hani'],
  toSimplified: true,
  fallback: ['zh-Hans'],
  writtenFrom: { language: 'zh-Hans', from: 'cn', to: 'twp' },
});
