import { suggester } from '../nearest.ts';
import { errorAt, type Finding, quoted, warningAt } from '../problem.ts';

const COLUMNS = ['question', 'answer', 'phrasings', 'source', 'url', 'language', 'tags', 'id'] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['question', 'answer'];

/** A column's name as the first row has it, in whatever letter case. */
export const columnName = (cell: string): string => cell.trim().toLowerCase();

export const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name);

/** What is wrong with the first row. */
export function headerFindings(cells: readonly string[]): Finding[] {
  const names = cells.map(columnName);
  const lacking = NEEDED.filter((name) => !names.includes(name));
  const cure = `name the columns: ${COLUMNS.join(', ')}; question and answer are needed`;
  return [
    ...cells.flatMap((cell, at) => columnFindings(cell, names.indexOf(columnName(cell)) < at)),
    ...(lacking.length > 0 ? [errorAt(1, `the first row names no ${lacking.join(' and no ')}: ${quoted(cells.join(','))}`, cure)] : []),
  ];
}

function columnFindings(cell: string, isRepeated: boolean): Finding[] {
  const name = columnName(cell);
  if (name === '') return [];
  if (!isColumn(name)) return [warningAt(1, `the column ${quoted(cell)} is not imported`, suggester(COLUMNS)(name, `the columns are ${COLUMNS.join(', ')}`))];
  return isRepeated ? [errorAt(1, `the column ${quoted(cell)} stands here a second time`, 'keep one of the two')] : [];
}
