import { extname } from 'node:path';
import { type Finding, fault, type ProblemCode, shortened, warning } from '../format/problem.ts';
import type { Defaults, FileDrafts } from './draft.ts';
import { fieldOf } from './field-names.ts';
import { asksIn } from './lines.ts';
import { readCsv } from './read-csv.ts';
import { type ReadData, readJson, readYaml } from './read-data.ts';
import { readExport } from './read-exports.ts';
import { readHtml } from './read-html.ts';
import { readList } from './read-list.ts';
import { readMarkdown } from './read-markdown.ts';

interface Reader {
  /** Never throws: problems become findings. */
  readonly read: (text: string, defaults: Defaults) => FileDrafts;
  /** The problem to report for a file without any question. */
  readonly emptiness: ProblemCode;
}

const FAQ: Reader = { read: readMarkdown, emptiness: 'text-without-questions' };
/** Excel saves "Unicode text" as a table with tabs, in a file that ends in `.txt`. */
const TEXT: Reader = {
  ...FAQ,
  read: (text, defaults) => (isTable(text) ? readCsv(text, defaults) : readMarkdown(text, defaults)),
};
const TABLE: Reader = { read: readCsv, emptiness: 'table-without-questions' };
const JSON_LIST: Reader = {
  read: (text, defaults) => readAny(readJson(text), defaults),
  emptiness: 'json-without-questions',
};
const YAML_LIST: Reader = {
  read: (text, defaults) => readAny(readYaml(text), defaults),
  emptiness: 'yaml-without-questions',
};
const MARKUP: Reader = { read: readMarkup, emptiness: 'markup-file' };
const PAGE: Reader = { read: readHtml, emptiness: 'page-without-questions' };
const READERS: Readonly<Record<string, Reader>> = {
  '.md': FAQ,
  '.markdown': FAQ,
  '.mdx': FAQ,
  '.txt': TEXT,
  '.csv': TABLE,
  '.tsv': TABLE,
  '.json': JSON_LIST,
  '.yaml': YAML_LIST,
  '.yml': YAML_LIST,
  '.html': PAGE,
  '.htm': PAGE,
};

function isTable(text: string): boolean {
  const [first = ''] = /^[^\r\n]{0,1000}/.exec(text) ?? [];
  const fields = first
    .replace(/^\uFEFF/, '')
    .split('\t')
    .map(fieldOf);
  return fields.includes('question') && fields.includes('answer');
}

/** Tells how to convert a document or spreadsheet that cannot be read; undefined for other files. */
export function unreadableKind(path: string): Finding | undefined {
  const ending = extname(path).toLowerCase();
  if (['.xlsx', '.xls', '.ods', '.numbers'].includes(ending)) return fault(1, 'spreadsheet-file');
  return ['.docx', '.doc', '.odt', '.rtf', '.pdf', '.pages'].includes(ending) ? fault(1, 'document-file') : undefined;
}

/** Endings of file names that can be imported, with their dot. */
export const ENDINGS = Object.keys(READERS);

/** Chooses the reader by the ending of the file's name; undefined if there is none. */
export const readerOf = (path: string): Reader | undefined => {
  const ending = extname(path).toLowerCase();
  return READERS[ending] ?? (['.adoc', '.asciidoc', '.rst', '.org'].includes(ending) ? MARKUP : undefined);
};

const readAny = (data: ReadData, defaults: Defaults): FileDrafts =>
  'findings' in data
    ? { drafts: [], findings: data.findings }
    : (readExport(data, defaults) ?? readList(data, defaults));

/** Most characters of a line that may be a heading. */
const LONGEST = 1000;
/** A line of signs below a heading in reStructuredText and AsciiDoc. */
const UNDERLINE = /^([-=~^"'`#*+.:_])\1{2,}\s*$/;
/** `== …`, `* …`, `.…`, `**…**`, `Q: …`, `.. dropdown:: …`; and `…::` below. */
const MARK = /^\s*(?:={1,6}\s|\*{1,6}\s|\.(?=[^.\s])|\*\*(?=.*\*\*\s*$)|Q[:.]\s|\.\.\s+[\w-]+::\s)/;

/**
 * Reads AsciiDoc, reStructuredText and Org only far enough to name their questions: other programs can turn these files
 * into pages, which can be imported.
 */
function readMarkup(text: string): FileDrafts {
  const lines = text.split(/\r\n|\r|\n/);
  const findings = lines.flatMap((line, at) => {
    if (line.length > LONGEST) return [];
    const isHeading = MARK.test(line) || /::\s*$/.test(line) || UNDERLINE.test(lines[at + 1]?.slice(0, LONGEST) ?? '');
    const question = line
      .replace(MARK, '')
      .replace(/::\s*$|\*\*\s*$/, '')
      .trim();
    return isHeading && asksIn(question)
      ? [warning(at + 1, 'question-in-markup', { question: shortened(question) })]
      : [];
  });
  return { drafts: [], findings };
}
