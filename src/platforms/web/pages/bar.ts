import { type Html, html } from '../html.ts';

/** A share as a bar: 0 to 1. Its words stand beside it. @param tone a class */
export function bar(share: number, tone: string, ticks: readonly number[] = []): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  const lines = ticks.map((tick) => html`<rect class="tick" x="${tick * 100 - 0.25}" y="0" width="0.5" height="8"></rect>`);
  return html`<svg class="bar ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="8"></rect><rect class="fill" x="0" y="0" width="${width}" height="8"></rect>${lines}</svg>`;
}
