import type { Metrics } from './metrics.ts';

/** One engine on one set. */
export interface Row {
  readonly set: string;
  readonly engine: string;
  /** What was measured, or why it was not, as "over 300 s". */
  readonly figures: Figures | string;
}

export interface Figures extends Metrics {
  /** Seconds. */
  readonly build: number;
  /** Megabytes. */
  readonly memory: number;
}

type Column = readonly [string, (figures: Figures) => string];

const percent = (value: number | undefined): string => value?.toFixed(1) ?? '-';

const COLUMNS: readonly Column[] = [
  ['questions', ({ questions }) => String(questions)],
  ['chatter', ({ chatter }) => String(chatter)],
  ['top-1 %', ({ top1 }) => percent(top1)],
  ['recall@3 %', ({ recall3 }) => percent(recall3)],
  ['coverage %', ({ coverage }) => percent(coverage)],
  ['direct and right %', ({ direct }) => percent(direct)],
  ['precision %', ({ precision }) => percent(precision)],
  ['AUROC', ({ auroc }) => auroc?.toFixed(3) ?? '-'],
  ['off-topic at 90 % kept %', ({ offTopicAt90 }) => percent(offTopicAt90)],
  ['off-topic answered %', ({ offTopic }) => percent(offTopic)],
  ['calibration error', ({ ece }) => ece?.toFixed(3) ?? '-'],
  ['p50 ms', ({ p50 }) => p50.toFixed(2)],
  ['p99 ms', ({ p99 }) => p99.toFixed(2)],
  ['build s', ({ build }) => build.toFixed(1)],
  ['memory MB', ({ memory }) => memory.toFixed(1)],
];

export const HEADINGS: readonly string[] = ['engine', ...COLUMNS.map(([name]) => name)];

/** One for each heading; where nothing was measured, the first says why. */
export const cellsOf = ({ engine, figures }: Row): string[] =>
  typeof figures === 'string' ? [engine, figures, ...COLUMNS.slice(1).map(() => '-')] : [engine, ...COLUMNS.map(([, show]) => show(figures))];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** The measurements as a Markdown table, so that each row can be printed when it is known. */
export const tableHead = (): string => line(['set', ...HEADINGS]) + line(['set', ...HEADINGS].map(() => '---'));
export const tableRow = (row: Row): string => line([row.set, ...cellsOf(row)]);
