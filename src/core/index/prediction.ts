import type { Analysis } from '../text/analyze.ts';
import type { EntryMatch, TermMatch } from './matches.ts';

/** The search results for a question, from which the model predicts. */
export interface Matches {
  readonly words: TermMatch;
  readonly grams: EntryMatch;
  readonly concepts: TermMatch;
}

/** A model's predictions for a question. */
export interface Prediction {
  /** The entries that the model proposes, the most likely first. */
  readonly likely: readonly number[];
  /** Probability that the question means an entry; over all entries they sum to 1. */
  readonly probability: (entry: number) => number;
  /** Probability that the question is about the index's subject; 0.5 without background lines. */
  readonly inScope: number;
  /** Likeness to the entry's nearest title or phrasing, 0 to 1. */
  readonly nearest: (entry: number) => number;
}

export type Predict = (question: Analysis, found: Matches) => Prediction;
