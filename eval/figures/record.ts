import { readFileSync, writeFileSync } from 'node:fs';
import type { Metrics } from '../metrics.ts';
import type { Outcome } from '../outcome.ts';
import type { FiguresFile, Noted } from './noted.ts';

const FILE = 'eval/figures/figures.json';

export const readFigures = (): FiguresFile => JSON.parse(readFileSync(FILE, 'utf8')) as FiguresFile;

/** The results of an engine on a set, as far as they can be recorded; see `Shown`. */
export interface Recordable {
  readonly row: { readonly set: string; readonly engine: string; readonly figures: Metrics | string };
  readonly outcomes: readonly Outcome[];
}

/**
 * @param name by which documents find the figures
 * @param command arguments of `npm run eval` with which they were measured
 */
export function record(name: string, command: string, shown: readonly Recordable[]): void {
  const sets: Record<string, Record<string, Noted>> = {};
  for (const { row, outcomes } of shown)
    if (typeof row.figures !== 'string')
      sets[row.set] = { ...sets[row.set], [row.engine]: notedOf(row.figures, outcomes) };
  const measured = new Date().toISOString().slice(0, 10);
  const all = { ...readFigures(), [name]: { command, measured, sets } };
  const ordered = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(ordered, null, 2)}\n`);
}

/** Figures as they are recorded, rounded. */
export function notedOf(metrics: Metrics, outcomes: readonly Outcome[]): Noted {
  const { questions, chatter, top1, recall3, direct = 0, helped = 0, coverage = 0, precision, offTopic } = metrics;
  const countOf = (share: number): number => Math.round((share * questions) / 100);
  const near = outcomes.filter(({ gold, kind }) => gold.length === 0 && kind === 'near');
  const shares = {
    ...{ top1, recall3, direct, helped, precision, offTopic },
    chatterAnswered: metrics.answered.chatter,
    nearAnswered: metrics.answered.near,
    vagueAnswered: metrics.answered.vague,
  };
  return {
    counts: {
      questions,
      others: chatter,
      near: near.length,
      right: countOf(direct),
      wrong: countOf(coverage - direct),
      helped: countOf(helped),
      nearAnswered: near.filter(({ sure }) => sure).length,
    },
    shares: {
      ...Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, rounded(share, 1)])),
      auroc: rounded(metrics.auroc, 3),
      ece: rounded(metrics.ece, 3),
    },
  };
}

const rounded = (share: number | undefined, decimals: number): number | null =>
  share === undefined ? null : Number(share.toFixed(decimals));
