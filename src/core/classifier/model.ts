import { MOST_PROPOSED, UNLEARNED_TEMPERATURE } from '../calibration/policy.ts';
import { greatest } from '../index/greatest.ts';
import type { ReadEntry } from '../index/index-entries.ts';
import type { Matches, Predict, Prediction } from '../index/prediction.ts';
import type { EntryMatch } from '../index/text-index.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import type { Background } from '../text/background.ts';
import { type FeatureSpace, openSpace, vectorIn } from './feature-space.ts';
import { openPhrasings } from './nearest-phrasing.ts';
import { classify } from './phrasing-model.ts';
import { type EntryModel, type Model, OURS, type Trained, train } from './train.ts';

/** What was learned, put to use. */
export interface ShelfModel {
  readonly ask: Predict;
  /** What tells ordinary words of the language; missing where nothing was learned of entries. */
  readonly space: FeatureSpace | undefined;
}

/** What an index's texts and lines about other things teach, put to use. */
export const trainModel = (entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Predict =>
  openModel(train(entries, analyzer, background)).ask;

export function openModel({ entries: model, subject }: Trained): ShelfModel {
  const ours = subject ? askSubject(subject) : () => 0.5;
  const space = model && openSpace(model.space);
  const ask = model && space ? learned(model, space) : searched;
  const askAll: Predict = (question, found) => {
    const { likely, probability, nearest } = ask(question, found);
    return { likely, probability, nearest, ours: ours(question) };
  };
  return { space, ask: askAll };
}

function askSubject({ space: kept, weights }: Model): (question: Analysis) => number {
  const space = openSpace(kept);
  return (question) => classify(vectorIn(space, question.features), weights, 2)[OURS] ?? 0;
}

type AskEntries = (question: Analysis, found: Matches) => Omit<Prediction, 'ours'>;

function learned({ weights, phrasings }: EntryModel, space: FeatureSpace): AskEntries {
  const entries = phrasings.groups.length - 1;
  const nearest = openPhrasings(phrasings, space.size);
  return (question) => {
    const vector = vectorIn(space, question.features);
    const probabilities = classify(vector, weights, entries);
    return {
      likely: greatest(probabilities, MOST_PROPOSED),
      probability: (entry) => probabilities[entry] ?? 0,
      nearest: nearest(vector),
    };
  };
}

/**
 * Among very many entries: what search has found is weighed by how well its best part and the question cover each
 * other.
 */
const searched: AskEntries = (_, { words, grams }) => {
  const likeness = (entry: number) => (likenessIn(words, entry) + likenessIn(grams, entry)) / 2;
  const found = new Map([...words.top, ...grams.top].map((entry) => [entry, likeness(entry)]));
  const best = Math.max(0, ...found.values());
  const share = (alike: number) => Math.exp((alike - best) / UNLEARNED_TEMPERATURE);
  const sum = [...found.values()].reduce((total, alike) => total + share(alike), 0);
  const probability = (entry: number) => (found.has(entry) ? share(found.get(entry) ?? 0) / sum : 0);
  return { likely: [], probability, nearest: (entry) => found.get(entry) ?? likeness(entry) };
};

function likenessIn(index: EntryMatch, entry: number): number {
  const { unit, back } = index.coverage(entry);
  return Math.sqrt(unit * back);
}
