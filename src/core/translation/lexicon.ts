import type { Analyzer } from '../text/analyze.ts';
import { type Gradual, gradual } from '../text/remember.ts';
import { romanize } from '../text/romanize.ts';
import { isUnspaced } from '../text/tokenize.ts';

/** The words that an index can be asked for. */
export interface Lexicon extends Pick<Gradual<unknown>, 'steps'> {
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

/** For each key, the word with that key that occurs most. */
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
