import { UNSPACED_CHARACTER } from '../calibration/reading-policy.ts';
import { isTraditional } from '../text/chinese.ts';
import { baseOf, type LanguageData } from '../text/language.ts';
import { foldMarks } from '../text/normalize.ts';
import { type Prepared, remember } from '../text/remember.ts';
import { letterIn } from '../text/scripts.ts';
import { type Run, runs } from '../text/tokenize.ts';
import { everydayWords, type Ranker, rankerFor, type UnspokenLists, unspokenFinder } from './likely-languages.ts';
import { romanizedFinder } from './romanized.ts';

export interface Detection {
  /** Tags of the languages that the text may be in, the most likely first; empty if nothing points to any. */
  readonly languages: readonly string[];
  /** False if several languages are possible. */
  readonly sure: boolean;
  /** Whether the text is romanised: in Latin letters, though its language has another script. Default: false. */
  readonly isRomanized?: boolean;
  /**
   * Whether the text is rather in a language that `locales/` does not describe. `languages` then has those with its
   * script.
   */
  readonly isUnspoken?: boolean;
}

/**
 * Most texts whose language is cached. The language of the same question is needed for the asker, for each index and
 * for follow-ups, and a change looks at every title and check.
 */
const MOST_TEXTS = 5000;
/** Most words that are cached, for all languages together. */
const MOST_WORDS = 5000;
/** Characters that are enough to tell a language. */
const ENOUGH_TEXT = 2000;
/** Weight of a Latin word in text of another script: often a name, it counts little unless it is an everyday word. */
const [SCRIPT_OF_NAMES, NAME] = ['Latn', 0.3];
const LATIN = /^\p{Script=Latin}/u;

interface Reader {
  readonly language: LanguageData;
  readonly letters: RegExp;
  /** Weight of a word in the script that is no everyday word. */
  readonly ofName: number;
}

/** A run of text, with the indexes of the readers for its script. */
interface Token extends Run {
  readonly readers: readonly number[];
  readonly isLatin: boolean;
  readonly isEveryday: boolean;
}

/**
 * Detects in which of the given languages a text is: by its script, its everyday words, and the parts of its words.
 * @param samples lines of each language by tag, the more the better. Default: none; only word lists tell
 * @param unspoken frequent words of other languages. Default: none; a text in another language counts as one in the
 * most similar given language
 */
export function languageDetector(
  languages: readonly LanguageData[],
  samples: ReadonlyMap<string, readonly string[]> = new Map(),
  unspoken: () => UnspokenLists = () => new Map(),
): Prepared<(text: string) => Detection> {
  const readers = languages.map(
    (language): Reader => ({ language, letters: scriptPattern(language), ofName: isLatin(language) ? NAME : 1 }),
  );
  const everyday = everydayWords(languages);
  const isEveryday = (word: string) => everyday.has(word);
  const lists = new Map<string, readonly number[]>();
  /** One list for all words with the same letters. */
  const readersOf = (text: string): readonly number[] => {
    const own = [...readers.keys()].filter((at) => readers[at]?.letters.test(text));
    const list = lists.get(own.join()) ?? own;
    lists.set(own.join(), list);
    return list;
  };
  const tokenOf = ({ text, unspaced }: Run): Token => ({
    text,
    unspaced,
    readers: readersOf(text),
    isLatin: LATIN.test(text),
    isEveryday: isEveryday(text),
  });
  const wordOf = remember((text) => tokenOf({ text, unspaced: false }), MOST_WORDS);
  const latin = languages.filter(isLatin);
  const romanizedIn = romanizedFinder(languages, latin, samples);
  const isUnspoken = unspokenFinder(languages, unspoken);
  const tagsOf = (base: string) => languages.map(({ tag }) => tag).filter((tag) => baseOf(tag) === base);
  const rankers = new Map<string, Ranker>();
  const rankerOf = (alike: readonly Reader[]): Ranker => {
    const key = alike.map(({ language }) => language.tag).join();
    const ranker =
      rankers.get(key) ??
      rankerFor(
        alike.map(({ language }) => language),
        { samples, isEveryday },
      );
    rankers.set(key, ranker);
    return ranker;
  };
  /** Readers for the text's letters, and its words in those letters. */
  const read = (text: string) => {
    const found = runs(foldMarks(text.slice(0, ENOUGH_TEXT))).map((run) =>
      run.unspaced ? tokenOf(run) : wordOf(run.text),
    );
    const counts = countTokens(found, readers);
    const most = Math.max(0, ...counts);
    if (most === 0) return undefined;
    const alike = readers.filter((_, at) => counts[at] === most);
    const words = found
      .filter((token) => !token.unspaced && token.readers.some((at) => counts[at] === most))
      .map((token) => token.text);
    return { alike, words, mayBeRomanized: alike.every(({ language }) => isLatin(language)) };
  };
  const detect = remember((text): Detection => {
    const own = read(text);
    if (!own) return { languages: [], sure: false };
    const { alike, words, mayBeRomanized } = own;
    const likely = rankerOf(alike)(words);
    const ofLetters = () => [...new Set([...likely, ...alike.map(({ language }) => language)])].map(({ tag }) => tag);
    const romanized = mayBeRomanized ? romanizedIn(words) : undefined;
    if (romanized?.language)
      return { languages: tagsOf(baseOf(romanized.language.tag)), sure: true, isRomanized: true };
    if (words.length > 0 && isUnspoken(text.slice(0, ENOUGH_TEXT)))
      return { languages: ofLetters(), sure: false, isUnspoken: true };
    // Perhaps the text is in a language without a description. Letters alone do not tell.
    if (romanized?.isStrange) return { languages: ofLetters(), sure: false };
    const bases = new Set(likely.map((language) => baseOf(language.tag)));
    return { languages: inScriptVariant(likely, text).map((language) => language.tag), sure: bases.size === 1 };
  }, MOST_TEXTS);
  /** Whether all tables are read, so that no text must be searched for those that it needs. */
  let isPrepared = false;
  return Object.assign((text: string) => detect(text), {
    *steps(text?: string) {
      if (isPrepared) return;
      if (text === undefined) {
        for (const letters of new Set(readers.map((reader) => reader.letters.source)))
          yield* rankerOf(readers.filter((reader) => reader.letters.source === letters)).steps();
        yield* romanizedIn.steps();
        yield* isUnspoken.steps();
        isPrepared = true;
        return;
      }
      const own = read(text);
      if (!own) return;
      yield* rankerOf(own.alike).steps();
      if (own.mayBeRomanized) yield* romanizedIn.steps(own.words);
      yield* isUnspoken.steps(text.slice(0, ENOUGH_TEXT));
    },
  });
}

const isLatin = ({ scripts }: LanguageData): boolean => scripts.includes(SCRIPT_OF_NAMES);

/**
 * Counts evidence for each language. A single Latin word proves nothing, as a name may look like an everyday word ("AI"
 * is Italian for "to the").
 */
function countTokens(found: readonly Token[], readers: readonly Reader[]): number[] {
  const latin = new Set(found.filter((token) => token.isLatin && token.isEveryday).map(({ text }) => text));
  const counts = readers.map(() => 0);
  for (const { text, unspaced, readers: own, isEveryday } of found) {
    const isSaid = isEveryday && (latin.size > 1 || !latin.has(text));
    for (const at of own) {
      const { letters, ofName } = readers[at] as Reader;
      counts[at] =
        (counts[at] ?? 0) +
        (unspaced
          ? [...text].filter((letter) => letters.test(letter)).length * UNSPACED_CHARACTER
          : isSaid
            ? 1
            : ofName);
    }
  }
  return counts;
}

const scriptPattern = ({ scripts }: LanguageData): RegExp =>
  scripts.length > 0 ? new RegExp(`^${letterIn(scripts)}`, 'u') : /^$/u;

/** Traditional characters tell the Traditional variant; without any, both variants are possible. */
function inScriptVariant(likely: readonly LanguageData[], text: string): readonly LanguageData[] {
  const traditional = likely.filter((language) => language.scripts.includes('Hant'));
  return traditional.length > 0 && isTraditional(text.slice(0, ENOUGH_TEXT)) ? traditional : likely;
}
