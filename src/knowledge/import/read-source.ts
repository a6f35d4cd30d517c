import { extname } from 'node:path';
import type { Defaults, Drafts } from './draft.ts';
import { readRose, readYagpdb } from './import-bots.ts';
import { readCsv } from './import-csv.ts';
import { PAGE_FORM, readHtml } from './import-html.ts';
import { LIST_FORM, readList } from './import-list.ts';
import { readMarkdown } from './import-markdown.ts';
import { QNABOT_FORM, qnaList, readQnabot } from './import-qnabot.ts';
import { type ReadData, readJson, readYaml } from './read-data.ts';

export interface Reader {
  /** Never throws. */
  readonly read: (text: string, defaults: Defaults) => Drafts;
  /** What such a file looks like. */
  readonly form: string;
}

const FAQ: Reader = { read: readMarkdown, form: 'write each question as a heading, and its answer below it' };
const TABLE: Reader = { read: readCsv, form: 'write each question and its answer in a row below the names of the columns' };
const JSON_LIST: Reader = { read: (text, defaults) => readAny(readJson(text), defaults), form: `${QNABOT_FORM}; ${LIST_FORM}` };
const YAML_LIST: Reader = { read: (text, defaults) => readAny(readYaml(text), defaults), form: LIST_FORM };
const PAGE: Reader = { read: readHtml, form: PAGE_FORM };
const READERS: Readonly<Record<string, Reader>> = {
  '.md': FAQ,
  '.markdown': FAQ,
  '.mdx': FAQ,
  '.txt': FAQ,
  '.csv': TABLE,
  '.tsv': TABLE,
  '.json': JSON_LIST,
  '.yaml': YAML_LIST,
  '.yml': YAML_LIST,
  '.html': PAGE,
  '.htm': PAGE,
};

/** Endings of names, with their dot. */
export const ENDINGS = Object.keys(READERS);

/** By the ending of its name. */
export const readerOf = (path: string): Reader | undefined => READERS[extname(path).toLowerCase()];

function readAny(data: ReadData, defaults: Defaults): Drafts {
  if ('findings' in data) return { drafts: [], findings: data.findings };
  if (qnaList(data.value)) return readQnabot(data, defaults);
  return readRose(data, defaults) ?? readYagpdb(data, defaults) ?? readList(data, defaults);
}
