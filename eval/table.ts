import type { Metrics } from './metrics.ts';

/** The results of an engine on a set. */
export interface Row {
  readonly set: string;
  readonly engine: string;
  /** The figures, or the reason why there are none, such as "over 300 s". */
  readonly figures: Figures | string;
}

export interface Figures extends Metrics {
  /** Seconds for building. */
  readonly build: number;
  /** Megabytes. */
  readonly memory: number;
}

type Column = readonly [string, (figures: Figures) => string];

const percent = (value: number | undefined): string => value?.toFixed(1) ?? '-';

const COST: readonly Column[] = [
  ['p50 ms', ({ p50 }) => p50.toFixed(2)],
  ['p99 ms', ({ p99 }) => p99.toFixed(2)],
  ['build s', ({ build }) => build.toFixed(1)],
  ['memory MB', ({ memory }) => memory.toFixed(1)],
];

/** A Markdown table, whose rows can be printed one by one. */
export interface Table {
  readonly headings: readonly string[];
  /** A cell for each heading. If nothing was measured, the first one says why. */
  readonly cellsOf: (row: Row) => readonly string[];
  readonly head: () => string;
  readonly row: (row: Row) => string;
}

/** The table of data sets and of the included packs. */
export const DATA_TABLE = tableOf([
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
  ...COST,
]);

/** The table of FAQs, in which lines that ask nothing are counted by kind. */
export const FAQ_TABLE = tableOf([
  ['questions', ({ questions }) => String(questions)],
  ['others', ({ chatter }) => String(chatter)],
  ['direct and right %', ({ direct }) => percent(direct)],
  ['precision %', ({ precision }) => percent(precision)],
  ['right or offered %', ({ helped }) => percent(helped)],
  ['top-1 %', ({ top1 }) => percent(top1)],
  ['recall@3 %', ({ recall3 }) => percent(recall3)],
  ['chatter answered %', ({ answered }) => percent(answered.chatter)],
  ['near answered %', ({ answered }) => percent(answered.near)],
  ['vague answered %', ({ answered }) => percent(answered.vague)],
  ['right at 90 % precision %', ({ rightAt90 }) => percent(rightAt90)],
  ['AUROC', ({ auroc }) => auroc?.toFixed(3) ?? '-'],
  ['calibration error', ({ ece }) => ece?.toFixed(3) ?? '-'],
  ...COST,
]);

function tableOf(columns: readonly Column[]): Table {
  const headings = ['engine', ...columns.map(([name]) => name)];
  const cellsOf = ({ engine, figures }: Row) =>
    typeof figures === 'string'
      ? [engine, figures, ...columns.slice(1).map(() => '-')]
      : [engine, ...columns.map(([, show]) => show(figures))];
  const head = () => line(['set', ...headings]) + line(['set', ...headings].map(() => '---'));
  return { headings, cellsOf, head, row: (row) => line([row.set, ...cellsOf(row)]) };
}

export const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
