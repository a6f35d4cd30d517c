import { isRight, type Outcome } from './outcome.ts';

/** Decisions of an engine with its threshold at one score. Percentages, as in the table. */
export interface CurvePoint {
  readonly coverage: number;
  readonly precision: number;
  /** Answerable questions that are answered directly and rightly. */
  readonly right: number;
}

/** Least answers for which a share means anything. */
const FEWEST = 20;

/**
 * Coverage and precision at every threshold, from the highest down; empty for an engine without scores.
 * @param fewest answers at a threshold for which there is a point. Default: 20
 */
export function coverageCurve(outcomes: readonly Outcome[], fewest = FEWEST): CurvePoint[] {
  const asked = outcomes.filter(({ gold }) => gold.length > 0).length;
  const found = outcomes.filter(({ ranked }) => ranked.length > 0);
  if (asked === 0 || found.some(({ score }) => score === undefined)) return [];
  const sorted = found.sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  let [kept, right] = [0, 0];
  return sorted.flatMap((outcome, at) => {
    kept += outcome.gold.length > 0 ? 1 : 0;
    right += isRight(outcome) ? 1 : 0;
    // Equal scores pass a threshold together.
    if (sorted[at + 1]?.score === outcome.score || at + 1 < Math.min(fewest, sorted.length)) return [];
    return [{ coverage: (100 * kept) / asked, precision: (100 * right) / (at + 1), right: (100 * right) / asked }];
  });
}
