import MiniSearch, { type Options } from 'minisearch';
import { postingStarts } from './postings.ts';
import { type AskedTerm, type Indexer, rarestTerms, type Scores } from './term-index.ts';

/** Entries that a question may look at, counted for each of its terms; MiniSearch takes a millisecond for a thousand. */
const MOST_FOUND = 500;
/**
 * Terms stand in the index by their numbers: MiniSearch's radix tree walks children one by one, and the digits of a number
 * make few. Nothing is searched by prefix or likeness there, so the ranking stays the same.
 */
const DIGITS = 12;
const FIELDS = ['title', 'phrasings', 'sentences'] as const;

const OPTIONS: Options = { fields: [...FIELDS], tokenize: (text) => (text === '' ? [] : text.split(' ')), processTerm: (term) => term };

/** A MiniSearch index as plain data. */
export interface KeptWords {
  /** As MiniSearch writes itself, in JSON. */
  readonly index: string;
  /** How many entries have each term. */
  readonly counts: Int32Array;
}

export const WORD_INDEX: Indexer<KeptWords> = {
  index: (entries, terms) => {
    const index = new MiniSearch(OPTIONS);
    index.addAll(entries.map((fields, id) => ({ id, ...Object.fromEntries(FIELDS.map((name, at) => [name, coded(fields[at] ?? [])])) })));
    const starts = postingStarts(entries, terms);
    return { index: JSON.stringify(index), counts: Int32Array.from({ length: terms }, (_, id) => (starts[id + 1] ?? 0) - (starts[id] ?? 0)) };
  },
  open: ({ index, counts }) => {
    const opened = MiniSearch.loadJSON(index, OPTIONS);
    return (asked, wanted) =>
      search(
        opened,
        rarestTerms(asked, (id) => counts[id] ?? 0, MOST_FOUND),
        wanted,
      );
  },
};

const codeOf = (id: number): string => id.toString(DIGITS);
const coded = (ids: Iterable<number>): string => Array.from(ids, codeOf).join(' ');

function search(index: MiniSearch, terms: readonly AskedTerm[], wanted: number): Scores {
  if (terms.length === 0) return { top: [], of: () => 0 };
  const boosts = new Map(terms.map(({ id, boost }) => [codeOf(id), boost]));
  const found = index.search(coded(terms.map(({ id }) => id)), { boostTerm: (code) => boosts.get(code) ?? 1, prefix: false, fuzzy: false });
  const scores = new Map(found.map(({ id, score }) => [id as number, score]));
  return { top: found.slice(0, wanted).map(({ id }) => id as number), of: (entry) => scores.get(entry) ?? 0 };
}
