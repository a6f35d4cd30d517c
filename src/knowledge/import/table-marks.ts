import type { Line } from './faq-lines.ts';
import { asksIn } from './faq-lines.ts';
import { fieldOf, usualNames } from './field-names.ts';
import { type Mark, type MarkedText, rebuilt } from './marked-text.ts';

/** Rows of tables that hold a question and its answer are such. */
export function withTables(text: MarkedText): MarkedText {
  const { lines, headings } = text;
  if (!lines.some(isDivider)) return text;
  const marks = new Map<number, Mark & { readonly to: number }>();
  const plain = [...lines];
  for (const [at, line] of lines.entries()) {
    if (!isDivider(line) || !isRow(lines[at - 1])) continue;
    const rows = rowsBelow(lines, at + 1);
    const columns = questionColumns(
      cellsOf(lines[at - 1]?.text ?? ''),
      rows.map(({ text: row }) => cellsOf(row)),
    );
    if (!columns) continue;
    for (const unseen of [at - 1, at]) plain[unseen] = { number: 1, isCode: false, ...lines[unseen], text: '' };
    for (const [number, row] of rows.entries()) {
      const cells = cellsOf(row.text);
      const [question = '', rest = ''] = [cells[columns.question], cells[columns.answer]];
      if (question !== '') marks.set(at + 1 + number, { text: question, rest, indent: 0, to: at + 2 + number });
    }
  }
  return marks.size === 0 ? text : rebuilt(plain, headings, marks);
}

interface QuestionColumns {
  readonly question: number;
  readonly answer: number;
  /** Whether their names say so. */
  readonly isNamed: boolean;
}

/**
 * Which columns hold questions and answers: as their names say, or of two columns the first where most of its cells
 * ask.
 */
export function questionColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): QuestionColumns | undefined {
  const fields = usualNames(header).map(fieldOf);
  const [question, answer] = [fields.indexOf('question'), fields.indexOf('answer')];
  if (question >= 0 && answer >= 0 && rows.length > 0) return { question, answer, isNamed: true };
  const asking = rows.filter(([first = '']) => asksIn(first)).length;
  const isPaired = rows.length > 1 && rows.every((cells) => cells.length === 2);
  return isPaired && asking * 2 > rows.length ? { question: 0, answer: 1, isNamed: false } : undefined;
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
