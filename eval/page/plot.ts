import { escaped } from './escape.ts';

/** Axes of a plot. */
export interface Axes {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Units below the axis for rows of the plot's own. Default: 0. */
  readonly below?: number;
}

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const [WIDTH, HEIGHT] = [520, 360];
export const [LEFT, BOTTOM] = [60, HEIGHT - 52];
const [RIGHT, TOP] = [WIDTH - 16, 12];

export const xOf = (value: number, { x }: Axes): number =>
  round(LEFT + ((value - x.from) / (x.to - x.from)) * (RIGHT - LEFT));
export const yOf = (value: number, { y }: Axes): number =>
  round(BOTTOM - ((value - y.from) / (y.to - y.from)) * (BOTTOM - TOP));

/** One decimal is enough, and makes the page half as long. */
const round = (value: number): number => Math.round(value * 10) / 10;

/** An SVG with axes and a grid around marks. @param marks SVG markup */
export function plot(axes: Axes, marks: string): string {
  const { title, x, y, below = 0 } = axes;
  const [middle, turned] = [(LEFT + RIGHT) / 2, `translate(16 ${(TOP + BOTTOM) / 2}) rotate(-90)`];
  const labels =
    `<text class="label" x="${middle}" y="${BOTTOM + 40}">${escaped(x.label)}</text>` +
    `<text class="label" transform="${turned}">${escaped(y.label)}</text>`;
  const open = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT + below}" role="img" aria-label="${escaped(title)}">`;
  return `${open}<title>${escaped(title)}</title>${grid(axes)}${labels}${marks}</svg>`;
}

function grid(axes: Axes): string {
  const upright = axes.x.ticks.map((tick) => [xOf(tick, axes), tick] as const);
  const level = axes.y.ticks.map((tick) => [yOf(tick, axes), tick] as const);
  return [
    ...upright.map(
      ([at, tick]) =>
        `<path class="grid" d="M${at} ${TOP}V${BOTTOM}"/>` +
        `<text class="tick" x="${at}" y="${BOTTOM + 18}">${tick}</text>`,
    ),
    ...level.map(
      ([at, tick]) =>
        `<path class="grid" d="M${LEFT} ${at}H${RIGHT}"/>` +
        `<text class="tick side" x="${LEFT - 8}" y="${at + 4}">${tick}</text>`,
    ),
  ].join('');
}

/** A line through points. @param style number of the engine, which has a colour and dashes of its own */
export const lineThrough = (points: readonly (readonly [number, number])[], style: number): string =>
  points.length < 2 ? '' : `<path class="line e${style}" d="M${points.map(([x, y]) => `${x} ${y}`).join('L')}"/>`;

export const dotAt = ([x, y]: readonly [number, number], style: number, radius: number, tip: string): string =>
  `<circle class="dot e${style}" cx="${x}" cy="${y}" r="${radius}"><title>${escaped(tip)}</title></circle>`;
