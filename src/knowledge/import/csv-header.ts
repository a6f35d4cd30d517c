import { suggester } from '../nearest.ts';
import { errorAt, type Finding, quoted, warningAt } from '../problem.ts';
import { type Field, fieldOf, fieldsIn, plainName } from './field-names.ts';

const COLUMNS = ['question', 'answer', 'phrasings', 'source', 'url', 'language', 'tags', 'id'] as const;
const NEEDED: readonly Field[] = ['question', 'answer'];
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
  if (cells.length > MOST_COLUMNS) return [errorAt(1, `the first row has ${cells.length} cells`, `keep at most ${MOST_COLUMNS} columns`)];
  const header = readHeader(cells);
  const taken = new Set([...header.values()].flat());
  const names = cells.map(plainName);
  const lacking = NEEDED.filter((field) => !header.has(field));
  const cure = `name the columns: ${COLUMNS.join(', ')}; question and answer are needed`;
  return [
    ...cells.flatMap((cell, at) => columnFindings(cell, names.indexOf(plainName(cell)) < at, taken.has(at))),
    ...(lacking.length > 0 ? [errorAt(1, `the first row names no ${lacking.join(' and no ')}: ${quoted(cells.join(','))}`, cure)] : []),
  ];
}

function columnFindings(cell: string, isRepeated: boolean, isTaken: boolean): Finding[] {
  const name = plainName(cell);
  if (name === '') return [];
  if (isRepeated && fieldOf(cell) !== undefined) return [errorAt(1, `the column ${quoted(cell)} stands here a second time`, 'keep one of the two')];
  return isTaken ? [] : [warningAt(1, `the column ${quoted(cell)} is not imported`, suggester(COLUMNS)(name, `the columns are ${COLUMNS.join(', ')}`))];
}
