import { CsvError, parse } from 'csv-parse/sync';
import { type Finding, fault } from '../problem.ts';

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
  if (!(error instanceof CsvError)) return fault(next, 'unreadable-table', { reason: String(error) });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return fault(next, 'endless-quotation');
  if (error.code === 'CSV_MAX_RECORD_SIZE') return fault(next, 'long-row', { most: LONGEST_ROW });
  return fault(typeof error.lines === 'number' ? error.lines : next, 'quotation-mark-in-cell');
}
