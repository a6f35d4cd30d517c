import type { Choice } from '../../../bot/answers/reply.ts';
import type { Html } from '../render/html.ts';

/** Content of a cell: words, a number, or a part of a whole. */
export type DataCell = string | number | Share;

export interface Share {
  /** 0 to 1; undefined if there is no whole. */
  readonly share: number | undefined;
  /** Link to the rest of the whole. */
  readonly href?: string;
}

export interface DataRow {
  readonly cells: readonly DataCell[];
  /** Shown below it, over the whole width. */
  readonly more?: Html;
  /** Actions on the row. */
  readonly actions?: readonly Choice[];
  /** Address of the actions. */
  readonly link?: { readonly label: string; readonly href: string };
}

/** A table as it is shown, and as it is handed over. */
export interface DataTable {
  /** Lower-case letters; its address. */
  readonly name: string;
  readonly title: string;
  /** Its meaning, in a sentence. */
  readonly about?: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** Actions on all rows. Default: none. */
  readonly actions?: readonly Choice[];
  /** Shown if there are no rows. */
  readonly empty: string;
  /** A page on which there can be more of them. */
  readonly more?: DataRow['link'];
  /** Rows that a page shows; its values hold all. Default: 30. */
  readonly most?: number;
  /** Shares are shown as a heat map. */
  readonly isHeat?: boolean;
}

export const shareOf = (part: number, whole: number): Share => ({ share: whole === 0 ? undefined : part / whole });
