import { newStemmer } from 'snowball-stemmers';
import type { LanguageData } from './language.ts';
import { normalizer } from './normalize.ts';
import { smallTalkRemover } from './small-talk.ts';
import { gramSize, gramsOf, isUnspaced, stretches, words as wordsOf } from './tokenize.ts';

/** A text read once, for all stages. */
export interface Analysis {
  /** Stems in order, small talk dropped. */
  readonly words: readonly string[];
  /** Character grams in order. */
  readonly grams: readonly string[];
  /** Features of the phrasing model: stems, pairs of stems, character grams of three sizes. */
  readonly features: readonly string[];
}

export interface Analyzer {
  readonly analyze: (text: string) => Analysis;
  /** 0 for a stop word, less than 1 for a common word, 1 otherwise. */
  readonly weightOf: (word: string) => number;
}

const COMMON_WEIGHT = 0.35;
const STOP_WEIGHT = 0;

export function analyzer(language: LanguageData): Analyzer {
  const normalize = normalizer(language);
  const stem = stemmer(language.stemmer);
  const dropSmallTalk = smallTalkRemover(language.smallTalk.map((phrase) => wordsOf(normalize(phrase))));
  const weights = new Map<string, number>();
  for (const word of language.commonWords) for (const w of wordsOf(normalize(word))) weights.set(stem(w), COMMON_WEIGHT);
  for (const word of language.stopWords) for (const w of wordsOf(normalize(word))) weights.set(stem(w), STOP_WEIGHT);
  return {
    analyze: (text) => {
      const kept = dropSmallTalk(wordsOf(normalize(text)));
      const words = kept.map(stem);
      const joined = stretches(rejoin(kept));
      return { words, grams: gramsIn(joined), features: featuresIn(words, joined) };
    },
    weightOf: (word) => weights.get(word) ?? 1,
  };
}

/** Spaces between words, none inside text that is written without. */
function rejoin(words: readonly string[]): string {
  return words.reduce((text, word) => (isUnspaced(text.slice(-1)) && isUnspaced(word) ? text + word : `${text} ${word}`), '');
}

function gramsIn(joined: readonly string[]): string[] {
  return joined.flatMap((stretch) => gramsOf(stretch, gramSize(stretch)));
}

function featuresIn(words: readonly string[], joined: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, at) => `p:${words[at] ?? ''} ${word}`);
  const grams = joined.flatMap((stretch) => {
    const size = gramSize(stretch);
    const padded = size === 4 ? ` ${stretch} ` : stretch;
    return [size - 1, size, size + 1].flatMap((n) => gramsOf(padded, n).map((gram) => `g:${gram}`));
  });
  return [...words.map((word) => `w:${word}`), ...pairs, ...grams];
}

function stemmer(name: string | undefined): (word: string) => string {
  if (name === undefined) return (word) => word;
  const algorithm = newStemmer(name);
  const seen = new Map<string, string>();
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const stem = algorithm.stem(word);
    if (seen.size > 50_000) seen.clear();
    seen.set(word, stem);
    return stem;
  };
}
