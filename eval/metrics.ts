/** One question asked, and what came of it. */
export interface Outcome {
  /** Ids that answer it; none for chatter. */
  readonly gold: readonly string[];
  /** The candidates' ids, best first. */
  readonly ranked: readonly string[];
  /** Of the first candidate, 0 to 1. */
  readonly confidence: number;
  readonly sure: boolean;
  readonly ms: number;
}

/** All shares are percentages; `undefined` where there is nothing to count. */
export interface Metrics {
  readonly questions: number;
  readonly chatter: number;
  /** Answerable questions whose first candidate is right. */
  readonly top1: number | undefined;
  readonly recall3: number | undefined;
  /** Answerable questions answered outright. */
  readonly coverage: number | undefined;
  /** Answerable questions answered outright and right. */
  readonly direct: number | undefined;
  /** Outright answers that are right, chatter counted as wrong. */
  readonly precision: number | undefined;
  /** Chatter answered outright. */
  readonly offTopic: number | undefined;
  /** How well the confidence tells questions from chatter: 0.5 is chance, 1 perfect. */
  readonly auroc: number | undefined;
  /** Expected calibration error of the first candidate, ten bins, 0 to 1. */
  readonly ece: number;
  readonly p50: number;
  readonly p99: number;
}

export function metricsOf(outcomes: readonly Outcome[]): Metrics {
  const asked = outcomes.filter(({ gold }) => gold.length > 0);
  const chatter = outcomes.filter(({ gold }) => gold.length === 0);
  const answered = outcomes.filter(({ sure }) => sure);
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    questions: asked.length,
    chatter: chatter.length,
    top1: share(asked, isRight),
    recall3: share(asked, ({ ranked, gold }) => ranked.slice(0, 3).some((id) => gold.includes(id))),
    coverage: share(asked, ({ sure }) => sure),
    direct: share(asked, (one) => one.sure && isRight(one)),
    precision: share(answered, isRight),
    offTopic: share(chatter, ({ sure }) => sure),
    auroc: auroc(asked, chatter),
    ece: calibrationError(outcomes),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

const isRight = ({ ranked, gold }: Outcome): boolean => gold.includes(ranked[0] ?? '');

function share(outcomes: readonly Outcome[], test: (outcome: Outcome) => boolean): number | undefined {
  return outcomes.length === 0 ? undefined : (100 * outcomes.filter(test).length) / outcomes.length;
}

export const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

/** Chance that a question is given more confidence than a piece of chatter; ties count half. */
function auroc(asked: readonly Outcome[], chatter: readonly Outcome[]): number | undefined {
  if (asked.length === 0 || chatter.length === 0) return undefined;
  const won = asked.reduce((sum, a) => sum + chatter.reduce((wins, b) => wins + (a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0), 0), 0);
  return won / asked.length / chatter.length;
}

function calibrationError(outcomes: readonly Outcome[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) => outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin));
  const off = bins.map((bin) => Math.abs(bin.reduce((sum, one) => sum + one.confidence - (isRight(one) ? 1 : 0), 0)));
  return off.reduce((a, b) => a + b, 0) / Math.max(1, outcomes.length);
}
