import { SURE } from '../../src/core/calibration/policy.ts';
import type { Observed } from './observe.ts';

interface Outcome {
  readonly observed: Observed;
  readonly right: boolean;
  readonly confidence: number;
}

const THRESHOLDS = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

/** Coverage against precision at several thresholds, lines that ask nothing counted as wrong; and the share of each kind that is answered. */
export function printFit(outcomes: readonly Outcome[]): string {
  const asked = outcomes.filter(({ observed }) => observed.kind === 'question');
  const kinds = ['chatter', 'near', 'vague'] as const;
  const row = (threshold: number): string => {
    const answered = outcomes.filter(({ confidence }) => confidence >= threshold);
    const right = answered.filter((one) => one.right);
    const of = kinds.map((kind) => percent(answered.filter(({ observed }) => observed.kind === kind).length, outcomes.filter(({ observed }) => observed.kind === kind).length));
    return `| ${threshold}${threshold === SURE ? ' (SURE)' : ''} | ${percent(right.length, asked.length)} | ${percent(right.length, answered.length)} | ${of.join(' | ')} |\n`;
  };
  const first = percent(asked.filter(({ right }) => right).length, asked.length);
  return `Real FAQs, each left out of the fit once: ${asked.length} questions, ${first} % ranked first\n\n| threshold | direct and right % | precision % | ${kinds.join(' % | ')} % |\n|---|---|---|---|---|---|\n${THRESHOLDS.map(row).join('')}`;
}
