import type { Analysis, Analyzer } from './analyze.ts';
import { gramIndex } from './gram-index.ts';
import { type Ask, DOZEN, type Found, type Opinion } from './opinion.ts';
import { speller } from './spelling.ts';
import { gramSize, gramsOf, isUnspaced } from './tokenize.ts';
import { buildView, type Document } from './view.ts';
import { wordIndex } from './word-index.ts';

/** One entry, read. */
export interface ReadEntry {
  readonly title: Analysis;
  readonly phrasings: readonly Analysis[];
  readonly sentences: readonly Analysis[];
}

/** What the views and the model make of a question. */
export interface Match extends Found, Opinion {
  readonly question: Analysis;
  /** Weight share of words that no entry but `masked` knows; parts of unspaced words count. */
  readonly unknown: (masked?: number) => number;
  /** Words that no entry has. */
  readonly strangers: () => string[];
  /** Number of words that are not stop words. */
  readonly content: number;
}

/** All entries of one language, ready to be searched. */
export interface Shelf {
  readonly size: number;
  readonly match: (question: string) => Match;
  /** Words as written (normalised), and how often each occurs. */
  readonly surfaces: ReadonlyMap<string, number>;
  /** How many titles and phrasings an entry has, at least 1. */
  readonly phrasings: (entry: number) => number;
}

/** @param ask a model of the same entries. */
export function buildShelf(entries: readonly ReadEntry[], analyzer: Analyzer, ask: Ask): Shelf {
  const words = buildView(
    entries.map((entry) => documentOf(entry, (text) => text.words)),
    analyzer.weightOf,
    wordIndex,
  );
  const grams = buildView(
    entries.map((entry) => documentOf(entry, (text) => text.grams)),
    () => 1,
    gramIndex,
  );
  const isKnown = (word: string) => words.knows(analyzer.stem(word)) || analyzer.weightOf(analyzer.stem(word)) < 1;
  const surfaces = countSurfaces(entries);
  const correct = speller(surfaces, isKnown);
  const match = (text: string): Match => {
    const question = analyzer.analyze(text, correct);
    const found = { words: words.match(question.words, DOZEN), grams: grams.match(question.grams, DOZEN) };
    const familiarity = (masked?: number) => (word: string) => partsKnown(word, (gram) => grams.knows(gram, masked));
    return {
      question,
      ...found,
      ...ask(question, found),
      unknown: (masked) => found.words.unknown(masked, familiarity(masked)),
      strangers: () => question.words.filter((word) => analyzer.weightOf(word) > 0 && !words.knows(word) && partsKnown(word, grams.knows) < 1),
      content: question.words.filter((word) => analyzer.weightOf(word) > 0).length,
    };
  };
  const phrasings = Int32Array.from(entries, (entry) => 1 + entry.phrasings.length);
  return { size: entries.length, match, surfaces, phrasings: (entry) => phrasings[entry] ?? 1 };
}

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

/** Dictionaries cut unspaced text differently from sentence to sentence; its pieces are then still known. */
function partsKnown(word: string, knows: (gram: string) => boolean): number {
  if (!isUnspaced(word)) return 0;
  const parts = gramsOf(word, gramSize(word));
  return parts.filter(knows).length / parts.length;
}
