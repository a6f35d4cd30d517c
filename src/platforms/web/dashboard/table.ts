import type { Choice } from '../../../bot/answers/reply.ts';

/** What stands in a cell: words, a number, or a part of a whole. */
export type Cell = string | number | Share;

export interface Share {
  /** 0 to 1; undefined if there is no whole. */
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
  /** Rows that a page shows; its values hold all. Default: 30. */
  readonly most?: number | undefined;
  /** Shares are shown as a heat map. */
  readonly isHeat?: boolean | undefined;
}

export const shareOf = (part: number, whole: number): Share => ({ share: whole === 0 ? undefined : part / whole });
