import { errorAt, type Finding, hasErrors, quoted } from '../problem.ts';
import { type Column, columnName, headerFindings, isColumn } from './csv-header.ts';
import { LONGEST_ROW, type Row, readRows } from './csv-rows.ts';
import type { Defaults, Draft, Drafts } from './draft.ts';
import { MOST_ENTRIES } from './imported.ts';
import { isSafeId } from './safe-id.ts';

const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a table of questions: RFC 4180, also with `;` or tabs between the cells. The first row names the columns, in any order;
 * `question` and `answer` are needed. Answers are Markdown. Phrasings stand between `|` or on lines of their own.
 */
export function readCsv(text: string, defaults: Defaults): Drafts {
  const plain = text.replace(/\r\n?/g, '\n');
  const separator = separatorOf(plain);
  const { rows, findings } = readRows(plain, separator, MOST_ENTRIES + 2);
  const [header, ...body] = rows;
  const wrong = header || findings.length === 0 ? headerFindings(header?.cells ?? []) : [];
  if (!header || hasErrors(wrong)) return { drafts: [], findings: [...findings, ...wrong] };
  const read = body.map((row) => readRow(row, header.cells.map(columnName), defaults));
  return { drafts: read.map(({ draft }) => draft), findings: [...findings, ...wrong, ...read.flatMap((one) => one.findings)] };
}

/** The one with which the first row names most columns. */
function separatorOf(text: string): string {
  const start = text.slice(0, LONGEST_ROW);
  const known = SEPARATORS.map(
    (separator) =>
      readRows(start, separator, 1)
        .rows[0]?.cells.map(columnName)
        .filter((name) => isColumn(name)).length ?? 0,
  );
  return SEPARATORS[known.indexOf(Math.max(...known))] ?? ',';
}

function readRow(row: Row, names: readonly string[], { language, source }: Defaults): { draft: Draft; findings: Finding[] } {
  const { cells, line } = row;
  const cell = (name: Column): string => cells[names.indexOf(name)]?.trim() ?? '';
  const url = cell('url');
  const title = cell('source') || url;
  const draft: Draft = {
    id: idOf(cell('id')),
    language: cell('language') || language,
    title: cell('question'),
    phrasings: cell('phrasings').split(/[|\n]/),
    answer: cell('answer'),
    tags: cell('tags').split(/[,;|\n]/),
    source: title === '' ? source : { title, ...(url === '' ? {} : { url }) },
    line,
    answerLine: () => line,
  };
  return { draft, findings: [...rowFindings(row, names.length), ...(draft.title === '' ? [errorAt(line, 'no question', 'write one, or leave the row out')] : []), ...idFindings(cell('id'), line)] };
}

function rowFindings({ cells, line }: Row, columns: number): Finding[] {
  const isLonger = cells.slice(columns).some((extra) => extra.trim() !== '');
  return isLonger ? [errorAt(line, `the row has ${cells.length} cells, the first one ${columns}`, 'put a cell that holds a separator in quotation marks')] : [];
}

const ON_A_SHELF = /^(?:questions|facts)\//;

function idOf(id: string): Draft['id'] {
  if (id === '') return undefined;
  return ON_A_SHELF.test(id) ? { given: id.normalize('NFC') } : { suggested: id };
}

function idFindings(id: string, line: number): Finding[] {
  return ON_A_SHELF.test(id) && !isSafeId(id) ? [errorAt(line, `${quoted(id)} is no id for an entry`, 'write one such as questions/why-banned, of at most 48 bytes')] : [];
}
