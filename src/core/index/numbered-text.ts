import type { Analysis } from '../text/analyze.ts';

/** Numbers for strings, in the order in which they first come. */
export class Numbering {
  readonly terms: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.terms.length);
    return this.terms.push(term) - 1;
  }

  /** Undefined for a term that has no number. */
  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  all(terms: readonly string[]): Int32Array {
    const numbers = new Int32Array(terms.length);
    for (let at = 0; at < terms.length; at++) numbers[at] = this.of(terms[at] ?? '');
    return numbers;
  }

  /** Each once. */
  each(terms: readonly string[]): Int32Array {
    return this.all([...new Set(terms)]);
  }
}

/** What the terms of some texts are called. */
export interface TextTerms {
  readonly words: Numbering;
  readonly grams: Numbering;
  readonly concepts: Numbering;
  readonly surface: Numbering;
}

/** What an index needs of a text: its terms by their numbers, in order. */
export interface NumberedText {
  readonly words: Int32Array;
  readonly grams: Int32Array;
  readonly concepts: Int32Array;
  readonly surface: Int32Array;
}

export const createTerms = (): TextTerms => ({
  words: new Numbering(),
  grams: new Numbering(),
  concepts: new Numbering(),
  surface: new Numbering(),
});

export const numberText = ({ words, grams, concepts, surface }: Analysis, terms: TextTerms): NumberedText => ({
  words: terms.words.all(words),
  grams: terms.grams.all(grams),
  concepts: terms.concepts.all(concepts),
  surface: terms.surface.all(surface),
});

/** One entry's texts by their terms' numbers. */
export interface NumberedEntry<Heading extends NumberedText = NumberedText> {
  readonly title: Heading;
  readonly phrasings: readonly Heading[];
  readonly sentences: readonly NumberedText[];
}
