import { sayShare } from '../../../bot/answers/formats.ts';
import type { View } from '../dashboard/scope.ts';
import type { Table } from '../dashboard/table.ts';
import type { Use } from '../dashboard/use.ts';
import { type Html, html } from '../render/html.ts';
import { cutDown, tableHead, tableOf } from './table.ts';

/** The sums, at a glance. */
export function tiles({ reader: { say, language } }: View, { all, helpful, votes }: Use): Html {
  const number = new Intl.NumberFormat(language);
  const share = (part: number, whole: number) => (whole === 0 ? '–' : sayShare(part / whole, language));
  const tile = (name: string, value: string, more: string, tone = '') =>
    html`<div class="tile ${tone}"><dt>${name}</dt>
      <dd><span class="big">${value}</span> <span class="more">${more}</span></dd></div>`;
  return html`<dl class="tiles">
    ${tile(say('dash-asked'), number.format(all.asked), '')}
    ${tile(say('dash-answered'), share(all.answered, all.asked), number.format(all.answered), 't-good')}
    ${tile(say('dash-offered'), share(all.offered, all.asked), number.format(all.offered), 't-fair')}
    ${tile(say('dash-unanswered'), share(all.unanswered, all.asked), number.format(all.unanswered), 't-dim')}
    ${tile(say('dash-helpful-share'), share(helpful, votes), say('dash-of-votes', { votes }))}
  </dl>`;
}

/** The plot is for those who see it; the table says the same. */
export async function dayCard(view: View, use: Use, table: Table): Promise<Html> {
  const { say } = view.reader;
  const data = {
    language: say.locale,
    names: [say('dash-answered'), say('dash-offered'), say('dash-unanswered')],
    days: use.days.map(({ day }) => Date.parse(day) / 1000),
    answered: use.days.map(({ counts }) => counts.answered),
    offered: use.days.map(({ counts }) => counts.offered),
    unanswered: use.days.map(({ counts }) => counts.unanswered),
  };
  const newest = cutDown({ ...table, rows: [...table.rows].reverse() }, say);
  const tones = ['good', 'fair', 'dim'].map((tone, at) => html`<span class="k-${tone}">${data.names[at]}</span>`);
  return html`<section class="card wide" id="days" aria-labelledby="t-days">${tableHead(view, table)}
    <div class="plot" data-plot="${JSON.stringify(data)}" aria-hidden="true"></div>
    <p class="legend" aria-hidden="true">${tones}</p>
    <details><summary>${say('dash-as-table')}</summary>
      ${newest.about !== undefined && html`<p class="about">${newest.about}</p>`}
      ${await tableOf(view, newest)}</details></section>`;
}
