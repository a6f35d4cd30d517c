import MiniSearch, { type Options } from 'minisearch';
import { type Postings, postingStarts } from './postings.ts';
import type { Fields } from './term-index.ts';

/**
 * Terms stand in the index by their numbers: MiniSearch's radix tree walks children one by one, and the digits of a
 * number make few. Nothing is searched by prefix or likeness there, so the ranking stays the same.
 */
const DIGITS = 12;
const FIELDS = ['title', 'phrasings', 'sentences'] as const;

const OPTIONS: Options = {
  fields: [...FIELDS],
  tokenize: (text) => (text === '' ? [] : text.split(' ')),
  processTerm: (term) => term,
};

/**
 * Scores every word in every entry by MiniSearch, once: its score of a question is the sum of those of the question's
 * words, so that none is worked out while somebody waits.
 */
export function wordPostings(entries: readonly Fields[], terms: number): Postings {
  const index = new MiniSearch(OPTIONS);
  index.addAll(
    entries.map((fields, id) => ({
      id,
      ...Object.fromEntries(FIELDS.map((name, at) => [name, coded(fields[at] ?? [])])),
    })),
  );
  const starts = postingStarts(entries, terms);
  const found: Postings = {
    starts,
    entries: new Int32Array(starts[terms] ?? 0),
    scores: new Float32Array(starts[terms] ?? 0),
  };
  for (let term = 0; term < terms; term++) {
    const having = index.search(codeOf(term)).sort((a, b) => (a.id as number) - (b.id as number));
    for (const [at, { id, score }] of having.entries()) {
      found.entries[(starts[term] ?? 0) + at] = id as number;
      found.scores[(starts[term] ?? 0) + at] = score;
    }
  }
  return found;
}

const codeOf = (id: number): string => id.toString(DIGITS);
const coded = (ids: Iterable<number>): string => Array.from(ids, codeOf).join(' ');
