import { calibrationError } from './calibration.ts';
import { coverageCurve } from './coverage-curve.ts';
import { isAmongThree, isRight, type OtherKind, type Outcome, share } from './outcome.ts';

/** All shares are percentages; `undefined` if there is nothing to count. */
export interface Metrics {
  readonly questions: number;
  /** Lines of any kind that nothing answers. */
  readonly chatter: number;
  /** Share of the answerable questions whose first candidate is right. */
  readonly top1: number | undefined;
  readonly recall3: number | undefined;
  /** Share of the answerable questions that are answered directly. */
  readonly coverage: number | undefined;
  /** Share of the answerable questions that are answered directly and rightly. */
  readonly direct: number | undefined;
  /**
   * Share of the answerable questions that are answered directly and rightly, or with the right entry among three that
   * are offered.
   */
  readonly helped: number | undefined;
  /** Share of the direct answers that are right; those to chatter are wrong. */
  readonly precision: number | undefined;
  /** Share of the lines of each kind that are answered directly. */
  readonly answered: Readonly<Record<OtherKind, number | undefined>>;
  /**
   * Share of the answerable questions that are answered rightly, with the threshold that lets most of them through
   * while nine of ten answers are right.
   */
  readonly rightAt90: number | undefined;
  /** Share of the chatter that is answered directly. */
  readonly offTopic: number | undefined;
  /** Share of the chatter that passes the threshold which 90 % of the answerable questions pass. */
  readonly offTopicAt90: number | undefined;
  /** How well scores tell questions from chatter, from 0.5 (by chance) to 1 (perfectly). */
  readonly auroc: number | undefined;
  /** Expected calibration error of the first candidate, ten bins, 0 to 1. */
  readonly ece: number | undefined;
  readonly p50: number;
  readonly p99: number;
}

const KEPT = 0.9;
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

/** The scores of all outcomes; empty if one is missing, as an engine either has scores or not. */
function scoresOf(outcomes: readonly Outcome[]): number[] {
  const scores = outcomes.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return scores.length === outcomes.length ? scores : [];
}

/**
 * Probability that a question has a higher score than a piece of chatter; ties count half.
 * @returns undefined if either is missing
 */
export function auroc(asked: readonly number[], chatter: readonly number[]): number | undefined {
  if (asked.length === 0 || chatter.length === 0) return undefined;
  const won = asked.reduce((sum, a) => sum + chatter.reduce((wins, b) => wins + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  return won / asked.length / chatter.length;
}

/**
 * Percentage of the chatter that passes the highest threshold which at least this share of the questions pass. A score
 * equal to the threshold passes, so if an engine gives everything the same score, everything passes.
 * @param kept above 0, at most 1
 * @returns undefined if either is missing
 */
export function passingAt(kept: number, asked: readonly number[], chatter: readonly number[]): number | undefined {
  const threshold = [...asked].sort((a, b) => b - a)[Math.ceil(kept * asked.length) - 1];
  if (threshold === undefined || chatter.length === 0) return undefined;
  return (100 * chatter.filter((score) => score >= threshold).length) / chatter.length;
}
