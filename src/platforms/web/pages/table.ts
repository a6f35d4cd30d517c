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

/** A table with its heading, its buttons, and a link to its values. */
export function renderTable(table: Table, parts: TableParts): Html {
  const { name, title, about, rows, empty, isHeat } = table;
  const head = html`<div class="card-head"><h2 id="t-${name}">${title}</h2>${rows.length > 0 && html`<a class="csv" href="${parts.csv}" download>${parts.reader.say('dash-csv')}<span class="unseen"> ${title}</span></a>`}</div>`;
  const body = rows.length === 0 ? html`<p class="none">${empty}</p>` : tableOf(table, parts);
  return html`<section class="card ${isHeat === true ? 'wide' : ''}" id="${name}" aria-labelledby="t-${name}">${head}${about !== undefined && html`<p class="about">${about}</p>`}${body}</section>`;
}

export function tableOf({ name, columns, rows, isHeat = false }: Table, { reader, action, controls }: TableParts): Html {
  const hasActions = controls.some((row) => row.length > 0) || rows.some(({ link }) => link);
  const head = html`<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}${hasActions && html`<th scope="col"><span class="unseen">${reader.say('dash-actions')}</span></th>`}</tr></thead>`;
  const lines = rows.map(
    ({ cells, link }, at) =>
      html`<tr>${cells.map((cell, column) => cellOf(cell, columns[column] ?? '', column === 0, isHeat, reader))}${hasActions && html`<td class="do">${link && html`<a class="small" href="${link.href}">${link.label}<span class="unseen"> ${headOf(cells[0])}</span></a>`}${buttonsOf(controls[at] ?? [], headOf(cells[0]), reader, action)}</td>`}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="t-${name}"><table class="${isHeat ? 'heat' : 'plain stacks'}">${head}<tbody>${lines}</tbody></table></div>`;
}

/** @param column says what the cell is where the head of the table is not to be seen */
function cellOf(cell: Cell, column: string, isHead: boolean, isHeat: boolean, { language }: Reader): Html {
  const of = html` data-of="${column}"`;
  if (typeof cell === 'number') return html`<td class="n"${of}>${new Intl.NumberFormat(language).format(cell)}</td>`;
  if (typeof cell === 'object') return shareCell(cell, of, isHeat, language);
  return isHead ? html`<th scope="row"><bdi>${cell}</bdi></th>` : html`<td class="words"${of}><bdi>${cell}</bdi></td>`;
}

function shareCell({ share, href }: Share, of: Html, isHeat: boolean, language: string): Html {
  if (share === undefined) return html`<td class="n"${of}>–</td>`;
  const words = sayShare(share, language);
  if (isHeat) return html`<td class="n h${Math.ceil(share * 4)}"${of}>${href === undefined ? words : html`<a href="${href}">${words}</a>`}</td>`;
  return html`<td class="share"${of}><span>${words}</span>${bar(share, 'calm')}</td>`;
}

/** @param about what a screen reader says behind each button's words */
function buttonsOf(controls: readonly Control[], about: string, reader: Reader, action: string): Html | undefined {
  if (controls.length === 0) return undefined;
  const buttons = controls.map(({ data, label }) => html`<button class="small" name="press" value="${data}">${label}<span class="unseen"> ${about}</span></button>`);
  return html`<form method="post" action="${action}" data-act>${hidden(reader)}${buttons}</form>`;
}

/** What a row is about. */
const headOf = (cell: Cell | undefined): string => (typeof cell === 'object' || cell === undefined ? '' : String(cell));

/** A share as a bar: 0 to 1. Its words stand beside it. @param tone a class */
export function bar(share: number, tone: string, ticks: readonly number[] = []): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  const lines = ticks.map((tick) => html`<rect class="tick" x="${tick * 100 - 0.25}" y="0" width="0.5" height="8"></rect>`);
  return html`<svg class="bar ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="8"></rect><rect class="fill" x="0" y="0" width="${width}" height="8"></rect>${lines}</svg>`;
}
