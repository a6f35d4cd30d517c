import type { Token } from 'markdown-it';
import { type Alignment, type Block, type Cell, plainLine } from '../../core/entry/blocks.ts';
import { isVisible } from './files.ts';
import { cellsIn, lineOf, type Node, writtenCells } from './markdown-tokens.ts';
import type { ProblemReporter } from './problem.ts';
import { toInline } from './to-inline.ts';

/** Telegram takes more, but nobody reads it on a phone. */
const MOST_COLUMNS = 10;
const MOST_ROWS = 100;

/** A table of an answer; one that nobody could read is reported. */
export function toTable(node: Node, report: ProblemReporter): Block[] {
  const line = lineOf(node);
  const [first, ...others] = rowsIn(node);
  const columns = first?.children.length ?? 0;
  const most = { columns: MOST_COLUMNS, rows: MOST_ROWS };
  if (columns > most.columns) report(line, 'table-columns', { count: columns, most: most.columns });
  if (others.length > most.rows) report(line, 'table-rows', { count: others.length, most: most.rows });
  for (const row of others) {
    const count = writtenCells(row.token);
    if (count > columns) report(lineOf(row), 'table-cells', { count, columns });
  }
  const head = first ? cellsOf(first, report) : [];
  // A thousand rows are one problem, not one for each that is wrong in them.
  const rows = others.slice(0, most.rows).map((row) => cellsOf(row, report));
  if (!rows.some((row) => row.some((cell) => isVisible(plainLine(cell))))) report(line, 'empty-table');
  return [{ kind: 'table', aligned: first?.children.map(alignmentOf) ?? [], head, rows }];
}

const rowsIn = ({ children }: Node): Node[] => children.flatMap((part) => part.children);

const cellsOf = (row: Node, report: ProblemReporter): Cell[] =>
  row.children.map(({ children }) => children.flatMap(({ token }) => toInline(withBreaks(token), report, lineOf(row))));

const alignmentOf = ({ token }: Node): Alignment => {
  const [, found] = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  return found === 'left' || found === 'center' || found === 'right' ? found : 'none';
};

/** A cell has no other way to break a line. */
function withBreaks(cell: Token): Token {
  for (const token of cell.children ?? [])
    if (token.type === 'html_inline' && /^<br\s*\/?>$/i.test(token.content)) {
      token.type = 'hardbreak';
      token.content = '';
    }
  return cell;
}

const DASHES = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A line of dashes and bars that fits the line above makes a table; one that does not would be shown as it is. */
export function tellBrokenTable({ content, map }: Token, report: ProblemReporter): void {
  if (!content.includes('|')) return;
  const lines = content.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && line.includes('|') && DASHES.test(line));
  if (at < 0) return;
  const values = { count: cellsIn(lines[at] ?? ''), columns: cellsIn(lines[at - 1] ?? '') };
  report((map?.[0] ?? 0) + at, 'broken-table', values);
}
