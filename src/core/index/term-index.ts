import type { Postings } from './postings.ts';

/** A term of a question. */
export interface AskedTerm {
  /** Its number in the index; every asked term is in some entry. */
  readonly id: number;
  /** How much it counts for the score: 0 to 1. */
  readonly boost: number;
  /** How telling it is. */
  readonly weight: number;
}

/** What an index makes of a question, until it is asked the next one; entries are numbered as they were given. */
export interface Scores {
  /** The best entries, best first. */
  readonly top: readonly number[];
  /** Of any entry; 0 where nothing of the question is in it. Scores of two questions cannot be compared. */
  readonly of: (entry: number) => number;
  /** Weight of the terms that an entry holds, wherever they stand. */
  readonly held: (entry: number) => number;
}

/** Ranks entries by the terms that they share with a question (BM25+). @param wanted entries at the top. */
export type TermIndex = (terms: readonly AskedTerm[], wanted: number) => Scores;

/** Scores each of a number of terms in each entry. */
export type Scoring = (entries: readonly Fields[], terms: number) => Postings;

/** An entry's terms by their numbers, in three fields. */
export type Fields = readonly [title: Int32Array, phrasings: Int32Array, sentences: Int32Array];

/** A question's rarest term may be in so many times more entries: it may be all there is. */
const RAREST = 4;

/**
 * Leaves out the most frequent terms of a question, so that its cost does not grow with the number of entries: what
 * they tell apart is little, and an entry that holds rarer ones, too, is found by those. Where all may be looked at,
 * they stay as they are.
 * @param counts how many entries have each term. @param most entries that may be looked at.
 */
export function rarestTerms(
  terms: readonly AskedTerm[],
  counts: (id: number) => number,
  most: number,
): readonly AskedTerm[] {
  let all = 0;
  for (const { id } of terms) all += counts(id);
  if (all <= most) return terms;
  let sum = 0;
  const counted = terms.map((term) => ({ term, count: counts(term.id) })).sort((a, b) => a.count - b.count);
  const kept: AskedTerm[] = [];
  for (const [at, { term, count }] of counted.entries()) {
    sum += count;
    if (sum <= (at === 0 ? most * RAREST : most)) kept.push(term);
  }
  return kept;
}
