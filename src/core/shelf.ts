import type { Analysis, Analyzer } from './analyze.ts';
import { featureSpace, type Vector } from './feature-space.ts';
import { type Background, nearMisses, NO_BACKGROUND } from './background.ts';
import { namesIn } from './names.ts';
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
  /** Probability that the question is about what the shelf is about; 0.5 where nothing is known of other subjects. */
  readonly ours: number;
  /** Cosine of the question and the entry's nearest title or phrasing. */
  readonly nearest: (entry: number) => number;
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
  /** How many titles and phrasings an entry has, at least 1. */
  readonly phrasings: (entry: number) => number;
}

/** Entries taken from each view for ranking. */
export const DOZEN = 12;
/** Weights the phrasing model may have (4 bytes each, twice while it learns). */
const MOST_WEIGHTS = 24_000_000;

const MOST_REPEATS = 50;
const TOO_NEAR = Number(process.env['NEAR'] ?? 0.6);

export function buildShelf(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background = NO_BACKGROUND): Shelf {
  const words = buildView(entries.map((entry) => documentOf(entry, (text) => text.words)), analyzer.weightOf);
  const grams = buildView(entries.map((entry) => documentOf(entry, (text) => text.grams)), () => 1);
  const model = buildModel(entries);
  const subject = buildSubject(entries, analyzer, background, model.nearestOfAll);
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
      ...model.ask(question),
      ours: subject(question),
      unknown: (masked) => wordMatch.unknown(masked, familiarity(masked)),
      strangers: () => question.words.filter((word) => analyzer.weightOf(word) > 0 && !words.knows(word) && partsKnown(word, grams.knows) < 1),
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
  const ask = (question: Analysis) => {
    const vector = space.vector(question.features);
    return { probabilities: classify(vector), nearest: (entry: number) => nearestOf(vector, vectors[entry] ?? [], scratch) };
  };
  const all = vectors.flat();
  return { ask, nearestOfAll: (text: Analysis) => nearestOf(space.vector(text.features), all, scratch) };
}

function buildSubject(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, nearest: (text: Analysis) => number) {
  const ours = entries.flatMap((entry) => [entry.title, ...entry.phrasings]);
  const lines = [...background.chatter, ...nearMisses(background.about, namesIn(ours, analyzer))].map((line) => analyzer.analyze(line));
  const others = lines.filter((line) => nearest(line) < TOO_NEAR);
  if (others.length === 0) return () => 0.5;
  const space = featureSpace([...ours, ...others].map((text) => text.features));
  const examples = (texts: readonly Analysis[], label: number) => texts.map((text) => ({ vector: space.vector(text.features), label }));
  const classify = trainPhrasingModel([...examples(repeat(ours, others.length), 1), ...examples(repeat(others, ours.length), 0)], space.size, 2);
  return (question: Analysis) => classify(space.vector(question.features))[1] ?? 0;
}

/** Repeats a list until it is about as long as another, so that both sides of a choice weigh alike. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
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
