import { type Bin, reliability } from '../calibration.ts';
import { escaped } from './escape.ts';
import { type Axes, BOTTOM, dotAt, LEFT, lineThrough, plot, xOf, yOf } from './plot.ts';
import type { Shown } from './shown.ts';
import { styleOf } from './style-of.ts';

const TENTHS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const ROW = 18;

/**
 * A plot of the share that is right by confidence, for engines whose scores are meant as one. The number of questions
 * in each tenth is below.
 */
export function reliabilityPlot(set: string, shown: readonly Shown[]): string {
  const series = shown
    .map(({ row, outcomes }) => ({ engine: row.engine, bins: reliability(outcomes) }))
    .filter(({ bins }) => bins.some(({ count }) => count > 0));
  const axes: Axes = {
    title: `${set}: confidence against the share of first candidates that are right`,
    x: { label: 'confidence of the first candidate', from: 0, to: 1, ticks: TENTHS },
    y: { label: 'share right', from: 0, to: 1, ticks: TENTHS },
    below: (series.length + 1) * ROW,
  };
  const ideal = `<path class="ideal" d="M${xOf(0, axes)} ${yOf(0, axes)}L${xOf(1, axes)} ${yOf(1, axes)}"/>`;
  const head =
    series.length === 0
      ? ''
      : `<text class="tick start" x="${LEFT}" y="${BOTTOM + 66}">questions in each tenth:</text>`;
  return plot(
    axes,
    ideal +
      head +
      series
        .map(
          ({ engine, bins }, at) =>
            lineOf(engine, bins, axes) + countsOf(engine, bins, axes, BOTTOM + 66 + (at + 1) * ROW),
        )
        .join(''),
  );
}

function lineOf(engine: string, bins: readonly Bin[], axes: Axes): string {
  const filled = bins.filter(({ count }) => count > 0);
  const places = filled.map(({ confidence, right }) => [xOf(confidence, axes), yOf(right, axes)] as const);
  const dots = filled.map(({ count, confidence, right }, at) =>
    dotAt(
      places[at] ?? [0, 0],
      styleOf(engine),
      radiusOf(count, bins),
      `${engine}: ${count} with a mean confidence of ${confidence.toFixed(2)}, ${(100 * right).toFixed(0)} % right`,
    ),
  );
  return lineThrough(places, styleOf(engine)) + dots.join('');
}

/** The area of a dot grows with the number of questions. */
const radiusOf = (count: number, bins: readonly Bin[]): number =>
  3 + Math.round(40 * Math.sqrt(count / Math.max(...bins.map((bin) => bin.count)))) / 10;

function countsOf(engine: string, bins: readonly Bin[], axes: Axes, y: number): string {
  const counts = bins.map(
    ({ count }, bin) =>
      `<text class="count f${styleOf(engine)}" x="${xOf(bin / 10 + 0.05, axes)}" y="${y}">${count}</text>`,
  );
  return `<text class="count start f${styleOf(engine)}" x="2" y="${y}">${escaped(engine)}</text>${counts.join('')}`;
}
