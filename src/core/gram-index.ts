import { greatest } from './greatest.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type AskedTerm, type Indexer, rarestTerms, type Scores } from './term-index.ts';

/** Entries that a question may look at, counted for each of its terms. */
const MOST_FOUND = 60_000;
/**
 * Character grams are many for each text and few in kind: their scores are worked out beforehand and lie side by side, which
 * makes a question some fifty times cheaper than in an index of maps. The ranking is that of MiniSearch.
 */
export const GRAM_INDEX: Indexer<Postings> = {
  index: postingsOf,
  open: (postings, entries) => {
    const count = (id: number) => (postings.starts[id + 1] ?? 0) - (postings.starts[id] ?? 0);
    return (asked, wanted) => search(postings, entries, rarestTerms(asked, count, MOST_FOUND), wanted);
  },
};

function search({ starts, entries, scores }: Postings, size: number, terms: readonly AskedTerm[], wanted: number): Scores {
  const sums = new Float32Array(size);
  const matched = new Uint16Array(size);
  for (const { id, boost } of terms) {
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
      const entry = entries[at] ?? 0;
      sums[entry] = (sums[entry] ?? 0) + boost * (scores[at] ?? 0);
      matched[entry] = (matched[entry] ?? 0) + 1;
    }
  }
  // An entry that has more of the terms comes before one that has some of them often.
  for (let entry = 0; entry < size; entry++) sums[entry] = (sums[entry] ?? 0) * (matched[entry] ?? 0);
  return { top: greatest(sums, wanted), of: (entry) => sums[entry] ?? 0 };
}
