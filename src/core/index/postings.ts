import { BM25 } from '../calibration/policy.ts';
import type { Fields } from './term-index.ts';

/** For each term the entries that have it, one after the other, and what it adds to their score. Plain data. */
export interface Postings {
  /** Where each term's entries begin; one more than there are terms. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly scores: Float32Array;
}

const FIELDS = [0, 1, 2] as const;

/** What is known of a field in all entries. */
interface FieldCounts {
  /** How many entries have each term in it. */
  readonly having: Int32Array;
  /** Of distinct terms, by entry. */
  readonly lengths: ArrayLike<number>;
  readonly average: number;
}

/** Of each field the distinct terms in it, by entry. */
export type FieldLengths = readonly [
  title: ArrayLike<number>,
  phrasings: ArrayLike<number>,
  sentences: ArrayLike<number>,
];

/**
 * Scores every term in every entry by BM25+, as MiniSearch does: field by field, each field's length in distinct terms.
 * @param lengths where the fields hold more than is scored. Default: that of the fields.
 */
export function postingsOf(entries: readonly Fields[], terms: number, lengths?: FieldLengths): Postings {
  const fields = FIELDS.map((field) => countField(entries, field, terms, lengths?.[field]));
  const starts = postingStarts(entries, terms);
  const next = Int32Array.from(starts);
  const found: Postings = {
    starts,
    entries: new Int32Array(starts[terms] ?? 0),
    scores: new Float32Array(starts[terms] ?? 0),
  };
  const sums = new Float64Array(terms);
  const counts = new Int32Array(terms);
  for (const [entry, own] of entries.entries()) {
    for (const field of FIELDS) addScores(sums, counts, own[field], entry, fields[field] as FieldCounts);
    for (const ids of own) {
      for (const id of ids) {
        if (sums[id] === 0) continue;
        const at = next[id] ?? 0;
        found.entries[at] = entry;
        found.scores[at] = sums[id] ?? 0;
        next[id] = at + 1;
        sums[id] = 0;
      }
    }
  }
  return found;
}

function countField(
  entries: readonly Fields[],
  field: 0 | 1 | 2,
  terms: number,
  known?: ArrayLike<number>,
): FieldCounts {
  const having = new Int32Array(terms);
  const lengths = new Int32Array(entries.length);
  const lastIn = new Int32Array(terms).fill(-1);
  for (const [entry, fields] of entries.entries()) {
    for (const id of fields[field]) {
      if (lastIn[id] === entry) continue;
      lastIn[id] = entry;
      lengths[entry] = (lengths[entry] ?? 0) + 1;
      having[id] = (having[id] ?? 0) + 1;
    }
  }
  const all = known ?? lengths;
  return { having, lengths: all, average: Array.from(all).reduce((sum, length) => sum + length, 0) / entries.length };
}

/** Where each term's entries begin, were they laid side by side: the difference of two is how many there are. */
export function postingStarts(entries: readonly Fields[], terms: number): Int32Array {
  const starts = new Int32Array(terms + 1);
  const seen = new Int32Array(terms).fill(-1);
  for (const [entry, fields] of entries.entries()) {
    for (const ids of fields) {
      for (const id of ids) {
        if (seen[id] === entry) continue;
        seen[id] = entry;
        starts[id + 1] = (starts[id + 1] ?? 0) + 1;
      }
    }
  }
  for (let id = 0; id < terms; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  return starts;
}

/** @param counts zeros; zeros again afterwards. */
function addScores(
  sums: Float64Array,
  counts: Int32Array,
  ids: Int32Array,
  entry: number,
  { having, lengths, average }: FieldCounts,
): void {
  const short = BM25.k * (1 - BM25.b + (BM25.b * (lengths[entry] ?? 0)) / average);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  for (const id of ids) {
    const count = counts[id] ?? 0;
    if (count === 0) continue;
    const rarity = Math.log(1 + (lengths.length - (having[id] ?? 0) + 0.5) / ((having[id] ?? 0) + 0.5));
    sums[id] = (sums[id] ?? 0) + rarity * (BM25.d + (count * (BM25.k + 1)) / (count + short));
    counts[id] = 0;
  }
}
