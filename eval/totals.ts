import { metricsOf } from './metrics.ts';
import type { Shown } from './page/shown.ts';

/** Name of the row for all sets together. */
const ALL = 'all';

/**
 * The results of each engine on all sets together; each question counts once. An engine that did not finish all sets
 * has no figures, as fewer sets would not compare.
 */
export function totalsOf(shown: readonly Shown[]): Shown[] {
  const engines = [...new Set(shown.map(({ row }) => row.engine))];
  return engines.map((engine) => totalOf(shown.filter(({ row }) => row.engine === engine)));
}

function totalOf(own: readonly Shown[]): Shown {
  const engine = own[0]?.row.engine ?? '';
  const figures = own.flatMap(({ row }) => (typeof row.figures === 'string' ? [] : [row.figures]));
  if (figures.length < own.length)
    return { row: { set: ALL, engine, figures: `${figures.length} of ${own.length} sets` }, outcomes: [] };
  const outcomes = own.flatMap((one) => one.outcomes);
  const build = figures.reduce((sum, one) => sum + one.build, 0);
  const memory = Math.max(0, ...figures.map((one) => one.memory));
  return { row: { set: ALL, engine, figures: { ...metricsOf(outcomes), build, memory } }, outcomes };
}
