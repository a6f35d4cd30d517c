import type { Noted } from '../figures/noted.ts';
import { notedOf } from '../figures/record.ts';
import { metricsOf } from '../metrics.ts';
import { PLOT_LOOK } from '../page/look.ts';
import { type Axes, dotAt, lineThrough, plot, xOf, yOf } from '../page/plot.ts';
import { type DraftStep, STEPS } from './draft-table.ts';

/** Height of a line's name below the axis. */
const ROW = 18;

/** A step, as it is drawn. */
export interface DraftPoint {
  readonly drafted: number;
  readonly shares: Noted['shares'];
}

export function pointOf({ drafted, total: { outcomes } }: DraftStep): DraftPoint {
  return { drafted, shares: notedOf(metricsOf(outcomes), outcomes).shares };
}

/** Lines of the plot: a percentage by step. */
const LINES = [
  ['direct and right', 'direct'],
  ['right or offered', 'helped'],
  ['of direct answers right', 'precision'],
  ['near misses answered', 'nearAnswered'],
] as const;

/** A plot of what is answered, by drafted phrasings per entry, as an SVG file. */
export function draftPlot(drawn: readonly DraftPoint[]): string {
  const axes: Axes = {
    title: 'Answers over drafted phrasings an entry',
    x: { label: 'drafted phrasings an entry', from: 0, to: Math.max(...STEPS), ticks: [...STEPS] },
    y: { label: '%', from: 0, to: 100, ticks: [0, 20, 40, 60, 80, 100] },
    below: ROW * LINES.length,
  };
  const marks = LINES.map(([name, key], at) => {
    const points = drawn.flatMap(({ drafted, shares }) => {
      const share = shares[key] ?? undefined;
      return share === undefined ? [] : [[xOf(drafted, axes), yOf(share, axes)] as const];
    });
    const [left, row] = [xOf(0, axes), yOf(0, axes) + 58 + ROW * at];
    const sample = lineThrough([[left, row] as const, [left + 34, row] as const], at);
    const words = `<text class="tick start" x="${left + 42}" y="${row + 4}">${name}</text>`;
    return lineThrough(points, at) + points.map((point) => dotAt(point, at, 3, name)).join('') + sample + words;
  });
  return plot(axes, marks.join(''))
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('</title>', `</title><style>${PLOT_LOOK}</style>`)
    .concat('\n');
}
