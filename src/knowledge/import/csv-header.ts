import { suggester } from '../nearest.ts';
import { type Finding, fault, shortened, warning } from '../problem.ts';
import { type Field, fieldOf, fieldsIn, plainName } from './field-names.ts';

const COLUMNS = ['question', 'answer', 'phrasings', 'source', 'url', 'language', 'tags', 'id'] as const;
/** Several columns may hold a part each. */
const LISTS: readonly Field[] = ['phrasings', 'names', 'tags'];

/** Which columns hold what. */
export type Header = ReadonlyMap<Field, readonly number[]>;

/** Of two columns for the same, the one is taken whose name says it better. */
export function readHeader(cells: readonly string[]): Header {
  const best = fieldsIn(cells);
  const columns = new Map<Field, number[]>();
  for (const [at, cell] of cells.entries()) {
    const field = fieldOf(cell);
    const isTaken = field !== undefined && (LISTS.includes(field) || (best.get(field) === cell && !columns.has(field)));
    if (isTaken) columns.set(field, [...(columns.get(field) ?? []), at]);
  }
  return columns;
}

/** A table for people has some ten. */
const MOST_COLUMNS = 500;

/** What is wrong with the first row. */
export function headerFindings(cells: readonly string[]): Finding[] {
  if (cells.length > MOST_COLUMNS) return [fault(1, 'many-columns', { count: cells.length, most: MOST_COLUMNS })];
  const header = readHeader(cells);
  const taken = new Set([...header.values()].flat());
  const names = cells.map(plainName);
  return [...cells.flatMap((cell, at) => columnFindings(cell, names.indexOf(plainName(cell)) < at, taken.has(at))), ...lackingFindings(header, cells.join(','))];
}

function lackingFindings(header: Header, row: string): Finding[] {
  const [hasQuestion, hasAnswer] = [header.has('question'), header.has('answer')];
  if (hasQuestion && hasAnswer) return [];
  const code = hasAnswer ? 'no-question-column' : hasQuestion ? 'no-answer-column' : 'no-question-or-answer-column';
  return [fault(1, code, { row: shortened(row), columns: COLUMNS.join(', ') })];
}

function columnFindings(cell: string, isRepeated: boolean, isTaken: boolean): Finding[] {
  const name = plainName(cell);
  if (name === '') return [];
  if (isRepeated && fieldOf(cell) !== undefined) return [fault(1, 'repeated-column', { column: shortened(cell) })];
  return isTaken ? [] : [warning(1, 'unknown-column', { column: shortened(cell), cure: suggester(COLUMNS)(name, `the columns are ${COLUMNS.join(', ')}`) })];
}
