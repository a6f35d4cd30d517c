import { UNSPACED_CHARACTER } from '../calibration/policy.ts';
import { isTraditional } from '../text/chinese.ts';
import { baseOf, type LanguageData } from '../text/language.ts';
import { foldMarks } from '../text/normalize.ts';
import { letterIn } from '../text/scripts.ts';
import { type Run, runs } from '../text/tokenize.ts';
import { everydayWords, type Ranker, rankerFor } from './likely-languages.ts';
import { romanizedFinder } from './romanized.ts';

export interface Detection {
  /** Tags the text may be written in, the likeliest first; empty when nothing speaks for any language. */
  readonly languages: readonly string[];
  /** False where it may be in several languages. */
  readonly sure: boolean;
  /** True where it is in Latin letters though its language is written in others. */
  readonly isRomanized?: boolean | undefined;
}

/** Characters that tell a language; more would only take time. */
const ENOUGH_TEXT = 2000;
/** Names are written in Latin letters everywhere: beside another script they count little, unless they are everyday words. */
const [SCRIPT_OF_NAMES, NAME] = ['Latn', 0.3];
const LATIN = /^\p{Script=Latin}/u;

interface Reader {
  readonly language: LanguageData;
  readonly letters: RegExp;
}

/**
 * Finds out which of the given languages a text is written in: by script, then by its everyday words and the parts of its words.
 * @param samples lines in a language, by tag, the more the better. Default: none, so that its word lists must do.
 */
export function languageDetector(languages: readonly LanguageData[], samples: ReadonlyMap<string, readonly string[]> = new Map()): (text: string) => Detection {
  const readers = languages.map((language): Reader => ({ language, letters: scriptPattern(language) }));
  const everyday = everydayWords(languages);
  const isEveryday = (word: string) => everyday.has(word);
  const latin = languages.filter(isLatin);
  const romanizedIn = romanizedFinder(languages, latin, samples);
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
  return (text) => {
    const found = runs(foldMarks(text.slice(0, ENOUGH_TEXT)));
    const isSaid = severalOf(found, isEveryday);
    const counted = readers.map((reader) => ({ reader, tokens: countTokens(found, reader, isSaid) }));
    const most = Math.max(0, ...counted.map(({ tokens }) => tokens));
    if (most === 0) return { languages: [], sure: false };
    const alike = counted.filter(({ tokens }) => tokens === most).map(({ reader }) => reader);
    const words = found.filter((run) => !run.unspaced && alike.some(({ letters }) => letters.test(run.text))).map((run) => run.text);
    const romanized = alike.every(({ language }) => isLatin(language)) ? romanizedIn(words) : undefined;
    if (romanized?.language) return { languages: tagsOf(baseOf(romanized.language.tag)), sure: true, isRomanized: true };
    const likely = rankerOf(alike)(words);
    // It may be in a language that nobody has described: letters alone tell nothing then.
    if (romanized?.isStrange) return { languages: [...new Set([...likely, ...alike.map(({ language }) => language)])].map(({ tag }) => tag), sure: false };
    const bases = new Set(likely.map((language) => baseOf(language.tag)));
    return { languages: inScriptVariant(likely, text).map((language) => language.tag), sure: bases.size === 1 };
  };
}

const isLatin = ({ scripts }: LanguageData): boolean => scripts.includes(SCRIPT_OF_NAMES);

/** A name may look like an everyday word ("AI" is Italian for "to the"): one alone speaks for nothing. */
function severalOf(found: readonly Run[], isEveryday: (word: string) => boolean): (word: string) => boolean {
  const latin = new Set(found.filter(({ text }) => LATIN.test(text) && isEveryday(text)).map(({ text }) => text));
  return (word) => isEveryday(word) && (latin.size > 1 || !latin.has(word));
}

function countTokens(found: readonly Run[], { letters, language }: Reader, isEveryday: (word: string) => boolean): number {
  const name = isLatin(language) ? NAME : 1;
  return found.reduce((sum, { text, unspaced }) => {
    if (!letters.test(text)) return sum;
    return sum + (unspaced ? [...text].filter((letter) => letters.test(letter)).length * UNSPACED_CHARACTER : isEveryday(text) ? 1 : name);
  }, 0);
}

const scriptPattern = ({ scripts }: LanguageData): RegExp => (scripts.length > 0 ? new RegExp(`^${letterIn(scripts)}`, 'u') : /^$/u);

/** Text with Traditional characters is in the Traditional variant; without any it may be in either. */
function inScriptVariant(likely: readonly LanguageData[], text: string): readonly LanguageData[] {
  const traditional = likely.filter((language) => language.scripts.includes('Hant'));
  return traditional.length > 0 && isTraditional(text.slice(0, ENOUGH_TEXT)) ? traditional : likely;
}
