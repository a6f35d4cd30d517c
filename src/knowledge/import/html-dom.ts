import { oneLine } from '../../core/entry/markdown-words.ts';
import { questionColumns } from './field-names.ts';

/** The members of a DOM element that are used here, as turndown's parser provides them. */
export interface Dom {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentElement: Dom | null;
  readonly previousSibling: Dom | null;
  readonly nextSibling: Dom | null;
  readonly children: ArrayLike<Dom>;
  readonly getAttribute?: (name: string) => string | null;
  readonly querySelector: (selector: string) => Dom | null | undefined;
  readonly querySelectorAll: (selector: string) => ArrayLike<Dom>;
}

export interface HtmlTable {
  /** Whether it only arranges a page: one cell a row, or whole blocks and questions in its cells. */
  readonly isLayout: boolean;
  readonly first: Dom | undefined;
  /** The names of its columns, if the first row has them. */
  readonly names: readonly string[] | undefined;
  /** The number of cells in its longest row. */
  readonly columns: number;
  readonly count: number;
}

export function tableOfRows(table: Dom | undefined): HtmlTable {
  const rows = Array.from(table?.querySelectorAll('tr') ?? []);
  const [first] = rows;
  const isLayout =
    !table ||
    Boolean(table.querySelector('table,pre,h1,h2,h3,h4,h5,h6,summary,dt')) ||
    rows.every(({ children }) => children.length < 2);
  const cells = Array.from(first?.children ?? []);
  const names = cells.map(({ textContent }) => oneLine(textContent ?? '').replace(/\s*[:：]?$/, ''));
  const isNaming =
    rows.length > 1 &&
    (cells.every(({ nodeName }) => nodeName === 'TH') || questionColumns(names, [names])?.isNamed === true);
  const columns = Math.max(0, ...rows.map(({ children }) => children.length));
  return { isLayout, first, names: isNaming ? names : undefined, columns, count: rows.length };
}

/** The elements around a node, the innermost first. */
export function above(node: Dom): Dom[] {
  const found: Dom[] = [];
  for (let one = node.parentElement; one; one = one.parentElement) found.push(one);
  return found;
}

export const tableOf = (node: Dom): Dom | undefined =>
  [node, ...above(node)].find(({ nodeName }) => nodeName === 'TABLE');

export const isIn = (node: Dom, names: RegExp): boolean => above(node).some(({ nodeName }) => names.test(nodeName));

export const attribute = (node: Dom, name: string): string => node.getAttribute?.(name) ?? '';

/** The level of the largest headings in the whole document: 1 to 6, or Infinity without any. */
export function topOf(node: Dom): number {
  const root = above(node).at(-1) ?? node;
  const found = Array.from(root.querySelectorAll('h1,h2,h3,h4,h5,h6'), ({ nodeName }) => Number(nodeName[1]));
  return Math.min(...found);
}

/** How many lists and quotes a node is in, itself included. */
export const depthOf = (node: Dom): number =>
  [node, ...above(node)].filter(({ nodeName }) => /^(?:LI|BLOCKQUOTE)$/.test(nodeName)).length;
