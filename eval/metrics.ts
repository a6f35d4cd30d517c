import { calibrationError } from './calibration.ts';
import { coverageCurve } from './coverage-curve.ts';
import { isAmongThree, isRight, type OtherKind, type Outcome, share } from './outcome.ts';

/** All shares are percentages; `undefined` if there is nothing to count. */
export interface Metrics {
  readonly questions: number;
  /** Lines that nothing answers, of whatever kind. */
  readonly chatter: number;
  /** Answerable questions whose first candidate is right. */
  readonly top1: number | undefined;
  readonly recall3: number | undefined;
  /** Answerable questions answered outright. */
  readonly coverage: number | undefined;
  /** Answerable questions answered outright and right. */
  readonly direct: number | undefined;
  /** Answerable questions answered outright and right, or with the right entry among three that were offered. */
  readonly helped: number | undefined;
  /** Outright answers that are right, chatter counted as wrong. */
  readonly precision: number | undefined;
  /** Lines of each kind answered outright. */
  readonly answered: Readonly<Record<OtherKind, number | undefined>>;
  /**
   * Answerable questions answered rightly by the threshold that lets most of them through with nine of ten answers
   * right.
   */
  readonly rightAt90: number | undefined;
  /** Chatter answered outright. */
  readonly offTopic: number | undefined;
  /** Chatter that passes a threshold which 90 % of the answerable questions still pass. */
  readonly offTopicAt90: number | undefined;
  /** How well the score tells questions from chatter: 0.5 is chance, 1 perfect. */
  readonly auroc: number | undefined;
  /** Expected calibration error of the first candidate, ten bins, 0 to 1. */
  readonly ece: number | undefined;
  readonly p50: number;
  readonly p99: number;
}

const KEPT = 0.9;
/** Percentage. */
const PRECISE = 90;

export function metricsOf(outcomes: readonly Outcome[]): Metrics {
  const asked = outcomes.filter(({ gold }) => gold.length > 0);
  const chatter = outcomes.filter(({ gold }) => gold.length === 0);
  const answered = outcomes.filter(({ sure }) => sure);
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    questions: asked.length,
    chatter: chatter.length,
    top1: share(asked, isRight),
    recall3: share(asked, isAmongThree),
    coverage: share(asked, ({ sure }) => sure),
    direct: share(asked, (one) => one.sure && isRight(one)),
    helped: share(asked, (one) => (one.sure ? isRight(one) : one.offered && isAmongThree(one))),
    precision: share(answered, isRight),
    answered: {
      chatter: answeredOf(chatter, 'chatter'),
      near: answeredOf(chatter, 'near'),
      vague: answeredOf(chatter, 'vague'),
    },
    rightAt90: mostRight(outcomes),
    offTopic: share(chatter, ({ sure }) => sure),
    offTopicAt90: passingAt(KEPT, scoresOf(asked), scoresOf(chatter)),
    auroc: auroc(scoresOf(asked), scoresOf(chatter)),
    ece: calibrationError(outcomes),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function answeredOf(others: readonly Outcome[], wanted: OtherKind): number | undefined {
  return share(
    others.filter(({ kind = 'chatter' }) => kind === wanted),
    ({ sure }) => sure,
  );
}

function mostRight(outcomes: readonly Outcome[]): number | undefined {
  const curve = coverageCurve(outcomes, 1);
  if (curve.length === 0) return undefined;
  return Math.max(0, ...curve.filter(({ precision }) => precision >= PRECISE).map(({ right }) => right));
}

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

/** None at all if one is missing: an engine gives scores or it does not. */
function scoresOf(outcomes: readonly Outcome[]): number[] {
  const scores = outcomes.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return scores.length === outcomes.length ? scores : [];
}

/**
 * Chance that a question scores higher than a piece of chatter; ties count half.
 * @returns nothing if either is missing
 */
export function auroc(asked: readonly number[], chatter: readonly number[]): number | undefined {
  if (asked.length === 0 || chatter.length === 0) return undefined;
  const won = asked.reduce((sum, a) => sum + chatter.reduce((wins, b) => wins + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  return won / asked.length / chatter.length;
}

/**
 * Percentage of the chatter that is let through by the highest threshold which at least this share of the questions
 * passes. What scores exactly as high as the threshold passes it, so an engine that scores everything alike lets
 * everything through.
 * @param kept above 0, to 1
 * @returns nothing if either is missing
 */
export function passingAt(kept: number, asked: readonly number[], chatter: readonly number[]): number | undefined {
  const threshold = [...asked].sort((a, b) => b - a)[Math.ceil(kept * asked.length) - 1];
  if (threshold === undefined || chatter.length === 0) return undefined;
  return (100 * chatter.filter((score) => score >= threshold).length) / chatter.length;
}
