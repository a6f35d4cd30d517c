import { sayShare } from '../../../bot/answers/messages.ts';
import type { PageReader } from '../context.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import type { DataCell, DataTable, Share } from '../dashboard/table.ts';
import { type Control, signer } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';

/** Rows that a page shows by default, and characters of a cell; exports contain all. */
const MOST_ROWS = 30;
const MOST_LETTERS = 160;

/** The part of a table that a page shows. */
export function cutDown(table: DataTable, say: PageReader['say']): DataTable {
  const most = table.most ?? MOST_ROWS;
  const rest = table.rows.length - most;
  if (rest <= 0) return table;
  const about = [table.about, say('reload-more', { count: rest })].filter((words) => words !== undefined).join(' ');
  return { ...table, rows: table.rows.slice(0, most), about };
}

/** A table with heading, buttons, and a link to export it. */
export async function renderTable(view: View, table: DataTable): Promise<Html> {
  const { name, about, rows, empty, isHeat, more } = table;
  const body = rows.length === 0 ? html`<p class="none">${empty}</p>` : await tableOf(view, table);
  return html`<section class="card ${isHeat === true ? 'wide' : ''}" id="${name}" aria-labelledby="t-${name}">
    ${tableHead(view, table)}${about !== undefined && html`<p class="about">${about}</p>`}${body}
    ${more && html`<p><a class="quiet as-button" href="${more.href}">${more.label}</a></p>`}</section>`;
}

export function tableHead({ reader, scope }: View, { name, title, rows }: DataTable): Html {
  const values = html`<a class="csv" href="${addressOf(`/dashboard/csv/${name}`, scope)}"
    download>${reader.say('dash-csv')}<span class="unseen"> ${title}</span></a>`;
  return html`<div class="card-head"><h2 id="t-${name}">${title}</h2>${rows.length > 0 && values}</div>`;
}

export async function tableOf(
  view: View,
  { name, columns, rows, actions: onAll = [], isHeat = false }: DataTable,
): Promise<Html> {
  const { reader, scope } = view;
  const sign = signer(view.context, view.speaker);
  const controls = await Promise.all(rows.map(({ actions = [] }) => Promise.all(actions.map(sign))));
  const controlsOfAll = await Promise.all(onAll.map(sign));
  const hasButtons = [...controls, controlsOfAll].some((row) => row.length > 0);
  const hasActions = hasButtons || rows.some(({ link }) => link);
  const actions = html`<span class="unseen">${reader.say('dash-actions')}</span>`;
  const lines = rows.map(({ cells, link, more }, at) => {
    const [first, ...others] = cells;
    const id = `${name}-${at}`;
    const columnOf = (index: number) => (hasActions ? columns[index] : undefined);
    const head =
      typeof first === 'string'
        ? html`<th scope="row" id="${id}"><bdi>${clipped(first)}</bdi></th>`
        : first !== undefined && cellOf(first, columnOf(0), isHeat, reader);
    // The row's first cell tells screen readers what its buttons are for.
    const leads = link && html`<a class="small" href="${link.href}" aria-describedby="${id}">${link.label}</a>`;
    const does = html`<td class="do">${buttonsOf(controls[at] ?? [], name, id, leads)}</td>`;
    return html`<tr>${head}${others.map((cell, index) => cellOf(cell, columnOf(index + 1), isHeat, reader))}
      ${hasActions && does}</tr>
      ${more && html`<tr class="more-row"><td colspan="${columns.length + 1}">${more}</td></tr>`}`;
  });
  // One form for the buttons of all rows.
  const form = html`<form id="act-${name}" method="post" action="${addressOf('/dashboard/act', scope)}"
    data-act>${hidden(reader)}</form>`;
  const className = isHeat ? 'heat' : hasActions ? 'plain stacks' : 'plain';
  const heads = [...columns, ...(hasActions ? [actions] : [])];
  return html`${hasButtons && form}${tableWith(html`aria-labelledby="t-${name}"`, className, heads, lines)}
    ${buttonsOf(controlsOfAll, name, `t-${name}`)}`;
}

/** A table that scrolls if it is wider than the page. @param label attribute that names it */
export const tableWith = (
  label: Html,
  className: string,
  columns: readonly (Html | string)[],
  rows: readonly Html[],
): Html =>
  html`<div class="scroll" tabindex="0" role="group" ${label}><table class="${className}">
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows}</tbody></table></div>`;

/** @param column its heading, shown if the table's head is hidden on narrow screens */
function cellOf(cell: DataCell, column: string | undefined, isHeat: boolean, { language }: PageReader): Html {
  const of = column !== undefined && html` data-of="${column}"`;
  if (typeof cell === 'number') return html`<td class="n"${of}>${new Intl.NumberFormat(language).format(cell)}</td>`;
  if (typeof cell === 'object') return shareCell(cell, of, isHeat, language);
  return html`<td class="words"${of}><bdi>${clipped(cell)}</bdi></td>`;
}

function shareCell({ share, href }: Share, of: Html | false, isHeat: boolean, language: string): Html {
  if (share === undefined) return html`<td class="n"${of}>–</td>`;
  const words = sayShare(share, language);
  const linked = href === undefined ? words : html`<a href="${href}">${words}</a>`;
  return isHeat
    ? html`<td class="n h${Math.ceil(share * 4)}"${of}>${linked}</td>`
    : html`<td class="share"${of}><span>${words}</span>${bar(share, 'calm')}</td>`;
}

function buttonsOf(controls: readonly Control[], name: string, row: string, leads?: Html): Html | undefined {
  if (controls.length === 0 && !leads) return undefined;
  const buttons = controls.map(
    ({ data, label }) =>
      html`<button class="small" form="act-${name}" name="press" value="${data}"
        aria-describedby="${row}">${label}</button>`,
  );
  return html`<div class="buttons">${leads}${buttons}</div>`;
}

export function clipped(words: string, most = MOST_LETTERS): string {
  const letters = [...words];
  return letters.length <= most ? words : `${letters.slice(0, most).join('')}…`;
}

/** A share as a bar: 0 to 1, with the number beside it. @param tone CSS class */
export function bar(share: number, tone: string, ticks: readonly number[] = []): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  const lines = ticks.map(
    (tick) => html`<rect class="tick" x="${tick * 100 - 0.25}" y="0" width="0.5" height="8"></rect>`,
  );
  return html`<svg class="bar ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"
    focusable="false"><rect class="track" x="0" y="0" width="100" height="8"></rect>
    <rect class="fill" x="0" y="0" width="${width}" height="8"></rect>${lines}</svg>`;
}
