import type uPlot from 'uplot';

/** A plot's data, embedded in the page. */
export interface PlotData {
  readonly language: string;
  readonly names: readonly string[];
  readonly days: readonly number[];
  readonly answered: readonly number[];
  readonly offered: readonly number[];
  readonly unanswered: readonly number[];
}

declare global {
  interface Window {
    readonly uPlot?: typeof uPlot;
  }
}

const HEIGHT = 260;
/** Half a day in seconds, so that the first and last bars are not cut. */
const HALF_DAY = 43_200;
const TONES = ['--dim', '--fair', '--good'];

/** Draws stacked bars, answered questions at the bottom. @returns a function that removes the plot */
export function drawPlot(place: HTMLElement): () => void {
  const { uPlot: Plot } = window;
  if (!Plot) return () => undefined;
  const data = JSON.parse(place.dataset.plot ?? '') as PlotData;
  const plot = new Plot(optionsOf(Plot, data, place), stacked(data), place);
  const watcher = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT }));
  watcher.observe(place);
  return () => {
    watcher.disconnect();
    plot.destroy();
  };
}

/** Cumulative sums, the highest first, as lower bars are drawn over it. */
function stacked({ days, answered, offered, unanswered }: PlotData): uPlot.AlignedData {
  const two = answered.map((count, at) => count + (offered[at] ?? 0));
  const three = two.map((count, at) => count + (unanswered[at] ?? 0));
  return [[...days], three, two, [...answered]];
}

function optionsOf(Plot: typeof uPlot, { language, names }: PlotData, place: HTMLElement): uPlot.Options {
  const colour = (name: string): string => getComputedStyle(place).getPropertyValue(name);
  const paths = Plot.paths.bars?.({ size: [0.7, 48], radius: 0.12 });
  const day = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const axis = {
    stroke: probe(place, '--soft'),
    grid: { stroke: probe(place, '--line'), width: 1 },
    ticks: { show: false },
    font: `12px ${colour('font-family') || 'system-ui'}`,
  };
  const series = TONES.map((tone, at) => ({
    label: names[2 - at] ?? '',
    fill: probe(place, tone),
    width: 0,
    points: { show: false },
    ...(paths ? { paths } : {}),
  }));
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_, min, max) => [min - HALF_DAY, max + HALF_DAY] },
      y: { range: (_, _min, max) => [0, Math.max(4, Math.ceil(max * 1.08))] },
    },
    series: [{}, ...series],
    axes: [
      {
        ...axis,
        grid: { show: false },
        values: (_, splits) => splits.map((at) => day.format(at * 1000)),
        incrs: [1, 2, 7, 14, 30, 61, 91].map((days) => days * 86_400),
        space: 70,
        size: 34,
      },
      {
        ...axis,
        values: (_, splits) =>
          splits.map((at) => (Number.isInteger(at) ? new Intl.NumberFormat(language).format(at) : '')),
        size: 48,
      },
    ],
  };
}

/** A colour of the present theme. */
function probe(place: HTMLElement, name: string): string {
  const span = document.createElement('span');
  span.style.color = `var(${name})`;
  place.append(span);
  const { color } = getComputedStyle(span);
  span.remove();
  return color;
}
