import { widthOf } from '../text/width.ts';
import { type Alignment, type Block, type Inline, plainLine, type Row, type Table } from './blocks.ts';

/** Columns of monospaced text that a narrow phone shows without breaking lines. */
export const PHONE_COLUMNS = 36;

const GAP = '  ';
/** Scripts whose letters differ in width and reverse a line, so that no columns can be aligned. */
const FLOWING = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether any column has a name. */
export const hasNames = ({ head }: Table): boolean => head.some((name) => plainLine(name) !== '');

/**
 * A table as monospaced lines: column names and a line of dashes, if there are names, and rows. Undefined if a line
 * would be too long, or if a cell contains a link, a mention, several lines, or right-to-left text.
 * @param columns at least 1
 */
export function alignedTable(table: Table, columns: number): string | undefined {
  const { aligned, head, rows } = table;
  if (![head, ...rows].every((row) => row.every(areLetters))) return undefined;
  const texts = [head, ...rows].map((row) => row.map(plainLine));
  const widths = head.map((_, at) => Math.max(1, ...texts.map((row) => widthOf(row[at] ?? ''))));
  if (widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) > columns) return undefined;
  const dashes = widths.map((width) => '-'.repeat(width));
  const [names = [], ...others] = texts;
  return (hasNames(table) ? [names, dashes, ...others] : others)
    .map((row) =>
      widths
        .map((width, at) => padded(row[at] ?? '', width, aligned[at]))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

const areLetters = (cell: readonly Inline[]): boolean =>
  cell.every((part) => {
    if ('children' in part) return part.kind !== 'link' && areLetters(part.children);
    return part.kind !== 'break' && part.kind !== 'mention' && part.kind !== 'command' && !FLOWING.test(part.text);
  });

function padded(text: string, width: number, aligned: Alignment = 'none'): string {
  const room = ' '.repeat(width - widthOf(text));
  if (aligned === 'center') return room.slice(room.length / 2) + text + room.slice(0, room.length / 2);
  return aligned === 'right' ? room + text : text + room;
}

/** A table as a list for narrow screens: an item for each row, with the column's name before each cell. */
export const recordsOf = ({ head, rows }: Table): Block => ({
  kind: 'list',
  ordered: false,
  items: rows.map((row) => [{ kind: 'paragraph', children: recordOf(head, row) }]),
});

function recordOf(head: Row, row: Row): Inline[] {
  const lines = row.map((cell, at): Inline[] => {
    const [name, value] = [head[at] ?? [], cell.flatMap(unbroken)];
    if (plainLine(value) === '') return [];
    return plainLine(name) === ''
      ? value
      : [...name.flatMap(unbroken), { kind: 'text', text: colonFor(name) }, ...value];
  });
  const shown = lines.map((line, at): Inline[] =>
    at === 0 && line.length > 0 && row.length > 1 ? [{ kind: 'strong', children: line }] : line,
  );
  return shown
    .filter((line) => line.length > 0)
    .flatMap((line, at): Inline[] => (at === 0 ? line : [{ kind: 'break' }, ...line]));
}

const unbroken = (part: Inline): Inline[] => [part.kind === 'break' ? { kind: 'text', text: ' ' } : part];

/** The separator after a column's name; a space if the name has a colon itself. */
function colonFor(name: Row[number]): string {
  const words = plainLine(name);
  if (/[:：]$/.test(words)) return ' ';
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(words) ? '：' : ': ';
}
