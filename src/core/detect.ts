import { isTraditional } from './chinese.ts';
import { baseOf, type LanguageData } from './language.ts';
import { foldMarks } from './normalize.ts';
import { runs, words as wordsOf } from './tokenize.ts';

export interface Detection {
  /** Tags the text may be written in, the likeliest first; empty when nothing speaks for any language. */
  readonly languages: readonly string[];
  /** False where only names or single words speak for it. */
  readonly sure: boolean;
}

/** Characters that tell a language; more would only take time. */
const ENOUGH_TEXT = 2000;
/** A character of a text written without spaces counts as half a word. */
const UNSPACED_CHARACTER = 0.5;
/** Names are written in Latin letters everywhere: they alone do not tell a language. */
const SCRIPT_OF_NAMES = 'Latn';

/** Finds out which of the given languages a text is written in: by script, then by its everyday words. */
export function languageDetector(languages: readonly LanguageData[]): (text: string) => Detection {
  const readers = languages.map((language) => ({
    language,
    letters: scriptPattern(language),
    everyday: everydayWords(languages.find(({ tag }) => tag === language.writtenFrom?.language) ?? language),
  }));
  return (text) => {
    const plain = foldMarks(text.slice(0, ENOUGH_TEXT));
    const spoken = wordsOf(plain);
    const scored = readers.map(({ language, letters, everyday }) => {
      return { language, tokens: countTokens(plain, letters), votes: spoken.filter((word) => everyday.has(word)).length };
    });
    const most = Math.max(0, ...scored.map((one) => one.tokens));
    if (most === 0) return { languages: [], sure: false };
    const inScript = scored.filter((one) => one.tokens === most);
    const votes = Math.max(...inScript.map((one) => one.votes));
    const likely = inScript.filter((one) => one.votes === votes).map((one) => one.language);
    const bases = new Set(likely.map((language) => baseOf(language.tag)));
    const named = votes === 0 && likely.some((language) => language.scripts.includes(SCRIPT_OF_NAMES));
    return { languages: inScriptVariant(likely, text).map((language) => language.tag), sure: bases.size === 1 && !named };
  };
}

function countTokens(text: string, letters: RegExp): number {
  return runs(text).reduce((sum, run) => {
    if (!run.unspaced) return sum + (letters.test(run.text) ? 1 : 0);
    return sum + [...run.text].filter((letter) => letters.test(letter)).length * UNSPACED_CHARACTER;
  }, 0);
}

const VARIANTS: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani' };

function scriptPattern(language: LanguageData): RegExp {
  const scripts = language.scripts.map((script) => `\\p{Script=${VARIANTS[script] ?? script}}`);
  return scripts.length > 0 ? new RegExp(`^[${scripts.join('')}]`, 'u') : /^$/u;
}

function everydayWords(language: LanguageData): ReadonlySet<string> {
  const fold = (word: string) => wordsOf(foldMarks(word)).join(' ');
  return new Set([...language.stopWords, ...language.commonWords].map(fold));
}

/** Text with Traditional characters is in the Traditional variant; without any it may be in either. */
function inScriptVariant(likely: readonly LanguageData[], text: string): readonly LanguageData[] {
  const traditional = likely.filter((language) => language.scripts.includes('Hant'));
  return traditional.length > 0 && isTraditional(text.slice(0, ENOUGH_TEXT)) ? traditional : likely;
}
