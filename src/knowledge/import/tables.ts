import { questionColumns } from './field-names.ts';
import type { Line } from './lines.ts';
import type { Mark } from './question-forms.ts';

/** Rows of tables that hold a question and its answer. The lines that only name their columns become empty. */
export function rowsIn(lines: Line[]): Mark[] {
  return lines.flatMap((line, at): Mark[] => {
    if (!isDivider(line) || !isRow(lines[at - 1])) return [];
    const rows = rowsBelow(lines, at + 1);
    const cells = rows.map(({ text }) => cellsOf(text));
    const columns = questionColumns(cellsOf(lines[at - 1]?.text ?? ''), cells);
    if (!columns) return [];
    for (const unseen of [at - 1, at]) lines[unseen] = { number: 1, isCode: false, ...lines[unseen], text: '' };
    return cells.flatMap((row, number): Mark[] => {
      const [text = '', rest = ''] = [row[columns.question], row[columns.answer]];
      return text === '' ? [] : [{ text, rest, from: at + 1 + number, to: at + 2 + number }];
    });
  });
}

const isDivider = (line: Line | undefined): boolean =>
  line !== undefined &&
  !line.isCode &&
  /^[ \t]*[|:-]/.test(line.text) &&
  line.text.includes('|') &&
  withoutBorders(line.text)
    .split('|')
    .every((cell) => /^:?-+:?$/.test(cell.trim()));

const isRow = (line: Line | undefined): boolean =>
  line !== undefined && !line.isCode && line.text.includes('|') && line.text.trim() !== '';

/** Up to the next table, which may follow at once. */
function rowsBelow(lines: readonly Line[], from: number): readonly Line[] {
  let to = from;
  while (isRow(lines[to]) && !isDivider(lines[to]) && !isDivider(lines[to + 1])) to++;
  return lines.slice(from, to);
}

const withoutBorders = (row: string): string => row.trim().replace(/^\||(?<!\\)\|$/g, '');

/** A stroke in code or behind `\` is part of a cell. */
function cellsOf(row: string): string[] {
  const cells = withoutBorders(row).match(/(?:\\.|`[^`]*`|[^|])+|(?<=\||^)(?=\||$)/g);
  return (cells ?? []).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
