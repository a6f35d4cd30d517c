import { greatest } from './greatest.ts';
import type { Postings } from './postings.ts';
import { type AskedTerm, rarestTerms, type Scores, type TermIndex } from './term-index.ts';

/** Entries that a question may look at, counted for each of its terms. */
const MOST_FOUND = 60_000;

/**
 * Sums up what a question's terms add to each entry's score. Scores that were worked out beforehand and lie side by
 * side make a question many times cheaper than an index of maps; the ranking is that of MiniSearch.
 * @param size number of entries.
 */
export function openPostings(postings: Postings, size: number): TermIndex {
  const count = (id: number) => (postings.starts[id + 1] ?? 0) - (postings.starts[id] ?? 0);
  const sheet: Sheet = { sums: new Float32Array(size), matched: new Uint16Array(size), held: new Float32Array(size) };
  return (asked, wanted) => search(postings, sheet, rarestTerms(asked, count, MOST_FOUND), wanted);
}

/**
 * What is added up for each entry. Written anew for each question: new arrays, as long as a pack, would soon be a
 * hundred megabytes of garbage.
 */
interface Sheet {
  readonly sums: Float32Array;
  readonly matched: Uint16Array;
  readonly held: Float32Array;
}

function search(
  { starts, entries, scores }: Postings,
  { sums, matched, held }: Sheet,
  terms: readonly AskedTerm[],
  wanted: number,
): Scores {
  sums.fill(0);
  matched.fill(0);
  held.fill(0);
  for (const { id, boost, weight } of terms) {
    const to = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < to; at++) {
      const entry = entries[at] ?? 0;
      sums[entry] = (sums[entry] ?? 0) + boost * (scores[at] ?? 0);
      matched[entry] = (matched[entry] ?? 0) + 1;
      held[entry] = (held[entry] ?? 0) + weight;
    }
  }
  // An entry that has more of the terms comes before one that has some of them often.
  for (let entry = 0; entry < sums.length; entry++) sums[entry] = (sums[entry] ?? 0) * (matched[entry] ?? 0);
  return { top: greatest(sums, wanted), of: (entry) => sums[entry] ?? 0, held: (entry) => held[entry] ?? 0 };
}
