import { extname } from 'node:path';
import { type Finding, fault, type ProblemCode } from '../format/problem.ts';
import type { Defaults, Drafts } from './draft.ts';
import { fieldOf } from './field-names.ts';
import { readRose, readYagpdb } from './import-bots.ts';
import { readCsv } from './import-csv.ts';
import { readDiscourse } from './import-discourse.ts';
import { readFaqPage } from './import-faq-page.ts';
import { readHtml } from './import-html.ts';
import { readList } from './import-list.ts';
import { readMarkdown } from './import-markdown.ts';
import { readQnabot } from './import-qnabot.ts';
import { type Data, type ReadData, readJson, readYaml } from './read-data.ts';

export interface Reader {
  /** Never throws. */
  readonly read: (text: string, defaults: Defaults) => Drafts;
  /** What is wrong with a file that holds no question. */
  readonly emptiness: ProblemCode;
}

const FAQ: Reader = { read: readMarkdown, emptiness: 'text-without-questions' };
/** Excel saves "Unicode text" as a table with tabs under this ending. */
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

/** What to do with a file that people keep answers in and that cannot be read; absent for other files. */
export function unreadableKind(path: string): Finding | undefined {
  const ending = extname(path).toLowerCase();
  if (['.xlsx', '.xls', '.ods', '.numbers'].includes(ending)) return fault(1, 'spreadsheet-file');
  if (['.adoc', '.asciidoc', '.rst', '.org'].includes(ending)) return fault(1, 'markup-file');
  return ['.docx', '.doc', '.odt', '.rtf', '.pdf', '.pages'].includes(ending) ? fault(1, 'document-file') : undefined;
}

/** Endings of names, with their dot. */
export const ENDINGS = Object.keys(READERS);

/** By the ending of its name. */
export const readerOf = (path: string): Reader | undefined => READERS[extname(path).toLowerCase()];

function readAny(data: ReadData, defaults: Defaults): Drafts {
  if ('findings' in data) return { drafts: [], findings: data.findings };
  return (
    readQnabot(data, defaults) ??
    readRose(data, defaults) ??
    readYagpdb(data, defaults) ??
    readDiscourse(data, defaults) ??
    readFaqPage(data, defaults) ??
    readList(articlesOf(data), defaults)
  );
}

/**
 * An export of Zendesk's help centre has sections and categories beside its articles; what those are about answers
 * nothing.
 */
function articlesOf(data: Data): Data {
  const { articles }: { articles?: unknown } = typeof data.value === 'object' && data.value !== null ? data.value : {};
  return Array.isArray(articles) ? { ...data, value: articles } : data;
}
