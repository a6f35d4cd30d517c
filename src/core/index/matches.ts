import type { SearchResult } from 'minisearch';
import { GRAM_BM25, MOST_FOUND, MOST_PROPOSED, MOST_TERMS, RAREST } from '../calibration/reading-policy.ts';
import type { EntrySearch } from './entry-search.ts';
import type { AskedTerms, Coverage, Holders, Parts } from './parts.ts';

/** How entries match a question, by one kind of term. */
export interface EntryMatch {
  /** Numbers of the best entries, best first. */
  readonly top: readonly number[];
  /** An entry's score divided by the best one, 0 to 1. */
  readonly score: (entry: number) => number;
  readonly coverage: (entry: number) => Coverage;
  /** Sum of the weights of the question's terms. */
  readonly weight: number;
  /** Weight of the terms that an entry contains anywhere. */
  readonly held: (entry: number) => number;
}

/** How entries match a question's words or concepts. */
export interface TermMatch extends EntryMatch {
  readonly holds: (entry: number, term: string) => boolean;
  /** Whether one of an entry's titles or phrasings contains a term. */
  readonly heads: (entry: number, term: string) => boolean;
  /** All entries that contain a term. */
  readonly holders: (term: string) => Holders;
  /** Number of titles and phrasings, in all entries, that contain a term. */
  readonly headingsWith: (term: string) => number;
  /** Whether an entry's title has exactly the question's terms, apart from stop words. */
  readonly isTitle: (entry: number) => boolean;
  readonly weightOf: (term: string) => number;
  /**
   * Share of the question's weight in terms that no entry except `masked` has.
   * @param familiarity how familiar such a term is nevertheless, 0 to 1. Default: 0
   */
  readonly unknown: (masked?: number, familiarity?: (term: string) => number) => number;
}

/** Searches entries by a question's words or concepts. @param boostTerm weight of each term, 0 (not searched) to 1 */
export function matchTerms(
  search: EntrySearch,
  parts: Parts,
  terms: readonly string[],
  boostTerm: (term: string) => number,
): TermMatch {
  const asked = weigh(
    terms.filter((term) => boostTerm(term) > 0),
    parts,
  );
  const looked = rarestOf(asked, parts);
  const results = looked.length === 0 ? [] : search.search(looked, boostTerm);
  const found = new Map(results.map((result) => [result.id as number, result]));
  const best = results[0]?.score ?? 1;
  const sum = sumOf(asked.values());
  const weightOf = (term: string): number => asked.get(term) ?? 0;
  const unknown: TermMatch['unknown'] = (masked, familiarity = () => 0) => {
    const missing = [...asked].filter(([term]) => !parts.knows(term, masked));
    return sum > 0 ? sumOf(missing.map(([term, weight]) => weight * (1 - familiarity(term)))) / sum : 1;
  };
  return {
    top: results.slice(0, MOST_PROPOSED).map((result) => result.id as number),
    score: (entry) => (found.get(entry)?.score ?? 0) / best,
    coverage: parts.cover(asked, looked),
    weight: sum,
    held: (entry) => sumOf(heldBy(found.get(entry)).map(weightOf)),
    holds: (entry, term) => parts.holds(entry, term),
    heads: (entry, term) => parts.heads(entry, term),
    holders: (term) => parts.holders(term),
    headingsWith: (term) => parts.headingsWith(term),
    isTitle: (entry) => parts.isTitle(entry, new Set(asked.keys())),
    weightOf,
    unknown,
  };
}

const heldBy = (result: SearchResult | undefined): readonly string[] => result?.queryTerms ?? [];

/**
 * Searches parts by BM25: for a question's character grams, which find unknown and misspelt words and text without
 * spaces. All parts of an entry count as one field.
 */
export function matchParts(parts: Parts, terms: readonly string[]): EntryMatch {
  const asked = weigh(terms, parts);
  const looked = rarestOf(asked, parts);
  const found = new Map<number, { entry: number; score: number; weight: number; terms: number; length: number }>();
  const { k, b } = GRAM_BM25;
  const average = parts.averageLength;
  for (const term of looked) {
    const weight = asked.get(term) ?? 0;
    parts.tally(term, (entry, count) => {
      const own = found.get(entry) ?? { entry, score: 0, weight: 0, terms: 0, length: parts.lengthOf(entry) / average };
      own.score += (weight * count * (k + 1)) / (count + k * (1 - b + b * own.length));
      own.weight += weight;
      own.terms++;
      found.set(entry, own);
    });
  }
  // As in MiniSearch, an entry with more of the terms comes before one in which few occur often.
  for (const own of found.values()) own.score *= own.terms;
  const top = [...found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_PROPOSED);
  const best = top[0]?.score || 1;
  return {
    top: top.map(({ entry }) => entry),
    score: (entry) => (found.get(entry)?.score ?? 0) / best,
    coverage: parts.cover(asked, looked),
    weight: sumOf(asked.values()),
    held: (entry) => found.get(entry)?.weight ?? 0,
  };
}

/**
 * The first terms with their weights. Their number is limited: twenty words have a hundred grams, and thousands would
 * block the process.
 */
function weigh(terms: readonly string[], parts: Parts): AskedTerms {
  const asked = new Map<string, number>();
  for (const term of terms) {
    if (asked.size === MOST_TERMS) break;
    if (!asked.has(term)) asked.set(term, parts.weightOf(term));
  }
  return asked;
}

/**
 * The terms that are searched. If they are in very many parts, the most frequent ones are left out, so that a larger
 * pack hardly costs more: they hardly tell entries apart, and the rarer ones find the same entries.
 */
function rarestOf(asked: AskedTerms, parts: Parts): readonly string[] {
  const counted = [...asked.keys()]
    .map((term) => ({ term, count: Math.min(parts.countOf(term), parts.size) }))
    .filter(({ count }) => count > 0);
  if (sumOf(counted.map(({ count }) => count)) <= MOST_FOUND) return counted.map(({ term }) => term);
  let sum = 0;
  return counted
    .sort((a, b) => a.count - b.count)
    .filter(({ count }, at) => {
      sum += count;
      return sum <= (at === 0 ? RAREST * MOST_FOUND : MOST_FOUND);
    })
    .map(({ term }) => term);
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
