import { LEAST_TELLING } from '../calibration/policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { buildTextIndex, type Document, type TextIndexData } from './build-text-index.ts';
import { joinLines } from './line-numbers.ts';
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
export function indexEntries(entries: readonly ReadEntry[], analyzer: Analyzer, scoreWords: Scoring = wordPostings): Omit<LanguageIndexData, 'everyday'> {
  const documents = (termsOf: (text: Analysis) => readonly string[]) => entries.map((entry) => documentOf(entry, termsOf));
  const surfaces = countSurfaces(entries);
  return {
    words: buildTextIndex(
      documents((text) => text.words),
      tellingWords(analyzer),
      scoreWords,
    ),
    grams: buildTextIndex(
      documents((text) => text.grams),
      () => 1,
      postingsOf,
    ),
    concepts: buildTextIndex(
      documents((text) => text.concepts),
      tellingConcepts(analyzer),
      postingsOf,
    ),
    surfaces: joinLines(surfaces.keys()),
    counts: Int32Array.from(surfaces.values()),
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

function documentOf(entry: ReadEntry, termsOf: (text: Analysis) => readonly string[]): Document {
  return { title: termsOf(entry.title), phrasings: entry.phrasings.map(termsOf), sentences: entry.sentences.map(termsOf) };
}

function countSurfaces(entries: readonly ReadEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of entries.flatMap((entry) => [entry.title, ...entry.phrasings, ...entry.sentences])) {
    for (const word of text.surface) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
