import { askedTerms, type Coverage, coverageOf } from './coverage.ts';
import type { KeptView } from './index-view.ts';
import { lineNumbers } from './line-numbers.ts';
import { openPostings } from './search-postings.ts';

export interface ViewMatch {
  /** The best entries by the index' score, best first. */
  readonly top: readonly number[];
  /** Score divided by the best one: 0 to 1. Until the view is asked the next question. */
  readonly score: (entry: number) => number;
  readonly coverage: (entry: number) => Coverage;
  /**
   * Share of the question's weight in terms that no entry (other than `masked`) has.
   * @param familiarity of a term that is not there: 0 (default) to 1.
   */
  readonly unknown: (masked?: number, familiarity?: (term: string) => number) => number;
}

export interface View {
  readonly match: (terms: readonly string[], wanted: number) => ViewMatch;
  /** Whether any entry but `masked` has the term. */
  readonly knows: (term: string, masked?: number) => boolean;
}

/** Longer questions are cut: thousands of terms would block the process. A question of twenty words has a hundred grams. */
const MOST_TERMS = 128;
/** The owner of a term that several entries have. */
export const SHARED = -1;

/**
 * One way of reading a pack (by words or by grams): an index, and what each part of an entry covers.
 * @param weightOf a term: 0 (not searched) to 1.
 */
export function openView(kept: KeptView, weightOf: (term: string) => number): View {
  const { units, owners, weights } = kept;
  const { of: idOf } = lineNumbers(kept.terms);
  const index = openPostings(kept.index, units.entries.length - 1);
  const isThere = (id: number, masked = SHARED) => {
    const owner = owners[id];
    return owner !== undefined && (owner === SHARED || owner !== masked);
  };
  const scratch = new Float32Array(weights.length);
  const match = (query: readonly string[], wanted: number): ViewMatch => {
    const asked = [...new Set(query)].filter((term) => weightOf(term) > 0).slice(0, MOST_TERMS);
    const ids = asked.map(idOf);
    const own = asked.map((term, at) => weights[ids[at] ?? -1] ?? weightOf(term) * kept.strange);
    const ask = askedTerms(ids, own);
    const known = asked.map((term, at) => ({ id: ids[at] ?? -1, boost: weightOf(term) })).filter(({ id }) => id >= 0);
    const { top, of } = index(known, wanted);
    const best = of(top[0] ?? -1) || 1;
    const covered = new Map<number, Coverage>();
    return {
      top,
      score: (entry) => of(entry) / best,
      coverage: (entry) => {
        const coverage = covered.get(entry) ?? coverageOf(ask, units, entry, scratch);
        covered.set(entry, coverage);
        return coverage;
      },
      unknown: (masked, familiarity = () => 0) => {
        const strange = asked.map((term, at) => (isThere(ids[at] ?? -1, masked) ? 0 : (own[at] ?? 0) * (1 - familiarity(term))));
        return ask.sum > 0 ? strange.reduce((a, b) => a + b, 0) / ask.sum : 1;
      },
    };
  };
  return { match, knows: (term, masked) => isThere(idOf(term), masked) };
}
