import type { EvalSet } from '../sets.ts';

export interface Hit {
  readonly id: string;
  /** As the engine counts; missing if it does not say. */
  readonly score?: number;
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Whether it would answer. Default: if it found anything. */
  readonly sure?: boolean;
  /** Whether it would show the first three to choose from, if it is not sure. Default: no. */
  readonly offered?: boolean;
}

/** @param locale BCP 47 tag of anyone who asks, for engines that know several languages. Default: the set's. */
export type Ask = (text: string, locale?: string) => Found | Promise<Found>;

/** An engine, set up as its documentation shows, for the language of the set. */
export interface Peer {
  /** Whether its scores are meant as probabilities, 0 to 1. Default: no, they have no upper end. */
  readonly isProbable?: boolean;
  readonly build: (set: EvalSet) => Ask | Promise<Ask>;
}
