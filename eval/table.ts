import type { Row } from './measure.ts';

const percent = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(1));

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['set', (row) => row.name],
  ['questions', (row) => String(row.questions)],
  ['chatter', (row) => String(row.chatter)],
  ['top-1 %', (row) => percent(row.top1)],
  ['recall@3 %', (row) => percent(row.recall3)],
  ['coverage %', (row) => percent(row.coverage)],
  ['direct and right %', (row) => percent(row.direct)],
  ['precision %', (row) => percent(row.precision)],
  ['off-topic answered %', (row) => percent(row.offTopic)],
  ['AUROC', (row) => row.auroc?.toFixed(3) ?? '-'],
  ['calibration error', (row) => row.ece.toFixed(3)],
  ['p50 ms', (row) => row.p50.toFixed(2)],
  ['p99 ms', (row) => row.p99.toFixed(2)],
  ['build s', (row) => row.build.toFixed(1)],
  ['memory MB', (row) => row.memory.toFixed(0)],
];

/** The measurements as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [COLUMNS.map(([name]) => name), COLUMNS.map(() => '---'), ...rows.map((row) => COLUMNS.map(([, show]) => show(row)))];
  return cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
