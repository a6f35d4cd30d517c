import { SURE } from '../../src/core/calibration/policy.ts';
import { share } from '../outcome.ts';
import { thresholdTable } from '../threshold-table.ts';
import type { Observed } from './observe.ts';

interface Outcome {
  readonly observed: Observed;
  readonly right: boolean;
  readonly confidence: number;
}

/** How good the fit is on FAQs that it has not seen, and at several thresholds. */
export function printFit({
  title,
  outcomes,
}: {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
}): string {
  const asked = outcomes.filter(({ observed }) => observed.kind === 'question');
  const first = share(asked, ({ right }) => right)?.toFixed(1) ?? '-';
  const judged = outcomes.flatMap(({ observed: { kind }, right, confidence }) =>
    kind === 'held out' ? [] : [{ kind: kind === 'question' ? undefined : kind, right, confidence }],
  );
  const head = `${title}, left out of the fit: ${asked.length} questions, ${first} % ranked first`;
  return `${head}\n\n${thresholdTable(judged, SURE)}`;
}
