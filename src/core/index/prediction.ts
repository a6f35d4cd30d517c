import type { Analysis } from '../text/analyze.ts';
import type { EntryMatch, TermMatch } from './matches.ts';

/** Findings of search for a question, before a model is asked. */
export interface Matches {
  readonly words: TermMatch;
  readonly grams: EntryMatch;
  readonly concepts: TermMatch;
}

/** A model's predictions for a question. */
export interface Prediction {
  /** Entries that it proposes itself, the likeliest first. */
  readonly likely: readonly number[];
  /** That an entry is the one that is asked for: 0 to 1; those of all entries sum to 1. */
  readonly probability: (entry: number) => number;
  /** Probability that the question is about what the index is about; 0.5 if nothing is known of other subjects. */
  readonly inScope: number;
  /** Likeness to the entry's nearest title or phrasing: 0 to 1. */
  readonly nearest: (entry: number) => number;
}

export type Predict = (question: Analysis, found: Matches) => Prediction;
