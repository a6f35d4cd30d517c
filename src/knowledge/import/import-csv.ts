import { type Finding, fault, hasErrors, quoted, shortened, warning } from '../problem.ts';
import { LONGEST_ID } from '../write/slug.ts';
import { cleanAnswer } from './clean-lines.ts';
import { type Header, headerFindings, readHeader } from './csv-header.ts';
import { LONGEST_ROW, type Row, readRows } from './csv-rows.ts';
import type { Defaults, Draft, Drafts, LineRepair } from './draft.ts';
import { type Field, fieldOf, readableName } from './field-names.ts';
import { isComputed } from './import-list.ts';
import { MOST_ENTRIES } from './imported.ts';
import { plainWords } from './mend.ts';
import { isSafeId } from './safe-id.ts';

const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a table of questions: RFC 4180, also with `;` or tabs between the cells. The first row names the columns, in any order and under
 * many usual names; a question and an answer are needed. Answers are Markdown or HTML. Phrasings stand between `|` or on lines of their own.
 */
export function readCsv(text: string, defaults: Defaults): Drafts {
  const plain = text.replace(/\r\n?/g, '\n');
  const separator = separatorOf(plain);
  const { rows, findings } = readRows(plain, separator, MOST_ENTRIES + 2);
  const [first, ...body] = rows;
  const wrong = first || findings.length === 0 ? headerFindings(first?.cells ?? []) : [];
  if (!first || hasErrors(wrong)) return { drafts: [], findings: [...findings, ...wrong] };
  const header = readHeader(first.cells);
  const read = body.map((row) => readRow(row, header, first.cells, defaults));
  return { drafts: read.flatMap(({ draft }) => draft ?? []), findings: [...findings, ...wrong, ...read.flatMap((one) => one.findings)], repairs: read.flatMap(({ repairs }) => repairs) };
}

/** The one with which the first row names most columns. */
function separatorOf(text: string): string {
  const start = text.slice(0, LONGEST_ROW);
  const known = SEPARATORS.map((separator) => readRows(start, separator, 1).rows[0]?.cells.filter((cell) => fieldOf(cell) !== undefined).length ?? 0);
  return SEPARATORS[known.indexOf(Math.max(...known))] ?? ',';
}

function readRow(row: Row, header: Header, names: readonly string[], { language, source, base }: Defaults): { draft?: Draft; findings: Finding[]; repairs: readonly LineRepair[] } {
  const { cells, line } = row;
  const all = (field: Field): string[] => (header.get(field) ?? []).map((at) => cells[at]?.trim() ?? '');
  const cell = (field: Field): string => all(field)[0] ?? '';
  const url = cell('url');
  const title = cell('source') || url;
  const { text: answer, repairs } = cleanAnswer(cell('answer'), line);
  const question = plainWords(cell('question'));
  const name = names[header.get('question')?.[0] ?? -1] ?? '';
  if (isComputed(name, cell('answer'))) return { findings: [warning(line, 'computed-answer', { item: quoted(question) })], repairs: [] };
  const findings = [...rowFindings(row, names.length), ...(question === '' ? [fault(line, 'row-without-question')] : []), ...idFindings(cell('id'), line)];
  if (hasErrors(findings)) return { findings, repairs: [] };
  const draft: Draft = {
    id: idOf(cell('id')),
    language: cell('language') || language,
    title: question,
    phrasings: [
      ...all('phrasings').flatMap((words) => words.split(/[|\n]/)),
      ...all('names')
        .flatMap((words) => words.split(/[|,;，、；\n]/))
        .map(readableName),
    ],
    answer,
    tags: all('tags').flatMap((words) => words.split(/[,;|，、；\n]/)),
    source: title === '' ? source : { title, ...(url === '' ? {} : { url }) },
    base,
    line,
    answerLine: () => line,
  };
  return { draft, findings, repairs };
}

function rowFindings({ cells, line }: Row, columns: number): Finding[] {
  const isLonger = cells.slice(columns).some((extra) => extra.trim() !== '');
  return isLonger ? [fault(line, 'extra-cells', { count: cells.length, columns })] : [];
}

const ON_A_SHELF = /^(?:questions|facts)\//;

/** A number says only in which row something stood. */
function idOf(id: string): Draft['id'] {
  if (id === '' || /^\d+$/.test(id)) return undefined;
  return ON_A_SHELF.test(id) ? { given: id.normalize('NFC') } : { suggested: id };
}

function idFindings(id: string, line: number): Finding[] {
  return ON_A_SHELF.test(id) && !isSafeId(id) ? [fault(line, 'unsafe-id', { id: shortened(id), most: LONGEST_ID })] : [];
}
