import { sayShare } from '../../../bot/answers/formats.ts';
import type { Reader } from '../context.ts';
import { type Bucket, likelyShare } from '../dashboard/calibration.ts';
import { type Html, html } from '../render/html.ts';

const LEFT = 34;
const TOP = 8;
const SIDE = 200;

/**
 * The bot's confidence, against members' votes: dots whose bar reaches the line are honest. The table beside it has the
 * numbers.
 */
export function calibrationPlot({ say, language }: Reader, buckets: readonly Bucket[]): Html | undefined {
  if (buckets.length === 0) return undefined;
  const top = Math.max(...buckets.map(({ liked, disliked }) => liked + disliked));
  const dots = buckets.map(({ from, liked, disliked }) => {
    const votes = liked + disliked;
    const [least, most] = likelyShare(liked, votes);
    const at = x(from + 0.05);
    const radius = (3 + 6 * Math.sqrt(votes / top)).toFixed(1);
    return html`<line class="range" x1="${at}" x2="${at}" y1="${y(least)}" y2="${y(most)}"></line>
      <circle class="dot" cx="${at}" cy="${y(liked / votes)}" r="${radius}"></circle>`;
  });
  const lines = [0, 0.5, 1].map((at) => {
    const words = sayShare(at, language);
    return html`<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(at)}" y2="${y(at)}"></line>
      <text x="${LEFT - 6}" y="${y(at) + 4}" text-anchor="end">${words}</text>
      <text x="${x(at)}" y="${TOP + SIDE + 16}" text-anchor="middle">${words}</text>`;
  });
  return html`<svg class="calibration" viewBox="0 0 ${LEFT + SIDE + 20} ${TOP + SIDE + 24}" role="img"
    aria-label="${say('dash-calibration-about')}">${lines}
    <line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"></line>${dots}</svg>`;
}

const x = (share: number): number => Math.round(LEFT + share * SIDE);
const y = (share: number): number => Math.round(TOP + SIDE - share * SIDE);
