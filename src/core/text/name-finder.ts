import type { LanguageData } from './language.ts';
import { gradual, type Prepared } from './remember.ts';

const DIGIT = /\p{Nd}/u;
const YEAR = /^(?:19|20)\d\d(?!\d)/;
/** A number with dots, or joined to a word: 2.1, gpt-4. */
const VERSION = /\d+(?:\.\d+)+|\p{L}+-?\d+/gu;
const LATIN = /^\p{Script=Latin}/u;
/** A capitalised word inside a sentence. The capital letter is tested first, as the lookbehind is slow. */
const CAPITALISED = /(?=\p{Lu})(?<=[^.!?…\s]\s+)[\p{L}\p{M}\p{N}]+/gu;
const SMALL = /\p{Ll}/u;
/** All codes that a region may have. */
const REGIONS = Array.from({ length: 26 * 26 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
);

export interface Names {
  readonly names: ReadonlySet<string>;
  /** Countries, years, versions, and numbers that tell one case from others. */
  readonly cases: ReadonlySet<string>;
  /** Names with a capital letter inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
}

export type CaseKind = 'country' | 'year' | 'number';

export interface NameFinder {
  /** @param words stems of the text */
  readonly namesIn: (text: string, words: readonly string[]) => Names;
  /** The kind of case that a stem may name; undefined if it names none. */
  readonly kindOf: (word: string) => CaseKind | undefined;
}

/**
 * Finds words that are names: numbers, countries, words with a capital letter inside a sentence, and words in Latin
 * letters if the language has others. If an entry lacks a name of the question, that is evidence against it.
 * @param stemsOf stems of a text's words
 * @param hasWeight whether a stem is a content word
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
    // After a word a number is a label, before a word it counts something: "port 993", but "2 hours".
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

/** Names of countries that are single words, from the runtime's data. */
function countriesIn(tag: string, stemsOf: (text: string) => readonly string[]): ReadonlySet<string> {
  const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' });
  const known = REGIONS.flatMap((code) => names.of(code) ?? []).map(stemsOf);
  return new Set(known.filter(({ length }) => length === 1).flat());
}

/**
 * Rarity of a word: the logarithm of its rank in the language's frequency list, scaled to 0 to 1.
 * @param stemsOf stems of a text's words
 * @returns a function from a stem to 0 (the most frequent word) ... 1 (not in the list, or there is no list)
 */
export function rarity(
  { frequent = [] }: Pick<LanguageData, 'frequent'>,
  stemsOf: (text: string) => readonly string[],
): Prepared<(stem: string) => number> {
  const places = gradual(() => placesOf(frequent, stemsOf));
  const last = Math.log(frequent.length + 1);
  const rarityOf = (stem: string): number => {
    const place = places.get().get(stem);
    return place === undefined ? 1 : Math.log(place + 1) / last;
  };
  return Object.assign(rarityOf, { steps: places.steps });
}

/** Ranks of stems, each by the most frequent form of the word. */
function* placesOf(
  frequent: readonly string[],
  stemsOf: (text: string) => readonly string[],
): Generator<undefined, ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const [place, word] of frequent.entries()) {
    const [stem, ...more] = stemsOf(word);
    if (stem !== undefined && more.length === 0 && !places.has(stem)) places.set(stem, place);
    yield;
  }
  return places;
}
