import MiniSearch from 'minisearch';
import { startsOf } from './postings.ts';
import { type AskedTerm, type Fields, rarestTerms, type Scores, type TermIndex } from './term-index.ts';

/** Entries that a question may look at, counted for each of its terms; MiniSearch takes a millisecond for some thousand. */
const MOST_FOUND = 1500;
/**
 * Terms stand in the index by their numbers: MiniSearch's radix tree walks children one by one, and the digits of a number
 * make few. Nothing is searched by prefix or likeness there, so the ranking stays the same.
 */
const DIGITS = 12;
const FIELDS = ['title', 'phrasings', 'sentences'] as const;

/** A MiniSearch index of the entries' words. @param terms how many there are. */
export function wordIndex(entries: readonly Fields[], terms: number): TermIndex {
  const index = new MiniSearch({ fields: [...FIELDS], tokenize: (text) => (text === '' ? [] : text.split(' ')), processTerm: (term) => term });
  index.addAll(entries.map((fields, id) => ({ id, ...Object.fromEntries(FIELDS.map((name, at) => [name, coded(fields[at] ?? [])])) })));
  const starts = startsOf(entries, terms);
  const count = (id: number) => (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  return (asked, wanted) => search(index, rarestTerms(asked, count, MOST_FOUND), wanted);
}

const codeOf = (id: number): string => id.toString(DIGITS);
const coded = (ids: Iterable<number>): string => Array.from(ids, codeOf).join(' ');

function search(index: MiniSearch, terms: readonly AskedTerm[], wanted: number): Scores {
  if (terms.length === 0) return { top: [], of: () => 0 };
  const boosts = new Map(terms.map(({ id, boost }) => [codeOf(id), boost]));
  const found = index.search(coded(terms.map(({ id }) => id)), { boostTerm: (code) => boosts.get(code) ?? 1, prefix: false, fuzzy: false });
  const scores = new Map(found.map(({ id, score }) => [id as number, score]));
  return { top: found.slice(0, wanted).map(({ id }) => id as number), of: (entry) => scores.get(entry) ?? 0 };
}
