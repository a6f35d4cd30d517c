import type { Choice } from '../../../bot/answers/reply.ts';

/** What stands in a cell: words, a number, or a part of a whole. */
export type Cell = string | number | Share;

export interface Share {
  /** 0 to 1; undefined where there is no whole. */
  readonly share: number | undefined;
  /** Where the rest of the whole is to be seen. */
  readonly href?: string | undefined;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** What can be done about it. */
  readonly actions?: readonly Choice[] | undefined;
  /** Where that is done. */
  readonly link?: { readonly label: string; readonly href: string } | undefined;
}

/** A table as it is shown, and as it is handed over. */
export interface Table {
  /** Lower-case letters; its address. */
  readonly name: string;
  readonly title: string;
  /** What it says, in a sentence. */
  readonly about?: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Stands there where no row does. */
  readonly empty: string;
  /** Shares are shown as a heat map. */
  readonly isHeat?: boolean | undefined;
}

export const shareOf = (part: number, whole: number): Share => ({ share: whole === 0 ? undefined : part / whole });

/** A table for spreadsheets: UTF-8 with a mark that says so, lines as RFC 4180 has them. */
export const csvOf = ({ columns, rows }: Table): string => `\ufeff${[columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.share === undefined ? '' : cell.share.toFixed(4);
  // A spreadsheet would calculate what begins so.
  const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
