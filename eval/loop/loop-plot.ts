import { metricsOf } from '../metrics.ts';
import { escaped } from '../page/escape.ts';
import { PLOT_LOOK } from '../page/look.ts';
import { type Axes, dotAt, lineThrough, plot, xOf, yOf } from '../page/plot.ts';
import type { Played } from './loop-table.ts';

/** Height of a set's name below the axis. */
const ROW = 18;

/**
 * A plot of the questions that are answered directly and rightly, by questions asked, with a line for each player, as
 * an SVG file.
 */
export function loopPlot(played: readonly Played[]): string {
  const highest = Math.max(
    ...played.flatMap(({ reached }) => reached.map(({ outcomes }) => metricsOf(outcomes).direct ?? 0)),
  );
  const tens = Array.from({ length: Math.max(1, Math.ceil(highest / 10)) + 1 }, (_, at) => 10 * at);
  const last = Math.max(...played.flatMap(({ reached }) => reached.map(({ asked }) => asked)));
  const axes: Axes = {
    title: 'Direct and right over questions asked',
    x: { label: 'questions that members asked', from: 0, to: last, ticks: [0, 200, 400, 600, 800, 1000] },
    y: { label: 'direct and right, %', from: 0, to: tens.at(-1) ?? 0, ticks: tens },
    below: ROW * played.length,
  };
  const marks = played.map(({ set, name, reached }, at) => {
    const points = reached.map(
      ({ asked, outcomes }) => [xOf(asked, axes), yOf(metricsOf(outcomes).direct ?? 0, axes)] as const,
    );
    const [left, row] = [xOf(0, axes), yOf(0, axes) + 58 + ROW * at];
    const key = lineThrough([[left, row] as const, [left + 34, row] as const], at);
    const words = `<text class="tick start" x="${left + 42}" y="${row + 4}">${escaped(`${set}: ${name}`)}</text>`;
    return lineThrough(points, at) + points.map((point) => dotAt(point, at, 3, set)).join('') + key + words;
  });
  return plot(axes, marks.join(''))
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('</title>', `</title><style>${PLOT_LOOK}</style>`)
    .concat('\n');
}
