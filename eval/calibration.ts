import { isRight, type Outcome, share } from './outcome.ts';

export interface Bin {
  readonly count: number;
  /** Mean confidence, 0 to 1. */
  readonly confidence: number;
  /** Share of right answers, 0 to 1. */
  readonly right: number;
}

/** First candidates by their confidence, in tenths; empty for engines whose scores are no confidence. */
export function reliability(outcomes: readonly Outcome[]): Bin[] {
  const confident = outcomes.flatMap((outcome) =>
    outcome.confidence === undefined ? [] : [{ outcome, confidence: outcome.confidence }],
  );
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = confident.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      count: inside.length,
      confidence: sum / Math.max(1, inside.length),
      right: (share(inside, ({ outcome }) => isRight(outcome)) ?? 0) / 100,
    };
  });
}

/** Expected calibration error of the first candidate, 0 to 1. */
export function calibrationError(outcomes: readonly Outcome[]): number | undefined {
  const bins = reliability(outcomes);
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return count === 0
    ? undefined
    : bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.right), 0) / count;
}
