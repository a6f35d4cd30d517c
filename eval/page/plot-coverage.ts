import { type CurvePoint, coverageCurve } from '../coverage-curve.ts';
import { type Axes, dotAt, lineThrough, plot, xOf, yOf } from './plot.ts';
import type { Shown } from './shown.ts';
import { styleOf } from './style-of.ts';

type Place = Pick<CurvePoint, 'coverage' | 'precision'>;

interface Series {
  readonly engine: string;
  readonly curve: readonly CurvePoint[];
  /** With the engine's own threshold. */
  readonly own: Place | undefined;
}

/** Percentage points of coverage between two points that are drawn; finer steps cannot be seen. */
const STEP = 0.5;
const PERCENT = [0, 20, 40, 60, 80, 100];

/** A plot of precision by coverage, at every threshold, with a dot at the engine's own. */
export function coveragePlot(set: string, shown: readonly Shown[]): string {
  const series = shown.map(seriesOf);
  const lowest = Math.min(
    80,
    ...series.flatMap(({ curve, own }) => [...curve, ...(own ? [own] : [])].map(({ precision }) => precision)),
  );
  const from = 20 * Math.floor(lowest / 20);
  const axes: Axes = {
    title: `${set}: coverage against precision at every threshold`,
    x: { label: 'coverage: answerable questions answered, %', from: 0, to: 100, ticks: PERCENT },
    y: {
      label: 'precision: answers that are right, %',
      from,
      to: 100,
      ticks: [...PERCENT, 90].filter((tick) => tick >= from && (tick !== 90 || from >= 60)),
    },
  };
  // In reverse order, so that Wenda, the first engine, is on top.
  return plot(
    axes,
    series
      .map((one) => markOf(one, axes))
      .reverse()
      .join(''),
  );
}

function seriesOf({ row: { engine, figures }, outcomes }: Shown): Series {
  const own =
    typeof figures === 'string' || figures.coverage === undefined || figures.precision === undefined
      ? undefined
      : { coverage: figures.coverage, precision: figures.precision };
  return { engine, curve: thinned(coverageCurve(outcomes)), own };
}

/** The last point of each step. */
const thinned = (curve: readonly CurvePoint[]): CurvePoint[] =>
  curve.filter(
    ({ coverage }, at) => Math.floor(coverage / STEP) !== Math.floor((curve[at + 1]?.coverage ?? -1) / STEP),
  );

function markOf({ engine, curve, own }: Series, axes: Axes): string {
  const placeOf = ({ coverage, precision }: Place) => [xOf(coverage, axes), yOf(precision, axes)] as const;
  const line = lineThrough(curve.map(placeOf), styleOf(engine));
  return (
    line +
    (own
      ? dotAt(
          placeOf(own),
          styleOf(engine),
          5,
          `${engine} as it comes: coverage ${own.coverage.toFixed(1)} %, precision ${own.precision.toFixed(1)} %`,
        )
      : '')
  );
}
