import type { Analysis, Analyzer } from './analyze.ts';
import { featureSpace, type Vector } from './feature-space.ts';
import { trainPhrasingModel } from './phrasing-model.ts';
import { speller } from './spelling.ts';
import { gramSize, gramsOf, isUnspaced } from './tokenize.ts';
import { buildView, type Document, type ViewMatch } from './view.ts';

/** One entry, read. */
export interface ReadEntry {
  readonly title: Analysis;
  readonly phrasings: readonly Analysis[];
  readonly sentences: readonly Analysis[];
}

/** What the views and the model make of a question. */
export interface Match {
  readonly question: Analysis;
  readonly words: ViewMatch;
  readonly grams: ViewMatch;
  /** The phrasing model's probability of each entry. */
  readonly probabilities: Float32Array;
  /** Cosine of the question and the entry's nearest title or phrasing. */
  readonly nearest: (entry: number) => number;
  /** Weight share of words that no entry but `masked` knows; parts of unspaced words count. */
  readonly unknown: (masked?: number) => number;
  /** Number of words that are not stop words. */
  readonly content: number;
}

/** All entries of one language, ready to be searched. */
export interface Shelf {
  readonly size: number;
  readonly match: (question: string) => Match;
  /** How many titles and phrasings an entry has, at least 1. */
  readonly phrasings: (entry: number) => number;
}

/** Entries taken from each view for ranking. */
export const DOZEN = 12;
/** Weights the phrasing model may have (4 bytes each, twice while it learns). */
const MOST_WEIGHTS = 24_000_000;

export function buildShelf(entries: readonly ReadEntry[], analyzer: Analyzer): Shelf {
  const words = buildView(entries.map((entry) => documentOf(entry, (text) => text.words)), analyzer.weightOf);
  const grams = buildView(entries.map((entry) => documentOf(entry, (text) => text.grams)), () => 1);
  const model = buildModel(entries);
  const isKnown = (word: string) => words.knows(analyzer.stem(word)) || analyzer.weightOf(analyzer.stem(word)) < 1;
  const correct = speller(countSurfaces(entries), isKnown);
  const match = (text: string): Match => {
    const question = analyzer.analyze(text, correct);
    const wordMatch = words.match(question.words, DOZEN);
    const familiarity = (masked?: number) => (word: string) => partsKnown(word, (gram) => grams.knows(gram, masked));
    return {
      question,
      words: wordMatch,
      grams: grams.match(question.grams, DOZEN),
      ...model(question),
      unknown: (masked) => wordMatch.unknown(masked, familiarity(masked)),
      content: question.words.filter((word) => analyzer.weightOf(word) > 0).length,
    };
  };
  return { size: entries.length, match, phrasings: (entry) => 1 + (entries[entry]?.phrasings.length ?? 0) };
}

function buildModel(entries: readonly ReadEntry[]) {
  const asked = entries.map((entry) => [entry.title, ...entry.phrasings].map((text) => text.features));
  const space = featureSpace(asked.flat(), Math.floor(MOST_WEIGHTS / Math.max(1, entries.length)));
  const vectors = asked.map((texts) => texts.map(space.vector));
  const examples = vectors.flatMap((texts, label) => texts.map((vector) => ({ vector, label })));
  const classify = trainPhrasingModel(examples, space.size, entries.length);
  const scratch = new Float32Array(space.size);
  return (question: Analysis) => {
    const vector = space.vector(question.features);
    return { probabilities: classify(vector), nearest: (entry: number) => nearestOf(vector, vectors[entry] ?? [], scratch) };
  };
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

function nearestOf(question: Vector, texts: readonly Vector[], scratch: Float32Array): number {
  question.ids.forEach((id, at) => {
    scratch[id] = question.values[at] ?? 0;
  });
  let best = 0;
  for (const { ids, values } of texts) {
    let product = 0;
    for (let at = 0; at < ids.length; at++) product += (scratch[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
    if (product > best) best = product;
  }
  for (const id of question.ids) scratch[id] = 0;
  return best;
}
