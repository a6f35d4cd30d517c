import type { Analysis } from '../text/analyze.ts';
import type { EntryMatch, TermMatch } from './matches.ts';

/** Search results for a question, before the model is asked. */
export interface Matches {
  readonly words: TermMatch;
  readonly grams: EntryMatch;
  readonly concepts: TermMatch;
}

/** A model's predictions for a question. */
export interface Prediction {
  /** The entries that the model proposes, the most likely first. */
  readonly likely: readonly number[];
  /** Probability that an entry is the one asked for; they sum to 1 over all entries. */
  readonly probability: (entry: number) => number;
  /** Probability that the question is about the index's subject; 0.5 without background lines. */
  readonly inScope: number;
  /** Likeness to the entry's nearest title or phrasing, 0 to 1. */
  readonly nearest: (entry: number) => number;
}

export type Predict = (question: Analysis, found: Matches) => Prediction;
