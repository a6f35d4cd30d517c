import type { LanguageData } from './language.ts';

const DIGIT = /\p{Nd}/u;
const YEAR = /^(?:19|20)\d\d(?!\d)/;
/** A number with points, or one that is joined to a word: 2.1, gpt-4. */
const VERSION = /\d+(?:\.\d+)+|\p{L}+-?\d+/gu;
const LATIN = /^\p{Script=Latin}/u;
/**
 * A word with a capital letter that does not begin a sentence. The letter is looked at before the text before it, which
 * takes longer.
 */
const CAPITALISED = /(?=\p{Lu})(?<=[^.!?…\s]\s+)[\p{L}\p{M}\p{N}]+/gu;
const SMALL = /\p{Ll}/u;
/** Codes of countries and the like. */
const REGIONS = Array.from({ length: 26 * 26 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
);

export interface Names {
  readonly names: ReadonlySet<string>;
  /** Those of them that are countries, years, versions, and numbers by which one of several is called. */
  readonly cases: ReadonlySet<string>;
  /** Those of them with a capital letter inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
}

export type CaseKind = 'country' | 'year' | 'number';

export interface NameFinder {
  /** @param words the stems of the text */
  readonly namesIn: (text: string, words: readonly string[]) => Names;
  /** The kind of case that a stem may name. */
  readonly kindOf: (word: string) => CaseKind | undefined;
}

/**
 * Finds what names things rather than says something of them: numbers, countries, words with a capital letter inside a
 * sentence, and words in Latin letters if the language has others. What a question names and an entry lacks speaks
 * against the entry.
 * @param stemsOf the stems of a text's words. @param hasWeight whether a stem says something, and not only how the
 * others belong together.
 */
export function nameFinder(
  { tag, scripts }: Pick<LanguageData, 'tag' | 'scripts'>,
  stemsOf: (text: string) => readonly string[],
  hasWeight: (stem: string) => boolean,
): NameFinder {
  const isForeign = scripts.length > 0 && !scripts.includes('Latn') ? (word: string) => LATIN.test(word) : () => false;
  let known: ReadonlySet<string> | undefined;
  const isCountry = (word: string): boolean => {
    known ??= countriesIn(tag, stemsOf);
    return known.has(word);
  };
  const namesIn: NameFinder['namesIn'] = (text, words) => {
    const capitalised = SMALL.test(text)
      ? new Set((text.match(CAPITALISED) ?? []).flatMap(stemsOf))
      : new Set<string>();
    const versions = new Set((text.match(VERSION) ?? []).flatMap(stemsOf));
    const isWord = (word = '') => word !== '' && !DIGIT.test(word) && hasWeight(word);
    // Behind a word a number names one of several, before one it counts them: "port 993", but "2 hours".
    const isLabel = (at: number) => isWord(words[at - 1]) && !isWord(words[at + 1]);
    const cases = words.filter(
      (word, at) => isCountry(word) || (DIGIT.test(word) && (YEAR.test(word) || versions.has(word) || isLabel(at))),
    );
    return {
      names: new Set(
        words.filter((word) => DIGIT.test(word) || capitalised.has(word) || isForeign(word) || isCountry(word)),
      ),
      cases: new Set(cases),
      capitalised,
    };
  };
  return { namesIn, kindOf: (word) => (isCountry(word) ? 'country' : kindOfNumber(word)) };
}

const kindOfNumber = (word: string): CaseKind | undefined =>
  YEAR.test(word) ? 'year' : DIGIT.test(word) ? 'number' : undefined;

/** The countries' names that are one word, as the platform knows them. */
function countriesIn(tag: string, stemsOf: (text: string) => readonly string[]): ReadonlySet<string> {
  const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' });
  const known = REGIONS.flatMap((code) => names.of(code) ?? []).map(stemsOf);
  return new Set(known.filter(({ length }) => length === 1).flat());
}
