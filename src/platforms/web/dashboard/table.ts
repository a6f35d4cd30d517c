import type { Choice } from '../../../bot/answers/reply.ts';
import type { Html } from '../render/html.ts';

/** Content of a cell: words, a number, or a part of a whole. */
export type DataCell = string | number | Share;

export interface Share {
  /** 0 to 1; undefined if there is nothing to count. */
  readonly share: number | undefined;
  /** Link to the missing rest. */
  readonly href?: string;
}

export interface DataRow {
  readonly cells: readonly DataCell[];
  /** Shown below the row, across the table. */
  readonly more?: Html;
  /** Actions on the row. */
  readonly actions?: readonly Choice[];
  /** Link beside the actions. */
  readonly link?: { readonly label: string; readonly href: string };
}

/** A table, for pages and for export. */
export interface DataTable {
  /** Lower-case letters; part of its URL. */
  readonly name: string;
  readonly title: string;
  /** A sentence about what the table shows. Default: none. */
  readonly about?: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** Actions on all rows. Default: none. */
  readonly actions?: readonly Choice[];
  /** Shown if there are no rows. */
  readonly empty: string;
  /** Link to a page that can add rows. */
  readonly more?: DataRow['link'];
  /** Most rows on a page; exports contain all. Default: 30. */
  readonly most?: number;
  /** Whether shares are shown as a heat map. Default: false. */
  readonly isHeat?: boolean;
}

export const shareOf = (part: number, whole: number): Share => ({ share: whole === 0 ? undefined : part / whole });
