import type { Cell, Table } from './table.ts';

/** A table for spreadsheets: UTF-8 with a mark that says so, lines as RFC 4180 has them. */
export const csvOf = ({ columns, rows }: Table): string => `\ufeff${[columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.share === undefined ? '' : cell.share.toFixed(4);
  // A spreadsheet would calculate what begins so.
  const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
