import { LEAST_TELLING } from '../calibration/policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { buildTextIndex, type Document, type TextIndexData } from './build-text-index.ts';
import { joinLines } from './line-numbers.ts';
import { createTerms, type NumberedEntry, type NumberedText, numberText, type TextTerms } from './numbered-text.ts';
import { postingsOf } from './postings.ts';
import type { Scoring } from './term-index.ts';
import { wordPostings } from './word-index.ts';

/** One entry, read. */
export interface ReadEntry {
  readonly title: Analysis;
  readonly phrasings: readonly Analysis[];
  readonly sentences: readonly Analysis[];
}

/** What the texts of an index are searched by: plain data, so that nobody reads the texts twice. */
export interface LanguageIndexData {
  readonly words: TextIndexData;
  readonly grams: TextIndexData;
  readonly concepts: TextIndexData;
  /** Words as written (normalised), a line each, and how often each occurs. */
  readonly surfaces: string;
  readonly counts: Int32Array;
  /** Words that are right although no entry has them, a line each. */
  readonly everyday: string;
  /** How many titles and phrasings each entry has, at least 1. */
  readonly phrasings: Int32Array;
}

/** @param scoreWords Default: by MiniSearch, which takes longer than all the rest. */
export function indexEntries(
  entries: readonly ReadEntry[],
  analyzer: Analyzer,
  scoreWords: Scoring = wordPostings,
): Omit<LanguageIndexData, 'everyday'> {
  const terms = createTerms();
  const number = (text: Analysis) => numberText(text, terms);
  const numbered = entries.map(
    ({ title, phrasings, sentences }): NumberedEntry => ({
      title: number(title),
      phrasings: phrasings.map(number),
      sentences: sentences.map(number),
    }),
  );
  return indexNumbered(numbered, terms, analyzer, scoreWords);
}

/** The same of entries whose terms have numbers already. */
export function indexNumbered(
  entries: readonly NumberedEntry[],
  terms: TextTerms,
  analyzer: Analyzer,
  scoreWords: Scoring,
): Omit<LanguageIndexData, 'everyday'> {
  const build = (name: 'words' | 'grams' | 'concepts', weightOf: (term: string) => number, score: Scoring) =>
    buildTextIndex(
      entries.map((entry) => documentOf(entry, name)),
      terms[name].terms,
      weightOf,
      score,
    );
  const { order, counts } = countSurfaces(entries, terms.surface.terms.length);
  return {
    words: build('words', tellingWords(analyzer), scoreWords),
    grams: build('grams', () => 1, postingsOf),
    concepts: build('concepts', tellingConcepts(analyzer), postingsOf),
    surfaces: joinLines(order.map((word) => terms.surface.terms[word] ?? '')),
    counts: Int32Array.from(order, (word) => counts[word] ?? 0),
    phrasings: Int32Array.from(entries, (entry) => 1 + entry.phrasings.length),
  };
}

/** How telling words are by the language alone: 0 (stop words) to 1. A pack adds how rare they are in it. */
export const tellingWords =
  ({ weightOf, rarityOf }: Pick<Analyzer, 'weightOf' | 'rarityOf'>) =>
  (word: string): number =>
    weightOf(word) * (LEAST_TELLING + (1 - LEAST_TELLING) * rarityOf(word));

export const tellingConcepts =
  ({ weightOf, conceptRarity }: Pick<Analyzer, 'weightOf' | 'conceptRarity'>) =>
  (concept: string): number =>
    weightOf(concept) * (LEAST_TELLING + (1 - LEAST_TELLING) * conceptRarity(concept));

function documentOf({ title, phrasings, sentences }: NumberedEntry, name: 'words' | 'grams' | 'concepts'): Document {
  const termsOf = (text: NumberedText) => text[name];
  return { title: termsOf(title), phrasings: phrasings.map(termsOf), sentences: sentences.map(termsOf) };
}

/** How often each word occurs as written, in the order in which they first come. */
function countSurfaces(
  entries: readonly NumberedEntry[],
  words: number,
): { readonly order: readonly number[]; readonly counts: Int32Array } {
  const [order, counts]: [number[], Int32Array] = [[], new Int32Array(words)];
  for (const { title, phrasings, sentences } of entries) {
    for (const { surface } of [title, ...phrasings, ...sentences]) {
      for (const word of surface) {
        if (counts[word] === 0) order.push(word);
        counts[word] = (counts[word] ?? 0) + 1;
      }
    }
  }
  return { order, counts };
}
