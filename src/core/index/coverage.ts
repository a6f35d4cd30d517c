import { SHORTNESS } from '../calibration/policy.ts';
import { termOf, type Units } from './units.ts';

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
  /** By number; -1: in no entry. */
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** Of the weights. */
  readonly sum: number;
  /** The term behind each. */
  readonly next: ReadonlyMap<number, number>;
}

/** @param ids and their weights, in the question's order. */
export function askedTerms(ids: readonly number[], weights: readonly number[]): AskedTerms {
  const next = new Map(ids.slice(1).map((id, at) => [ids[at] ?? -1, id]));
  return { ids, weights, sum: weights.reduce((a, b) => a + b, 0), next };
}

const NOTHING: Coverage = { unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 };

/** @param headings how many titles and phrasings the entry has; they come first. @param scratch zeros, one for each term; zeros again afterwards. */
export function coverageOf(ask: AskedTerms, units: Units, entry: number, headings: number, scratch: Float32Array): Coverage {
  const title = units.entries[entry];
  if (title === undefined || ask.sum === 0) return NOTHING;
  for (let at = 0; at < ask.ids.length; at++) {
    const id = ask.ids[at] ?? -1;
    if (id >= 0) scratch[id] = ask.weights[at] ?? 0;
  }
  const end = units.entries[entry + 1] ?? title;
  const heading = bestOf(units, title, Math.min(end, title + headings), scratch);
  const { best, share } = bestOf(units, title, end, scratch);
  for (const id of ask.ids) if (id >= 0) scratch[id] = 0;
  const pairs = share > 0 ? pairsIn(units, best, ask.next) / Math.max(1, ask.ids.length - 1) : 0;
  return {
    unit: share / ask.sum,
    pairs,
    back: backOf(units, best, share),
    heading: heading.share / ask.sum,
    headingBack: backOf(units, heading.best, heading.share),
  };
}

const backOf = (units: Units, unit: number, share: number): number => (share > 0 ? Math.min(1, share / (units.weights[unit] ?? share)) : 0);

/** Of some parts the one that covers most. */
function bestOf(units: Units, from: number, to: number, scratch: Float32Array): { best: number; share: number } {
  const found = { best: from, share: 0 };
  let most = 0;
  for (let unit = from; unit < to; unit++) {
    const share = shareOf(units, unit, scratch);
    const score = share + (SHORTNESS * share * share) / ((units.weights[unit] ?? 0) + share + 1e-6);
    if (score <= most) continue;
    found.best = unit;
    found.share = share;
    most = score;
  }
  return found;
}

function shareOf({ starts, terms }: Units, unit: number, scratch: Float32Array): number {
  const end = starts[unit + 1] ?? 0;
  let share = 0;
  for (let at = starts[unit] ?? 0; at < end; at++) {
    const id = terms[at] ?? 0;
    if (id >= 0) share += scratch[id] ?? 0;
  }
  return share;
}

function pairsIn({ starts, terms }: Units, unit: number, next: ReadonlyMap<number, number>): number {
  const end = starts[unit + 1] ?? 0;
  let pairs = 0;
  let wanted: number | undefined;
  for (let at = starts[unit] ?? 0; at < end; at++) {
    const term = termOf(terms[at] ?? 0);
    if (wanted === term) pairs++;
    wanted = next.get(term);
  }
  return pairs;
}
