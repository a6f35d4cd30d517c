import { CsvError, parse } from 'csv-parse/sync';
import { LONGEST_ID } from '../export/slug.ts';
import { suggester } from '../format/nearest.ts';
import { type Finding, fault, hasErrors, shortened, warning } from '../format/problem.ts';
import type { Defaults, EntryDraft, FileDrafts } from './draft.ts';
import {
  type FieldPurpose,
  fieldOf,
  fieldsIn,
  isCommandName,
  partsOf,
  plainName,
  questionColumns,
  readableName,
  usualNames,
} from './field-names.ts';
import { MOST_ENTRIES } from './imported.ts';
import { type Item, readItems } from './items.ts';
import { isSafeId } from './safe-id.ts';

const SEPARATORS = [',', ';', '\t'];
/** Rows in which the header is searched for: people write a title above a table, or leave rows empty. */
const MOST_ABOVE = 10;
/** Most columns; a table for people has some ten. */
const MOST_COLUMNS = 500;
/**
 * Most bytes of a row, far more than an answer has: a quotation mark that is never closed would swallow the whole file.
 */
const LONGEST_ROW = 1024 * 1024;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The indexes of the columns for each purpose. */
type Header = ReadonlyMap<FieldPurpose, readonly number[]>;

/**
 * Reads a table of questions: RFC 4180, also with `;` or tabs as separator. The first row with a name for questions and
 * one for answers is the header; columns may have any order and many usual names. Without a header, two columns are
 * enough if most cells of the first ask. Answers are Markdown or HTML; phrasings are separated by `|` or line breaks.
 */
export function readCsv(text: string, defaults: Defaults): FileDrafts {
  const plain = text.replace(/\r\n?/g, '\n');
  const { rows, finding } = readRows(plain, separatorOf(plain), MOST_ENTRIES + MOST_ABOVE);
  const { names, above } = headed(rows);
  const broken = finding ? [finding] : [];
  const line = rows[above]?.line ?? 1;
  const wrong = rows.length > 0 || !finding ? headerFindings(names, line) : [];
  if (rows.length === 0 || hasErrors(wrong)) return { drafts: [], findings: [...broken, ...wrong] };
  const title = rows.slice(0, Math.max(0, above)).find(isWritten);
  if (title) wrong.push(warning(title.line, 'rows-above-columns'));
  const header = readHeader(names);
  const body = rows.slice(above + 1).filter(isWritten);
  const faults = body.map((row) => rowFindings(row, header, names.length));
  const items = body.flatMap((row, at) => (faults[at]?.length === 0 ? [itemOf(row, header, names)] : []));
  const { drafts, findings, repairs = [] } = readItems(items, defaults);
  return { drafts, findings: [...broken, ...wrong, ...faults.flat(), ...findings], repairs };
}

const isWritten = ({ cells }: Row): boolean => cells.some((cell) => cell.trim() !== '');

/** The names of the columns, and the index of their row; -1 if the table has no header. */
function headed(rows: readonly Row[]): { readonly names: readonly string[]; readonly above: number } {
  const firsts = rows.slice(0, MOST_ABOVE).map(({ cells }) => usualNames(cells));
  const found = firsts.findIndex((names) => lackingFindings(readHeader(names), '', 1).length === 0);
  if (found < 0 && isNameless(rows)) return { names: ['question', 'answer'], above: -1 };
  return { names: firsts[Math.max(0, found)] ?? [], above: Math.max(0, found) };
}

/** Whether there are two columns, and most cells of the first ask. */
const isNameless = (rows: readonly Row[]): boolean =>
  questionColumns(
    [],
    rows.filter(isWritten).map(({ cells }) => cells),
  ) !== undefined;

/** The separator that gives most known names of columns; without names, the one that gives two columns. */
function separatorOf(text: string): string {
  const tables = SEPARATORS.map((separator) => readRows(text.slice(0, LONGEST_ROW), separator, MOST_ABOVE).rows);
  const known = tables.map((rows) =>
    Math.max(0, ...rows.map(({ cells }) => usualNames(cells).filter((cell) => fieldOf(cell) !== undefined).length)),
  );
  const most = Math.max(...known);
  return SEPARATORS[most > 0 ? known.indexOf(most) : tables.findIndex(isNameless)] ?? ',';
}

function itemOf({ cells, line }: Row, header: Header, names: readonly string[]): Item {
  const all = (field: FieldPurpose): string[] => (header.get(field) ?? []).map((at) => cells[at]?.trim() ?? '');
  const [question = ''] = all('question');
  const [id = ''] = all('id');
  const [url = ''] = all('url');
  const title = all('source')[0] || url;
  const isCommand = isCommandName(names[header.get('question')?.[0] ?? -1] ?? '');
  return {
    line,
    id: idOf(id),
    question: isCommand ? readableName(question) : question,
    phrasings: [
      ...all('phrasings').flatMap((text) => partsOf('phrasings', text)),
      ...all('names')
        .flatMap((text) => partsOf('names', text))
        .map(readableName),
    ],
    answers: all('answer'),
    tags: all('tags').flatMap((text) => partsOf('tags', text)),
    source: title === '' ? undefined : { title, url: url === '' ? undefined : url },
    language: all('language')[0] ?? '',
    isCommand,
  };
}

function rowFindings({ cells, line }: Row, header: Header, columns: number): Finding[] {
  const id = cells[header.get('id')?.[0] ?? -1]?.trim() ?? '';
  const isLonger = cells.slice(columns).some((extra) => extra.trim() !== '');
  return [
    ...(isLonger ? [fault(line, 'extra-cells', { count: cells.length, columns })] : []),
    ...(IN_A_FOLDER.test(id) && !isSafeId(id)
      ? [fault(line, 'unsafe-id', { id: shortened(id), most: LONGEST_ID })]
      : []),
  ];
}

const IN_A_FOLDER = /^(?:questions|facts)\//;

/** Makes an id of the cell. A bare number is only the number of a row, and no id. */
function idOf(id: string): EntryDraft['id'] {
  if (id === '' || /^\d+$/.test(id)) return undefined;
  return IN_A_FOLDER.test(id) ? { given: id.normalize('NFC') } : { suggested: id };
}

const COLUMNS = ['question', 'answer', 'phrasings', 'source', 'url', 'language', 'tags', 'id'] as const;
/** Purposes for which all columns count, rather than the best-named one. */
const LISTS: readonly FieldPurpose[] = ['phrasings', 'names', 'tags'];

/** Assigns columns to purposes. Of two columns for the same purpose, the one with the likelier name counts. */
function readHeader(cells: readonly string[]): Header {
  const best = fieldsIn(cells);
  const columns = new Map<FieldPurpose, number[]>();
  for (const [at, cell] of cells.entries()) {
    const field = fieldOf(cell);
    const isTaken = field !== undefined && (LISTS.includes(field) || (best.get(field) === cell && !columns.has(field)));
    if (isTaken) columns.set(field, [...(columns.get(field) ?? []), at]);
  }
  return columns;
}

function headerFindings(cells: readonly string[], line: number): Finding[] {
  if (cells.length > MOST_COLUMNS) return [fault(line, 'many-columns', { count: cells.length, most: MOST_COLUMNS })];
  const header = readHeader(cells);
  const taken = new Set([...header.values()].flat());
  const names = cells.map(plainName);
  const lacking = lackingFindings(header, cells.join(','), line);
  const found = cells.flatMap((cell, at): Finding[] => {
    const name = plainName(cell);
    if (name === '') return [];
    if (names.indexOf(name) < at && fieldOf(cell) !== undefined)
      return [fault(line, 'repeated-column', { column: shortened(cell) })];
    const cure = suggester(COLUMNS)(name, `the columns are ${COLUMNS.join(', ')}`);
    return taken.has(at) ? [] : [warning(line, 'unknown-column', { column: shortened(cell), cure })];
  });
  // If the table is refused, warnings about its other columns help nobody.
  return lacking.length > 0 ? [...found.filter(({ level }) => level === 'error'), ...lacking] : found;
}

function lackingFindings(header: Header, row: string, line: number): Finding[] {
  const [hasQuestion, hasAnswer] = [header.has('question'), header.has('answer')];
  if (hasQuestion && hasAnswer) return [];
  const code = hasAnswer ? 'no-question-column' : hasQuestion ? 'no-answer-column' : 'no-question-or-answer-column';
  return [fault(line, code, { row: shortened(row), columns: COLUMNS.join(', ') })];
}

/** Reads rows up to the first that cannot be read. A quotation mark in the middle of a cell is part of the cell. */
function readRows(text: string, delimiter: string, most: number): { rows: readonly Row[]; finding?: Finding } {
  const rows: Row[] = [];
  let [end, empty] = [0, 0];
  try {
    parse(text, {
      delimiter,
      to: most,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells, { lines, empty_lines }) => {
        rows.push({ cells, line: end + empty_lines - empty + 1 });
        [end, empty] = [lines, empty_lines];
        return null;
      },
    });
    return { rows };
  } catch (error) {
    const line = end + 1 + (/^\n*/.exec(text.split('\n').slice(end).join('\n'))?.[0].length ?? 0);
    if (!(error instanceof CsvError))
      return { rows, finding: fault(line, 'unreadable-table', { reason: String(error) }) };
    if (error.code === 'CSV_MAX_RECORD_SIZE') return { rows, finding: fault(line, 'long-row', { most: LONGEST_ROW }) };
    return { rows, finding: fault(line, 'endless-quotation') };
  }
}
