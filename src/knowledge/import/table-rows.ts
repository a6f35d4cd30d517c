import { type HtmlElement, visit } from './html-tree.ts';

export interface TableRows {
  readonly caption?: HtmlElement | undefined;
  /** Cells that name the columns; none where no row does. */
  readonly header: readonly HtmlElement[];
  readonly rows: readonly (readonly HtmlElement[])[];
}

/** The cells of a table; those of a table inside it are left to that one. */
export function tableRows(table: HtmlElement): TableRows {
  const rows: HtmlElement[][] = [];
  let caption: HtmlElement | undefined;
  visit(table, (element) => {
    if (element.tag === 'caption') caption = element;
    if (element.tag === 'tr') rows.push(element.children.flatMap((cell) => (typeof cell !== 'string' && isCell(cell) ? [cell] : [])));
    return element.tag !== 'table' && element.tag !== 'tr' && element.tag !== 'caption';
  });
  const [first = [], ...others] = rows;
  const isHeader = first.length > 0 && first.every(({ tag }) => tag === 'th') && others.length > 0;
  return isHeader ? { caption, header: first, rows: others } : { caption, header: [], rows };
}

const isCell = ({ tag }: HtmlElement): boolean => tag === 'td' || tag === 'th';
