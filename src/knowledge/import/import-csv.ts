import { CsvError, parse } from 'csv-parse/sync';
import { LONGEST_ID } from '../export/slug.ts';
import { suggester } from '../format/nearest.ts';
import { type Finding, fault, hasErrors, quoted, shortened, warning } from '../format/problem.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, Draft, Drafts, LineRepair } from './draft.ts';
import { type Field, fieldOf, fieldsIn, plainName, readableName, usualNames } from './field-names.ts';
import { isComputed, isTriggerName, NAMELESS, unaddressed } from './import-list.ts';
import { MOST_ENTRIES } from './imported.ts';
import { plainWords } from './mend.ts';
import { isSafeId } from './safe-id.ts';
import { questionColumns } from './table-marks.ts';

const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a table of questions: RFC 4180, also with `;` or tabs between the cells. The first row names the columns, in
 * any order and under many usual names; a question and an answer are needed. Answers are Markdown or HTML. Phrasings
 * stand between `|` or on lines of their own.
 */
export function readCsv(text: string, defaults: Defaults): Drafts {
  const plain = text.replace(/\r\n?/g, '\n');
  const separator = separatorOf(plain);
  const { rows, findings } = readTable(plain, separator, MOST_ENTRIES + 2);
  const { names, above, body } = headed(rows);
  const wrong = rows.length > 0 || findings.length === 0 ? headerFindings(names, rows[above]?.line ?? 1) : [];
  if (rows.length === 0 || hasErrors(wrong)) return { drafts: [], findings: [...findings, ...wrong] };
  const titles = rows.slice(0, above).filter(isWritten);
  if (titles[0]) wrong.push(warning(titles[0].line, 'rows-above-columns'));
  const header = readHeader(names);
  const read = body.filter(isWritten).map((row) => readRow(row, header, names, defaults));
  return {
    drafts: read.flatMap(({ draft }) => draft ?? []),
    findings: [...findings, ...wrong, ...read.flatMap((one) => one.findings)],
    repairs: read.flatMap(({ repairs }) => repairs),
  };
}

const isWritten = ({ cells }: Row): boolean => cells.some((cell) => cell.trim() !== '');

/** People write a title above a table, or leave rows empty there. */
const MOST_ABOVE = 10;

/**
 * The names of the columns: the first row that names both, or else the first; two columns without names are told by
 * what they hold.
 */
function headed(rows: readonly Row[]): {
  readonly names: readonly string[];
  readonly above: number;
  readonly body: readonly Row[];
} {
  const firsts = rows.slice(0, MOST_ABOVE).map(({ cells }) => usualNames(cells));
  const found = firsts.findIndex((names) => lackingFindings(readHeader(names), '', 1).length === 0);
  const above = Math.max(0, found);
  if (found < 0 && isNameless(rows)) return { names: ['question', 'answer'], above: 0, body: rows };
  return { names: firsts[above] ?? [], above, body: rows.slice(above + 1) };
}

/** Two columns, in the first of which most cells ask. */
const isNameless = (rows: readonly Row[]): boolean =>
  questionColumns(
    [],
    rows.filter(isWritten).map(({ cells }) => cells),
  ) !== undefined;

/** The one with which a row names most columns; where none does, with which there are two of them. */
function separatorOf(text: string): string {
  const start = text.slice(0, LONGEST_ROW);
  const parts = SEPARATORS.map((separator) => readRows(start, separator, MOST_ABOVE).rows);
  const known = parts.map((rows) =>
    Math.max(0, ...rows.map(({ cells }) => usualNames(cells).filter((cell) => fieldOf(cell) !== undefined).length)),
  );
  const named = known.some((count) => count > 0) ? known.indexOf(Math.max(...known)) : parts.findIndex(isNameless);
  return SEPARATORS[named] ?? ',';
}

function readRow(
  row: Row,
  header: Header,
  names: readonly string[],
  { language, source, base }: Defaults,
): { draft?: Draft; findings: Finding[]; repairs: readonly LineRepair[] } {
  const { cells, line } = row;
  const all = (field: Field): string[] => (header.get(field) ?? []).map((at) => cells[at]?.trim() ?? '');
  const cell = (field: Field): string => all(field)[0] ?? '';
  const url = cell('url');
  const title = cell('source') || url;
  const question = plainWords(cell('question'));
  const name = names[header.get('question')?.[0] ?? -1] ?? '';
  const said = isTriggerName(name) ? unaddressed(cell('answer')) : cell('answer');
  if (isTriggerName(name) && isComputed(said))
    return { findings: [warning(line, 'computed-answer', { item: quoted(question) })], repairs: [] };
  const { text: answer, repairs: cleaned } = cleanAnswer(said, line);
  const repairs: readonly LineRepair[] = said === cell('answer') ? cleaned : [...cleaned, { line, what: NAMELESS }];
  const findings = [
    ...rowFindings(row, names.length),
    ...(question === '' ? [fault(line, 'row-without-question')] : []),
    ...idFindings(cell('id'), line),
  ];
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
  return ON_A_SHELF.test(id) && !isSafeId(id)
    ? [fault(line, 'unsafe-id', { id: shortened(id), most: LONGEST_ID })]
    : [];
}

const COLUMNS = ['question', 'answer', 'phrasings', 'source', 'url', 'language', 'tags', 'id'] as const;
/** Several columns may hold a part each. */
const LISTS: readonly Field[] = ['phrasings', 'names', 'tags'];

/** Which columns hold what. */
type Header = ReadonlyMap<Field, readonly number[]>;

/** Of two columns for the same, the one is taken whose name says it better. */
function readHeader(cells: readonly string[]): Header {
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
function headerFindings(cells: readonly string[], line: number): Finding[] {
  if (cells.length > MOST_COLUMNS) return [fault(line, 'many-columns', { count: cells.length, most: MOST_COLUMNS })];
  const header = readHeader(cells);
  const taken = new Set([...header.values()].flat());
  const names = cells.map(plainName);
  const lacking = lackingFindings(header, cells.join(','), line);
  const found = cells.flatMap((cell, at) =>
    columnFindings(cell, names.indexOf(plainName(cell)) < at, taken.has(at), line),
  );
  // Where the table is not taken, what else its columns are called helps nobody.
  return lacking.length > 0 ? [...found.filter(({ level }) => level === 'error'), ...lacking] : found;
}

function lackingFindings(header: Header, row: string, line: number): Finding[] {
  const [hasQuestion, hasAnswer] = [header.has('question'), header.has('answer')];
  if (hasQuestion && hasAnswer) return [];
  const code = hasAnswer ? 'no-question-column' : hasQuestion ? 'no-answer-column' : 'no-question-or-answer-column';
  return [fault(line, code, { row: shortened(row), columns: COLUMNS.join(', ') })];
}

function columnFindings(cell: string, isRepeated: boolean, isTaken: boolean, line: number): Finding[] {
  const name = plainName(cell);
  if (name === '') return [];
  if (isRepeated && fieldOf(cell) !== undefined) return [fault(line, 'repeated-column', { column: shortened(cell) })];
  return isTaken
    ? []
    : [
        warning(line, 'unknown-column', {
          column: shortened(cell),
          cure: suggester(COLUMNS)(name, `the columns are ${COLUMNS.join(', ')}`),
        }),
      ];
}

interface Row {
  readonly cells: readonly string[];
  /** Where it begins and ends. */
  readonly line: number;
  readonly end: number;
}

/** Bytes of a row, far beyond an answer's; a quotation mark that is not closed takes in all that follows. */
const LONGEST_ROW = 1024 * 1024;

interface ReadRows {
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

/** Rows that may be broken; each takes a search for the next one. */
const MOST_BROKEN = 50;

/**
 * Takes a table apart. Rows that cannot be read are left out. @param text with `\n` between lines. @param most rows.
 */
function readTable(text: string, delimiter: string, most: number): ReadRows {
  const rows: Row[] = [];
  const findings: Finding[] = [];
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const from = (line: number): string => text.slice(starts[line - 1] ?? text.length);
  let search = MOST_SEARCHED;
  for (let line: number | undefined = 1; line !== undefined; ) {
    const read = readRows(from(line), delimiter, most - rows.length, line);
    rows.push(...read.rows);
    findings.push(...read.findings);
    if (read.broken === undefined) return { rows, findings };
    const columns = rows[0]?.cells.length ?? 0;
    line = read.broken + 1;
    while (search-- > 0 && line <= starts.length && !isRowStart(from(line), delimiter, columns)) line++;
    if (search < 0 || findings.length >= MOST_BROKEN)
      return { rows, findings: [...findings, fault(line, 'many-broken-rows')] };
    if (line > starts.length) return { rows, findings };
  }
  return { rows, findings };
}

/** Lines at which a row is looked for, and characters that are looked at for each. */
const MOST_SEARCHED = 2000;
const LOOKED_AT = 32 * 1024;

/**
 * Whether rows begin there that are as wide as the table: two, as a line in the middle of a broken row may look like
 * one.
 */
function isRowStart(text: string, delimiter: string, columns: number): boolean {
  const { rows, broken } = readRows(text.slice(0, LOOKED_AT), delimiter, 2, 1);
  return (
    columns > 1 &&
    rows[0]?.line === 1 &&
    rows.every(({ cells }) => cells.length === columns) &&
    (broken === undefined || rows.length > 1)
  );
}

/** Reads rows up to one that cannot be read, and where that begins. @param first number of the text's first line */
function readRows(text: string, delimiter: string, most: number, first = 1): ReadRows & { readonly broken?: number } {
  const rows: Row[] = [];
  let empty = 0;
  const options = {
    delimiter,
    to: most,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  };
  try {
    parse(text, {
      ...options,
      on_record: (cells, { lines, empty_lines }) => {
        const end = lines + first - 1;
        rows.push({ cells, line: (rows.at(-1)?.end ?? first - 1) + empty_lines - empty + 1, end });
        empty = empty_lines;
        return null;
      },
    });
    return { rows, findings: [] };
  } catch (error) {
    const broken = writtenFrom(text, (rows.at(-1)?.end ?? first - 1) + 2 - first) + first - 1;
    return { rows, findings: [brokenRow(error, broken)], broken };
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
  return fault(next, 'quotation-mark-in-cell');
}
