import { sayShare } from '../../../bot/answers/formats.ts';
import type { Reader } from '../context.ts';
import type { Cell, Share, Table } from '../dashboard/table.ts';
import type { Control } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';

export interface TableParts {
  readonly reader: Reader;
  /** Where its values are to be had. */
  readonly csv: string;
  /** Where buttons lead. */
  readonly action: string;
  /** The buttons of each row, signed. */
  readonly controls: readonly (readonly Control[])[];
}

/** Rows that a page shows where the table does not say, and characters of a cell; its values hold all. */
const MOST_ROWS = 30;
const MOST_LETTERS = 160;

/** As much of a table as a page shows. */
export function cutDown(table: Table, say: Reader['say']): Table {
  const most = table.most ?? MOST_ROWS;
  const rest = table.rows.length - most;
  return rest <= 0
    ? table
    : {
        ...table,
        rows: table.rows.slice(0, most),
        about: [...(table.about === undefined ? [] : [table.about]), say('reload-more', { count: rest })].join(' '),
      };
}

/** A table with its heading, its buttons, and a link to its values. */
export function renderTable(table: Table, parts: TableParts): Html {
  const { name, title, about, rows, empty, isHeat } = table;
  const head = html`<div class="card-head"><h2 id="t-${name}">${title}</h2>${rows.length > 0 && html`<a class="csv" href="${parts.csv}" download>${parts.reader.say('dash-csv')}<span class="unseen"> ${title}</span></a>`}</div>`;
  const body = rows.length === 0 ? html`<p class="none">${empty}</p>` : tableOf(table, parts);
  return html`<section class="card ${isHeat === true ? 'wide' : ''}" id="${name}" aria-labelledby="t-${name}">${head}${about !== undefined && html`<p class="about">${about}</p>`}${body}</section>`;
}

export function tableOf(
  { name, columns, rows, isHeat = false }: Table,
  { reader, action, controls }: TableParts,
): Html {
  const hasActions = controls.some((row) => row.length > 0) || rows.some(({ link }) => link);
  const head = html`<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}${hasActions && html`<th scope="col"><span class="unseen">${reader.say('dash-actions')}</span></th>`}</tr></thead>`;
  const lines = rows.map(
    ({ cells, link }, at) =>
      html`<tr>${cells.map((cell, column) => (column === 0 && typeof cell === 'string' ? html`<th scope="row" id="${name}-${at}"><bdi>${clipped(cell)}</bdi></th>` : cellOf(cell, hasActions ? columns[column] : undefined, isHeat, reader)))}${hasActions && html`<td class="do">${link && html`<a class="small" href="${link.href}" aria-describedby="${name}-${at}">${link.label}</a>`}${buttonsOf(controls[at] ?? [], name, at)}</td>`}</tr>`,
  );
  // One form for the buttons of all rows.
  const form =
    controls.some((row) => row.length > 0) &&
    html`<form id="act-${name}" method="post" action="${action}" data-act>${hidden(reader)}</form>`;
  return html`${form}<div class="scroll" tabindex="0" role="group" aria-labelledby="t-${name}"><table class="${isHeat ? 'heat' : hasActions ? 'plain stacks' : 'plain'}">${head}<tbody>${lines}</tbody></table></div>`;
}

/** @param column says what the cell is where the head of the table is not to be seen */
function cellOf(cell: Cell, column: string | undefined, isHeat: boolean, { language }: Reader): Html {
  const of = html`${column !== undefined && html` data-of="${column}"`}`;
  if (typeof cell === 'number') return html`<td class="n"${of}>${new Intl.NumberFormat(language).format(cell)}</td>`;
  if (typeof cell === 'object') return shareCell(cell, of, isHeat, language);
  return html`<td class="words"${of}><bdi>${clipped(cell)}</bdi></td>`;
}

function shareCell({ share, href }: Share, of: Html, isHeat: boolean, language: string): Html {
  if (share === undefined) return html`<td class="n"${of}>–</td>`;
  const words = sayShare(share, language);
  if (isHeat)
    return html`<td class="n h${Math.ceil(share * 4)}"${of}>${href === undefined ? words : html`<a href="${href}">${words}</a>`}</td>`;
  return html`<td class="share"${of}><span>${words}</span>${bar(share, 'calm')}</td>`;
}

/** What a row is about describes them. */
function buttonsOf(controls: readonly Control[], name: string, at: number): Html | undefined {
  if (controls.length === 0) return undefined;
  const buttons = controls.map(
    ({ data, label }) =>
      html`<button class="small" form="act-${name}" name="press" value="${data}" aria-describedby="${name}-${at}">${label}</button>`,
  );
  return html`<div class="buttons">${buttons}</div>`;
}

function clipped(words: string): string {
  const letters = [...words];
  return letters.length <= MOST_LETTERS ? words : `${letters.slice(0, MOST_LETTERS).join('')}…`;
}

/** A share as a bar: 0 to 1. Its words stand beside it. @param tone a class */
export function bar(share: number, tone: string, ticks: readonly number[] = []): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  const lines = ticks.map(
    (tick) => html`<rect class="tick" x="${tick * 100 - 0.25}" y="0" width="0.5" height="8"></rect>`,
  );
  return html`<svg class="bar ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="8"></rect><rect class="fill" x="0" y="0" width="${width}" height="8"></rect>${lines}</svg>`;
}
