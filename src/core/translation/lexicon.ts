import type { Analyzer } from '../text/analyze.ts';
import { gradual, type Stepwise } from '../text/remember.ts';
import { romanize } from '../text/romanize.ts';
import { isUnspaced } from '../text/tokenize.ts';

/** The words of an index into which questions are translated. */
export interface Lexicon extends Stepwise {
  readonly analyzer: Analyzer;
  /** Whether the index has a word in any form. */
  readonly has: (word: string) => boolean;
  /** The stem's most frequent form. */
  readonly formOf: (stem: string) => string | undefined;
  /**
   * The word whose romanised spelling is exactly this. Similar ones are left to the index's own correction, which
   * lowers the confidence.
   */
  readonly named: (romanized: string) => string | undefined;
}

/** @param counts normalised words with their frequencies */
export function lexicon(counts: ReadonlyMap<string, number>, analyzer: Analyzer): Lexicon {
  const forms = gradual(() => mostFrequent(counts, analyzer.stem));
  const names = gradual(() => mostFrequent(counts, (word) => (isUnspaced(word) ? undefined : romanize(word))));
  return {
    analyzer,
    has: (word) => forms.get().has(analyzer.stem(word)),
    formOf: (stem) => forms.get().get(stem),
    named: (romanized) => names.get().get(romanized),
    *steps() {
      yield* forms.steps();
      yield* names.steps();
    },
  };
}

/** The most frequent word for each key. */
function* mostFrequent(
  counts: ReadonlyMap<string, number>,
  keyOf: (word: string) => string | undefined,
): Generator<undefined, ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [word, count] of counts) {
    const key = keyOf(word);
    if (key !== undefined && count > (counts.get(found.get(key) ?? '') ?? 0)) found.set(key, word);
    yield;
  }
  return found;
}
