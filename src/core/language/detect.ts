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
  /** Tags the text may be written in, the likeliest first; empty when nothing speaks for any language. */
  readonly languages: readonly string[];
  /** False if it may be in several languages. */
  readonly sure: boolean;
  /** True if it is in Latin letters though its language is written in others. Default: false. */
  readonly isRomanized?: boolean;
  /** True if it is rather in a language that nobody has described; `languages` are those of its letters then. */
  readonly isUnspoken?: boolean;
}

/**
 * Texts whose language is remembered: who chooses the asker's language, each index and a follow-up ask of the same one,
 * and each change of a community asks of every title and check.
 */
const MOST_TEXTS = 5000;
/** Words that are remembered, in all languages together. */
const MOST_WORDS = 5000;
/** Characters that tell a language; more would only take time. */
const ENOUGH_TEXT = 2000;
/**
 * Names are written in Latin letters everywhere: beside another script they count little, unless they are everyday
 * words.
 */
const [SCRIPT_OF_NAMES, NAME] = ['Latn', 0.3];
const LATIN = /^\p{Script=Latin}/u;

interface Reader {
  readonly language: LanguageData;
  readonly letters: RegExp;
  /** Weight of a word in its letters that is no everyday one. */
  readonly ofName: number;
}

/** A run of text, and which readers have its letters, by their numbers. */
interface Token extends Run {
  readonly readers: readonly number[];
  readonly isLatin: boolean;
  readonly isEveryday: boolean;
}

/**
 * Finds out which of the given languages a text is written in: by script, then by its everyday words and the parts of
 * its words.
 * @param samples lines in a language, by tag, the more the better. Default: none, so that its word lists must do.
 * @param unspoken frequent words of languages that are not given. Default: none, so that such texts are taken for the
 * most similar language
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
  /** One list for all words of the same letters. */
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
  const detect = remember((text): Detection => {
    const found = runs(foldMarks(text.slice(0, ENOUGH_TEXT))).map((run) =>
      run.unspaced ? tokenOf(run) : wordOf(run.text),
    );
    const counts = countTokens(found, readers);
    const most = Math.max(0, ...counts);
    if (most === 0) return { languages: [], sure: false };
    const alike = readers.filter((_, at) => counts[at] === most);
    const words = found
      .filter((token) => !token.unspaced && token.readers.some((at) => counts[at] === most))
      .map((token) => token.text);
    const likely = rankerOf(alike)(words);
    const ofLetters = () => [...new Set([...likely, ...alike.map(({ language }) => language)])].map(({ tag }) => tag);
    const romanized = alike.every(({ language }) => isLatin(language)) ? romanizedIn(words) : undefined;
    if (romanized?.language)
      return { languages: tagsOf(baseOf(romanized.language.tag)), sure: true, isRomanized: true };
    if (words.length > 0 && isUnspoken(text.slice(0, ENOUGH_TEXT)))
      return { languages: ofLetters(), sure: false, isUnspoken: true };
    // It may be in a language that nobody has described: letters alone tell nothing then.
    if (romanized?.isStrange) return { languages: ofLetters(), sure: false };
    const bases = new Set(likely.map((language) => baseOf(language.tag)));
    return { languages: inScriptVariant(likely, text).map((language) => language.tag), sure: bases.size === 1 };
  }, MOST_TEXTS);
  return Object.assign((text: string) => detect(text), {
    *steps() {
      yield* romanizedIn.steps();
      yield* isUnspoken.steps();
    },
  });
}

const isLatin = ({ scripts }: LanguageData): boolean => scripts.includes(SCRIPT_OF_NAMES);

/**
 * For each reader. A name may look like an everyday word ("AI" is Italian for "to the"): one alone speaks for nothing.
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

/** Text with Traditional characters is in the Traditional variant; without any it may be in either. */
function inScriptVariant(likely: readonly LanguageData[], text: string): readonly LanguageData[] {
  const traditional = likely.filter((language) => language.scripts.includes('Hant'));
  return traditional.length > 0 && isTraditional(text.slice(0, ENOUGH_TEXT)) ? traditional : likely;
}
