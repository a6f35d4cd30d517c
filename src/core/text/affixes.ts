import {
  LEAST_STEM,
  LEAST_STEM_SYLLABLES,
  LEAST_STEM_WITHOUT_ONE,
  MOST_SUFFIXES,
} from '../calibration/reading-policy.ts';
import type { LanguageData } from './language.ts';
import { gramSize } from './tokenize.ts';

/**
 * Stems words by removing prefixes and suffixes of `language.json`, for languages without a good Snowball stemmer.
 * @returns a function from a normalised word to its stem; the longest prefix is taken once, the longest suffix up to
 * twice.
 */
export function affixStripper(
  { prefixes = [], suffixes = [] }: Pick<LanguageData, 'prefixes' | 'suffixes'>,
  normalize: (affix: string) => string,
): (word: string) => string {
  const front = longestFirst(prefixes.map(normalize));
  const back = longestFirst(suffixes.map(normalize));
  return (word) => {
    const least = (affix: string) =>
      gramSize(word) <= 2 ? LEAST_STEM_SYLLABLES : affix.length === 1 ? LEAST_STEM_WITHOUT_ONE : LEAST_STEM;
    const fits = (affix: string, rest: string) => rest.length - affix.length >= least(affix);
    const prefix = front.find((affix) => fits(affix, word) && word.startsWith(affix)) ?? '';
    let stem = word.slice(prefix.length);
    for (let turn = 0; turn < MOST_SUFFIXES; turn++) {
      const suffix = back.find((affix) => fits(affix, stem) && stem.endsWith(affix)) ?? '';
      stem = stem.slice(0, stem.length - suffix.length);
    }
    return stem;
  };
}

const longestFirst = (affixes: readonly string[]): string[] =>
  [...new Set(affixes)].filter((affix) => affix !== '').sort((a, b) => b.length - a.length);
