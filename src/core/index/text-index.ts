import type { TextIndexData } from './build-text-index.ts';
import { askedTerms, type Coverage, coverageOf } from './coverage.ts';
import { lineNumbers } from './line-numbers.ts';
import type { Postings } from './postings.ts';
import { openPostings } from './search-postings.ts';
import { termOf, type Units } from './units.ts';
import { sharedZeros } from './zeros.ts';

export interface IndexMatch {
  /** The best entries by the index' score, best first. */
  readonly top: readonly number[];
  /** Score divided by the best one: 0 to 1. Until the index is asked the next question. */
  readonly score: (entry: number) => number;
  readonly coverage: (entry: number) => Coverage;
  /** What the question's terms weigh together. */
  readonly weight: number;
  /** Weight of those that an entry holds, wherever they stand. Until the index is asked the next question. */
  readonly held: (entry: number) => number;
  /** Whether an entry holds one of the question's terms. */
  readonly holds: (entry: number, term: string) => boolean;
  /** Whether one of its titles or phrasings does. */
  readonly heads: (entry: number, term: string) => boolean;
  /** Whether the telling terms of an entry's title are the question's, no more and no fewer. */
  readonly isTitle: (entry: number) => boolean;
  /** Weight of one of the question's terms. */
  readonly weightOf: (term: string) => number;
  /**
   * Share of the question's weight in terms that no entry (other than `masked`) has.
   * @param familiarity of a term that is not there: 0 (default) to 1.
   */
  readonly unknown: (masked?: number, familiarity?: (term: string) => number) => number;
}

export interface TextIndex {
  readonly match: (terms: readonly string[], wanted: number) => IndexMatch;
  /** Whether any entry but `masked` has the term. */
  readonly knows: (term: string, masked?: number) => boolean;
  /** Whether one of some entries has it. */
  readonly isIn: (term: string, entries: ReadonlySet<number>) => boolean;
}

/** Longer questions are cut: thousands of terms would block the process. A question of twenty words has a hundred grams. */
const MOST_TERMS = 128;
/** The owner of a term that several entries have. */
export const SHARED = -1;

/** How a term counts. */
export interface Weighing {
  /** In the index' score: 0 (not searched) to 1. */
  readonly boost: (term: string) => number;
  /** Of what a question says: 0 to 1. */
  readonly telling: (term: string) => number;
}

/**
 * One way of reading a pack (by words or by grams): an index, and what each part of an entry covers.
 * @param headings how many titles and phrasings each entry has.
 */
export function openTextIndex(kept: TextIndexData, headings: Int32Array, { boost, telling }: Weighing): TextIndex {
  const { units, owners, weights } = kept;
  const { of: idOf } = lineNumbers(kept.terms);
  const index = openPostings(kept.index, units.entries.length - 1);
  const isThere = (id: number, masked = SHARED) => {
    const owner = owners[id];
    return owner !== undefined && (owner === SHARED || owner !== masked);
  };
  const match = (query: readonly string[], wanted: number): IndexMatch => {
    const asked = [...new Set(query)].filter((term) => boost(term) > 0).slice(0, MOST_TERMS);
    const ids = asked.map(idOf);
    const own = asked.map((term, at) => weights[ids[at] ?? -1] ?? telling(term) * kept.strange);
    const ask = askedTerms(ids, own);
    const known = asked.map((term, at) => ({ id: ids[at] ?? -1, boost: boost(term), weight: own[at] ?? 0 })).filter(({ id }) => id >= 0);
    const { top, of, held } = index(known, wanted);
    const best = of(top[0] ?? -1) || 1;
    const covered = new Map<number, Coverage>();
    return {
      top,
      score: (entry) => of(entry) / best,
      coverage: (entry) => {
        const coverage = covered.get(entry) ?? coverageOf(ask, units, entry, headings[entry] ?? 1, sharedZeros(weights.length));
        covered.set(entry, coverage);
        return coverage;
      },
      weight: ask.sum,
      held,
      holds: (entry, term) => holds(kept.index, entry, idOf(term)),
      heads: (entry, term) => inUnits(units, units.entries[entry] ?? 0, headings[entry] ?? 1, idOf(term)),
      isTitle: (entry) => isUnit(units, units.entries[entry] ?? -1, new Set(ids)),
      weightOf: (term) => own[asked.indexOf(term)] ?? 0,
      unknown: (masked, familiarity = () => 0) => {
        const strange = asked.map((term, at) => (isThere(ids[at] ?? -1, masked) ? 0 : (own[at] ?? 0) * (1 - familiarity(term))));
        return ask.sum > 0 ? strange.reduce((a, b) => a + b, 0) / ask.sum : 1;
      },
    };
  };
  return { match, knows: (term, masked) => isThere(idOf(term), masked), isIn: (term, entries) => isHeld(kept.index, entries, idOf(term)) };
}

function inUnits({ starts, terms }: Units, first: number, count: number, id: number): boolean {
  // A term that is nowhere has a number that looks like the complement of another's.
  if (id < 0) return false;
  for (let at = starts[first] ?? 0; at < (starts[first + count] ?? 0); at++) if (terms[at] === id) return true;
  return false;
}

function isUnit({ starts, terms }: Units, unit: number, asked: ReadonlySet<number>): boolean {
  const own = new Set(terms.subarray(starts[unit], starts[unit + 1]).map(termOf));
  return unit >= 0 && own.size === asked.size && [...own].every((id) => asked.has(id));
}

/** Looks at whichever are fewer: the entries, or all that hold the term. */
function isHeld({ starts, entries }: Postings, wanted: ReadonlySet<number>, id: number): boolean {
  if (id < 0) return false;
  const having = entries.subarray(starts[id], starts[id + 1]);
  return wanted.size < having.length ? [...wanted].some((entry) => holds({ starts, entries }, entry, id)) : having.some((entry) => wanted.has(entry));
}

/** Each term's entries stand in order. */
function holds({ starts, entries }: Pick<Postings, 'starts' | 'entries'>, entry: number, id: number): boolean {
  let [from, to] = [starts[id] ?? 0, starts[id + 1] ?? 0];
  if (id < 0) return false;
  while (from < to) {
    const middle = (from + to) >> 1;
    const found = entries[middle] ?? 0;
    if (found === entry) return true;
    if (found < entry) from = middle + 1;
    else to = middle;
  }
  return false;
}
