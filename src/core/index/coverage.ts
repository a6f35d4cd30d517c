import { SHORTNESS } from '../calibration/policy.ts';
import { sharedZeros } from './room.ts';
import { termOf, type Units, unitsByTerm } from './units.ts';

/** How much of a question an entry holds, each 0 to 1, weighed by how telling the terms are. */
export interface Coverage {
  /** In its best title, phrasing or sentence. */
  readonly unit: number;
  /** Of pairs of neighbouring terms, in that unit. */
  readonly pairs: number;
  /** How much of the best unit the question holds in return. */
  readonly back: number;
  /** In its best title or phrasing. */
  readonly heading: number;
  /** How much of that the question holds in return. */
  readonly headingBack: number;
}

/** A question's terms. */
export interface AskedTerms {
  /** By number, none twice; -1: in no entry. */
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** Of the weights. */
  readonly sum: number;
}

const NOTHING: Coverage = { unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 };

/**
 * @param headings how many titles and phrasings each entry has; they come first. @param terms how many there are.
 * @returns what each entry holds of a question, until the next one is asked.
 */
export function openCoverage(
  units: Units,
  headings: Int32Array,
  terms: number,
): (asked: AskedTerms) => (entry: number) => Coverage {
  const readShares = isSmall(units) ? sharesOfAll(units, terms) : sharesOfOne(units, terms);
  const read = followers(units, terms);
  return (asked) => {
    const sharesOf = readShares(asked);
    const behind = read(asked.ids);
    return (entry) =>
      entry >= headings.length || asked.sum === 0
        ? NOTHING
        : coverageIn(units, headings, asked, behind, sharesOf(entry), entry);
  };
}

/** What each unit holds of a question, from some unit on. */
interface Shares {
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * Entries up to which it is cheaper to look at the units that have a term than at all units of the entries that a
 * question looks at, and units from which that is worth its memory.
 */
const [FEW_ENTRIES, MANY_UNITS] = [250, 500];

const isSmall = ({ entries, weights }: Units): boolean => entries.length <= FEW_ENTRIES && weights.length >= MANY_UNITS;

function sharesOfAll(units: Units, terms: number): (asked: AskedTerms) => () => Shares {
  const shares: Shares = { first: 0, values: new Float64Array(units.weights.length) };
  const { values } = shares;
  let having: ReturnType<typeof unitsByTerm> | undefined;
  return ({ ids, weights }) => {
    having ??= unitsByTerm(units, terms);
    values.fill(0);
    for (let n = 0; n < ids.length; n++) if ((ids[n] ?? -1) >= 0) addTo(values, weights[n] ?? 0, having, ids[n] ?? 0);
    return () => shares;
  };
}

function addTo(
  values: Float64Array,
  weight: number,
  { starts, units }: ReturnType<typeof unitsByTerm>,
  id: number,
): void {
  const end = starts[id + 1] ?? 0;
  for (let at = starts[id] ?? 0; at < end; at++) {
    const unit = units[at] ?? 0;
    values[unit] = (values[unit] ?? 0) + weight;
  }
}

function sharesOfOne(
  { entries, starts, terms }: Units,
  size: number,
): (asked: AskedTerms) => (entry: number) => Shares {
  let values = new Float64Array(0);
  return ({ ids, weights }) =>
    (entry) => {
      const [title, end] = [entries[entry] ?? 0, entries[entry + 1] ?? 0];
      if (values.length < end - title) values = new Float64Array(end - title);
      const scratch = sharedZeros(size);
      for (let n = 0; n < ids.length; n++) if ((ids[n] ?? -1) >= 0) scratch[ids[n] ?? 0] = weights[n] ?? 0;
      for (let unit = title; unit < end; unit++) {
        const last = starts[unit + 1] ?? 0;
        let share = 0;
        for (let at = starts[unit] ?? 0; at < last; at++) {
          const id = terms[at] ?? 0;
          if (id >= 0) share += scratch[id] ?? 0;
        }
        values[unit - title] = share;
      }
      for (let n = 0; n < ids.length; n++) if ((ids[n] ?? -1) >= 0) scratch[ids[n] ?? 0] = 0;
      return { first: title, values };
    };
}

function coverageIn(
  units: Units,
  headings: Int32Array,
  { ids, sum }: AskedTerms,
  behind: Int32Array,
  { first, values }: Shares,
  entry: number,
): Coverage {
  const title = units.entries[entry] ?? 0;
  const body = title + (headings[entry] ?? 1);
  const end = units.entries[entry + 1] ?? 0;
  const lengths = units.weights;
  let best = title;
  let share = 0;
  let most = 0;
  let heading = title;
  let headingShare = 0;
  for (let unit = title; unit < end; unit++) {
    const own = values[unit - first] ?? 0;
    // No score is as much.
    if (own + SHORTNESS * own <= most) continue;
    const score = own + (SHORTNESS * own * own) / ((lengths[unit] ?? 0) + own + 1e-6);
    if (score <= most) continue;
    best = unit;
    share = own;
    most = score;
    if (unit >= body) continue;
    heading = unit;
    headingShare = own;
  }
  return {
    unit: share / sum,
    pairs: share > 0 ? pairsIn(units, best, behind) / Math.max(1, ids.length - 1) : 0,
    back: backOf(units, best, share),
    heading: headingShare / sum,
    headingBack: backOf(units, heading, headingShare),
  };
}

const backOf = (units: Units, unit: number, share: number): number =>
  share > 0 ? Math.min(1, share / (units.weights[unit] ?? share)) : 0;

function pairsIn({ starts, terms }: Units, unit: number, behind: Int32Array): number {
  const end = starts[unit + 1] ?? 0;
  let pairs = 0;
  let wanted = -1;
  for (let at = starts[unit] ?? 0; at < end; at++) {
    const term = termOf(terms[at] ?? 0);
    if (wanted === term) pairs++;
    wanted = behind[term] ?? -1;
  }
  return pairs;
}

/**
 * Looked up for every term of a few dozen units, so it is a table of all terms. It is kept where there are many units:
 * a small index is mostly one of ten thousand, of a community.
 * @returns for each term the one that a question has behind it, -1 for none, until the next question.
 */
function followers({ weights }: Units, terms: number): (ids: readonly number[]) => Int32Array {
  const none = () => new Int32Array(terms).fill(-1);
  let kept: Int32Array | undefined;
  let asked: readonly number[] = [];
  return (ids) => {
    if (weights.length >= MANY_UNITS) kept ??= none();
    for (const id of asked) if (kept && id >= 0) kept[id] = -1;
    const behind = kept ?? none();
    for (let n = 0; n < ids.length; n++) if ((ids[n] ?? -1) >= 0) behind[ids[n] ?? 0] = ids[n + 1] ?? -1;
    if (kept) asked = ids;
    return behind;
  };
}
