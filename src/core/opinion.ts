import type { Analysis } from './analyze.ts';
import type { ViewMatch } from './view.ts';

/** What search has found for a question, before a model is asked. */
export interface Found {
  readonly words: ViewMatch;
  readonly grams: ViewMatch;
  readonly concepts: ViewMatch;
}

/** What a model says of a question. */
export interface Opinion {
  /** Entries that it proposes itself, the likeliest first. */
  readonly likely: readonly number[];
  /** That an entry is the one that is asked for: 0 to 1; those of all entries sum to 1. */
  readonly probability: (entry: number) => number;
  /** Probability that the question is about what the shelf is about; 0.5 where nothing is known of other subjects. */
  readonly ours: number;
  /** Likeness to the entry's nearest title or phrasing: 0 to 1. */
  readonly nearest: (entry: number) => number;
}

export type Ask = (question: Analysis, found: Found) => Opinion;

/** Entries taken from each view and from the model for ranking. */
export const DOZEN = 12;
