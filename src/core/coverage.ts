/** How much of a question an entry holds, each 0 to 1, weighed by how telling the terms are. */
export interface Coverage {
  /** In its best title, phrasing or sentence. */
  readonly unit: number;
  /** Of pairs of neighbouring terms, in that unit. */
  readonly pairs: number;
  readonly title: number;
  /** How much of the best unit the question holds in return. */
  readonly back: number;
}

/** One title, phrasing or sentence. */
export interface Unit {
  /** Telling terms, in order. */
  readonly terms: Int32Array;
  /** The same, each once. */
  readonly distinct: Int32Array;
  readonly weight: number;
}

/** An entry's parts. */
export interface Units {
  readonly title: Unit;
  readonly all: readonly Unit[];
}

export const NO_UNIT: Unit = { terms: new Int32Array(), distinct: new Int32Array(), weight: 0 };
const NOTHING: Coverage = { unit: 0, pairs: 0, title: 0, back: 0 };
/** Of two parts that cover alike the shorter one is nearer to the question. */
const SHORTNESS = 0.2;

/**
 * @param ask the question's terms by number (-1: in no entry) and weight; `sum` of the weights.
 * @param scratch zeros, one for each term; zeros again afterwards.
 */
export function coverageOf(ask: { ids: readonly number[]; weights: readonly number[] }, sum: number, units: Units | undefined, scratch: Float32Array): Coverage {
  if (!units || sum === 0) return NOTHING;
  for (const [at, id] of ask.ids.entries()) if (id >= 0) scratch[id] = ask.weights[at] ?? 0;
  let best = NO_UNIT;
  let share = 0;
  let most = 0;
  for (const unit of units.all) {
    const here = shareOf(unit, scratch);
    const score = here + (SHORTNESS * here * here) / (unit.weight + here + 1e-6);
    if (score <= most) continue;
    best = unit;
    share = here;
    most = score;
  }
  const title = shareOf(units.title, scratch);
  for (const id of ask.ids) if (id >= 0) scratch[id] = 0;
  const next = new Map(ask.ids.slice(1).map((id, at) => [ask.ids[at], id]));
  const pairs = pairsIn(best, next) / Math.max(1, ask.ids.length - 1);
  return { unit: share / sum, pairs, title: title / sum, back: best.weight > 0 ? share / best.weight : 0 };
}

function shareOf(unit: Unit, weights: Float32Array): number {
  let share = 0;
  for (const id of unit.distinct) share += weights[id] ?? 0;
  return share;
}

function pairsIn(unit: Unit, next: ReadonlyMap<number | undefined, number>): number {
  let pairs = 0;
  for (let at = 1; at < unit.terms.length; at++) if (next.get(unit.terms[at - 1]) === unit.terms[at]) pairs++;
  return pairs;
}
