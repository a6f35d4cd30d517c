import { CsvError, parse } from 'csv-parse/sync';
import { errorAt, type Finding } from '../problem.ts';

export interface Row {
  readonly cells: readonly string[];
  /** Where it begins and ends. */
  readonly line: number;
  readonly end: number;
}

/** Bytes of a row; a quotation mark that is not closed takes in all that follows. */
export const LONGEST_ROW = 128 * 1024;

/** Takes a table apart. What cannot be read ends it. @param text with `\n` between lines. @param most rows. */
export function readRows(text: string, delimiter: string, most: number): { rows: Row[]; findings: Finding[] } {
  const rows: Row[] = [];
  let empty = 0;
  const options = { delimiter, to: most, bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW };
  try {
    parse(text, {
      ...options,
      on_record: (cells, { lines, empty_lines }) => {
        rows.push({ cells, line: (rows.at(-1)?.end ?? 0) + empty_lines - empty + 1, end: lines });
        empty = empty_lines;
        return null;
      },
    });
    return { rows, findings: [] };
  } catch (error) {
    return { rows, findings: [brokenRow(error, writtenFrom(text, (rows.at(-1)?.end ?? 0) + 1))] };
  }
}

/** The first line from there on that is not empty. */
function writtenFrom(text: string, line: number): number {
  const below = text.split('\n').slice(line - 1);
  return (
    line +
    Math.max(
      0,
      below.findIndex((one) => one !== ''),
    )
  );
}

/** @param next the line on which the row begins that could not be read. */
function brokenRow(error: unknown, next: number): Finding {
  const cure = 'put the whole cell in quotation marks, and write each one inside it twice';
  if (!(error instanceof CsvError)) return errorAt(next, `the table cannot be read: ${String(error)}`, cure);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return errorAt(next, 'a quotation mark is opened here and never closed', cure);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return errorAt(next, `the row that begins here has more than ${LONGEST_ROW} bytes`, 'look for a quotation mark that is not closed');
  const line = typeof error.lines === 'number' ? error.lines : next;
  return errorAt(line, 'a quotation mark stands inside a cell', cure);
}
