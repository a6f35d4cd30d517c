import { gramSize, gramsOf, isOfUnits } from '../text/tokenize.ts';
import type { TextIndexData } from './build-text-index.ts';
import { type Coverage, openCoverage } from './coverage.ts';
import { type LineNumbers, lineNumbers } from './line-numbers.ts';
import type { Postings } from './postings.ts';
import { sharedZeros } from './room.ts';
import { openPostings } from './search-postings.ts';
import type { AskedTerm } from './term-index.ts';
import { termOf, type Units } from './units.ts';

/** What an index makes of a question, whatever its terms are. */
export interface EntryMatch {
  /** The best entries by the index' score, best first. */
  readonly top: readonly number[];
  /** Score divided by the best one: 0 to 1. Until the index is asked the next question. */
  readonly score: (entry: number) => number;
  /** Until the index is asked the next question. */
  readonly coverage: (entry: number) => Coverage;
  /** What the question's terms weigh together. */
  readonly weight: number;
  /** Weight of those that an entry holds, wherever they stand. Until the index is asked the next question. */
  readonly held: (entry: number) => number;
}

export interface IndexMatch extends EntryMatch {
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
  /**
   * The same for all grams of some stretches of text, which are searched alike: those that some entry has are looked up
   * where they stand.
   */
  readonly matchGrams: (stretches: readonly string[], wanted: number) => EntryMatch;
  /** Whether any entry but `masked` has the term. */
  readonly knows: (term: string, masked?: number) => boolean;
  /** Whether one of some entries has it. */
  readonly isIn: (term: string, entries: ReadonlySet<number>) => boolean;
}

/**
 * Longer questions are cut: thousands of terms would block the process. A question of twenty words has a hundred grams.
 */
export const MOST_TERMS = 128;
/** The owner of a term that several entries have. */
export const SHARED = -1;

/** How a term counts. */
export interface Weighing {
  /** In the index' score: 0 (not searched) to 1. */
  readonly boost: (term: string) => number;
  /** Of what a question says: 0 to 1. */
  readonly telling: (term: string) => number;
}

/** A question's terms, each once. */
interface Asked {
  readonly terms: string[];
  /** By number; -1: in no entry. */
  readonly ids: number[];
  readonly weights: number[];
  /** Those that some entry has. */
  readonly known: AskedTerm[];
  /** Of the weights. */
  sum: number;
}

const nothingAsked = (): Asked => ({ terms: [], ids: [], weights: [], known: [], sum: 0 });

/**
 * One way of reading a pack (by words or by grams): an index, and what each part of an entry covers.
 * @param headings how many titles and phrasings each entry has.
 */
export const openTextIndex = (kept: TextIndexData, headings: Int32Array, weighing: Weighing): TextIndex =>
  openNumbered(kept, lineNumbers(kept.terms).of, headings, weighing);

/** The same. @param idOf the number of a term, -1 where no entry has it. */
export function openNumbered(
  kept: Omit<TextIndexData, 'terms'>,
  idOf: LineNumbers['of'],
  headings: Int32Array,
  { boost, telling }: Weighing,
): TextIndex {
  const { units, owners, weights } = kept;
  const index = openPostings(kept.index, units.entries.length - 1);
  const cover = openCoverage(units, headings, weights.length);
  const isThere = (id: number, masked = SHARED) => {
    const owner = owners[id];
    return owner !== undefined && (owner === SHARED || owner !== masked);
  };
  const weigh = (asked: Asked, id: number, boosted: number, weight: number): void => {
    asked.ids.push(id);
    asked.weights.push(weight);
    asked.sum += weight;
    if (id >= 0) asked.known.push({ id, boost: boosted, weight });
  };
  const number = (terms: readonly string[]): Asked => {
    const asked = nothingAsked();
    for (const term of terms) {
      const boosted = boost(term);
      if (boosted <= 0 || asked.terms.includes(term)) continue;
      if (asked.ids.length === MOST_TERMS) break;
      const id = idOf(term);
      asked.terms.push(term);
      weigh(asked, id, boosted, weights[id] ?? telling(term) * kept.strange);
    }
    return asked;
  };
  const numberGrams = (stretches: readonly string[]): Asked => {
    const asked = nothingAsked();
    const strange = new Set<string>();
    const isAsked = sharedZeros(weights.length);
    for (const stretch of stretches) {
      const size = gramSize(stretch);
      for (let at = 0; at === 0 || at + size <= stretch.length; at++) {
        if (asked.ids.length === MOST_TERMS) break;
        const end = Math.min(at + size, stretch.length);
        const id = idOf(stretch, at, end);
        const before = strange.size;
        if (id < 0 ? strange.add(stretch.slice(at, end)).size === before : isAsked[id] === 1) continue;
        if (id >= 0) isAsked[id] = 1;
        weigh(asked, id, 1, weights[id] ?? kept.strange);
      }
    }
    for (const { id } of asked.known) isAsked[id] = 0;
    return asked;
  };
  const find = ({ terms: asked, ids, weights: own, known, sum }: Asked, wanted: number): IndexMatch => {
    const { top, of, held } = index(known, wanted);
    const best = of(top[0] ?? -1) || 1;
    return {
      top,
      score: (entry) => of(entry) / best,
      coverage: cover({ ids, weights: own, sum }),
      weight: sum,
      held,
      holds: (entry, term) => holds(kept.index, entry, ids[asked.indexOf(term)] ?? idOf(term)),
      heads: (entry, term) => inUnits(units, units.entries[entry] ?? 0, headings[entry] ?? 1, idOf(term)),
      isTitle: (entry) => isUnit(units, units.entries[entry] ?? -1, new Set(ids)),
      weightOf: (term) => own[asked.indexOf(term)] ?? 0,
      unknown: (masked, familiarity = () => 0) => {
        const strange = asked.map((term, at) =>
          isThere(ids[at] ?? -1, masked) ? 0 : (own[at] ?? 0) * (1 - familiarity(term)),
        );
        return sum > 0 ? strange.reduce((a, b) => a + b, 0) / sum : 1;
      },
    };
  };
  const match: TextIndex['match'] = (terms, wanted) => find(number(terms), wanted);
  const matchGrams: TextIndex['matchGrams'] = (stretches, wanted) =>
    stretches.every(isOfUnits)
      ? find(numberGrams(stretches), wanted)
      : match(
          stretches.flatMap((stretch) => gramsOf(stretch, gramSize(stretch))),
          wanted,
        );
  return {
    match,
    matchGrams,
    knows: (term, masked) => isThere(idOf(term), masked),
    isIn: (term, entries) => isHeld(kept.index, entries, idOf(term)),
  };
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
  return wanted.size < having.length
    ? [...wanted].some((entry) => holds({ starts, entries }, entry, id))
    : having.some((entry) => wanted.has(entry));
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
