import type { Analysis, Analyzer } from './analyze.ts';
import { featureSpace, type Vector } from './feature-space.ts';
import { trainPhrasingModel } from './phrasing-model.ts';
import { buildView, type Document, type View, type ViewMatch } from './view.ts';

/** One entry, read. */
export interface ReadEntry {
  readonly title: Analysis;
  readonly phrasings: readonly Analysis[];
  readonly sentences: readonly Analysis[];
}

/** What the stages know of a question on one shelf. */
export interface Match {
  readonly words: ViewMatch;
  readonly grams: ViewMatch;
  /** The phrasing model's probability of each entry. */
  readonly probabilities: Float32Array;
  /** Cosine of the question and the entry's nearest title or phrasing. */
  readonly nearest: (entry: number) => number;
  readonly content: number;
}

/** All entries of one language, ready to be searched. */
export interface Shelf {
  readonly size: number;
  readonly match: (question: Analysis) => Match;
  readonly words: View;
  /** Titles and phrasings of an entry. */
  readonly phrasings: (entry: number) => number;
}

/** Entries taken from each view for ranking. */
export const DOZEN = 12;
/** Weights the phrasing model may have (4 bytes each, twice while it learns). */
const MOST_WEIGHTS = 24_000_000;

export function buildShelf(entries: readonly ReadEntry[], analyzer: Pick<Analyzer, 'weightOf'>): Shelf {
  const words = buildView(entries.map((entry) => documentOf(entry, (text) => text.words)), analyzer.weightOf);
  const grams = buildView(entries.map((entry) => documentOf(entry, (text) => text.grams)), () => 1);
  const asked = entries.map((entry) => [entry.title, ...entry.phrasings].map((text) => text.features));
  const space = featureSpace(asked.flat(), Math.floor(MOST_WEIGHTS / Math.max(1, entries.length)));
  const vectors = asked.map((texts) => texts.map((text) => space.vector(text)));
  const examples = vectors.flatMap((texts, label) => texts.map((vector) => ({ vector, label })));
  const classify = trainPhrasingModel(examples, space.size, entries.length);
  const scratch = new Float32Array(space.size);
  return {
    size: entries.length,
    words,
    phrasings: (entry) => asked[entry]?.length ?? 0,
    match: (question) => {
      const vector = space.vector(question.features);
      return {
        words: words.match(question.words, DOZEN),
        grams: grams.match(question.grams, DOZEN),
        probabilities: classify(vector),
        nearest: (entry) => nearestOf(vector, vectors[entry] ?? [], scratch),
        content: question.words.filter((word) => analyzer.weightOf(word) > 0).length,
      };
    },
  };
}

function documentOf(entry: ReadEntry, termsOf: (text: Analysis) => readonly string[]): Document {
  return { title: termsOf(entry.title), phrasings: entry.phrasings.map(termsOf), sentences: entry.sentences.map(termsOf) };
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
