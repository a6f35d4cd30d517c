import type { Analyzer } from '../text/analyze.ts';
import { romanize } from '../text/romanize.ts';
import { isUnspaced } from '../text/tokenize.ts';

/** The words that an index can be asked for. */
export interface Lexicon {
  readonly analyzer: Analyzer;
  /** Whether any form of the word is there. */
  readonly has: (word: string) => boolean;
  /** The stem's most frequent form. */
  readonly formOf: (stem: string) => string | undefined;
  /**
   * The word that is written so in Latin letters. Nearly alike is left to the index's own correction, which doubts what
   * it corrects.
   */
  readonly named: (romanized: string) => string | undefined;
}

/** @param counts words as written (normalised), and how often each occurs. */
export function lexicon(counts: ReadonlyMap<string, number>, analyzer: Analyzer): Lexicon {
  const forms = mostFrequent(counts, analyzer.stem);
  const names = mostFrequent(new Map([...counts].filter(([word]) => !isUnspaced(word))), romanize);
  return {
    analyzer,
    has: (word) => forms.has(analyzer.stem(word)),
    formOf: (stem) => forms.get(stem),
    named: (romanized) => names.get(romanized),
  };
}

/** For each key, the word with that key that occurs most. */
function mostFrequent(counts: ReadonlyMap<string, number>, keyOf: (word: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word, count] of counts) {
    const key = keyOf(word);
    if (count > (counts.get(found.get(key) ?? '') ?? 0)) found.set(key, word);
  }
  return found;
}
