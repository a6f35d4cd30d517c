import { SURE } from '../src/core/calibration/policy.ts';
import { type CurvePoint, coverageCurve } from './coverage-curve.ts';
import { WENDA } from './engines.ts';
import { isRight, type OtherKind, type Outcome, share } from './outcome.ts';
import type { Shown } from './page/shown.ts';
import { line } from './table.ts';

/** The result of a line, and its confidence. */
export interface Judged {
  /** Kind of a line that nothing answers. */
  readonly kind: OtherKind | undefined;
  /** Whether the first candidate answers it. */
  readonly right: boolean;
  readonly confidence: number;
}

const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
const KINDS: readonly OtherKind[] = ['chatter', 'near', 'vague'];

const percent = (value: number | undefined): string => value?.toFixed(1) ?? '-';

/**
 * Direct answers at several thresholds of the confidence, as a Markdown table. Those to lines that nothing answers are
 * wrong.
 * @param own the engine's own threshold, if it has one
 */
export function thresholdTable(judged: readonly Judged[], own?: number): string {
  const asked = judged.filter(({ kind }) => kind === undefined);
  const row = (threshold: number): string => {
    const passes = ({ confidence }: Judged) => confidence >= threshold;
    const right = share(asked, (one) => passes(one) && one.right);
    const precision = share(judged.filter(passes), (one) => one.right);
    const others = KINDS.map((wanted) =>
      share(
        judged.filter(({ kind }) => kind === wanted),
        passes,
      ),
    );
    return line([
      `${threshold}${threshold === own ? ' (its own)' : ''}`,
      ...[right, precision, ...others].map(percent),
    ]);
  };
  const head = ['threshold', 'direct and right %', 'precision %', ...KINDS.map((kind) => `${kind} answered %`)];
  const thresholds = [...new Set([...THRESHOLDS, ...(own === undefined ? [] : [own])])].sort((a, b) => a - b);
  return line(head) + line(head.map(() => '---')) + thresholds.map(row).join('');
}

/** Percentages of the answerable questions. */
const SHARES = [10, 20, 30, 40, 50, 60, 70, 80, 90];

/**
 * Each engine's greatest precision at a threshold with which this percentage of the questions is answered rightly; for
 * scores of any kind.
 */
function shareTable(shown: readonly Shown[]): string {
  const curves = shown
    .map(({ row, outcomes }) => ({ engine: row.engine, curve: coverageCurve(outcomes) }))
    .filter(({ curve }) => curve.length > 0);
  const head = ['direct and right, at least %', ...curves.map(({ engine }) => `${engine}: precision %`)];
  const rows = SHARES.map((least) =>
    line([String(least), ...curves.map(({ curve }) => percent(bestAt(curve, least)))]),
  );
  return line(head) + line(head.map(() => '---')) + rows.join('');
}

function bestAt(curve: readonly CurvePoint[], least: number): number | undefined {
  const reached = curve.filter(({ right }) => right >= least);
  return reached.length === 0 ? undefined : Math.max(...reached.map(({ precision }) => precision));
}

/**
 * The curve of coverage against precision as tables: by threshold for engines whose scores are a confidence, and by
 * share answered for all that have scores.
 */
export function curveText(shown: readonly Shown[]): string {
  const confident = shown.filter(({ outcomes }) => outcomes.some(({ confidence }) => confidence !== undefined));
  const byThreshold = confident.map(
    ({ row, outcomes }) =>
      `\n${row.engine}, by threshold on its confidence:\n\n` +
      thresholdTable(outcomes.map(judgedOf), row.engine === WENDA ? SURE : undefined),
  );
  return `${byThreshold.join('')}\nAny engine, wherever its threshold is put:\n\n${shareTable(shown)}`;
}

function judgedOf(outcome: Outcome): Judged {
  const { gold, kind = 'chatter', confidence = 0 } = outcome;
  return { kind: gold.length > 0 ? undefined : kind, right: isRight(outcome), confidence };
}
