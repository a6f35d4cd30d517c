import type { EvalSet } from '../sets.ts';

export interface Hit {
  readonly id: string;
  /** The engine's score. Default: it gives none. */
  readonly score?: number;
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Whether the engine would answer. Default: if it found anything. */
  readonly sure?: boolean;
  /** Whether it would offer the first three if it is not sure. Default: no. */
  readonly offered?: boolean;
}

/** @param locale BCP 47 tag of the asker's language, for engines that know several. Default: the set's */
export type Ask = (text: string, locale?: string) => Found | Promise<Found>;

/** An engine for the language of a set, set up as its documentation shows. */
export interface Peer {
  /** Whether its scores are meant as probabilities, 0 to 1. Default: no; they have no upper end. */
  readonly isProbable?: boolean;
  readonly build: (set: EvalSet) => Ask | Promise<Ask>;
}
