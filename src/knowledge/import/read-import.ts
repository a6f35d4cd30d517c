import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { isFolder } from '../is-folder.ts';
import { isProperTag, tagCure } from '../language-tag.ts';
import { errorAt, type Finding, inFile, quoted } from '../problem.ts';
import { readText } from '../read-text.ts';
import { shownPath } from '../shown-path.ts';
import { isWebAddress } from '../web-address.ts';
import { type Defaults, type Drafts, UNSAID } from './draft.ts';
import { gather } from './gather.ts';
import { readCsv } from './import-csv.ts';
import { isEntryFile, readEntryText } from './import-entry-file.ts';
import { readFaq } from './import-faq.ts';
import { readFolder } from './import-folder.ts';
import { QNABOT_FORM, readQnabot } from './import-qnabot.ts';
import { type Import, type ImportOptions, MOST_FILE_BYTES } from './imported.ts';
import { isSafePart } from './safe-id.ts';

interface Reader {
  readonly read: (text: string, defaults: Defaults) => Drafts;
  /** What such a file looks like. */
  readonly form: string;
}

const FAQ: Reader = { read: readFaq, form: 'write each question as a heading, and its answer below it' };
const TABLE: Reader = { read: readCsv, form: 'write each question and its answer in a row below the names of the columns' };
const QNABOT: Reader = { read: readQnabot, form: QNABOT_FORM };
const READERS: Readonly<Record<string, Reader>> = { '.md': FAQ, '.markdown': FAQ, '.csv': TABLE, '.tsv': TABLE, '.json': QNABOT };

/**
 * Reads entries from a folder in the knowledge format, one such entry's file, a list of questions in Markdown, a table (`.csv`, `.tsv`), or an
 * export of QnABot (`.json`). Everything that is wrong is told at once; where anything is an error, there are no packs. Nothing outside of the
 * folder is read, and nothing is run. Never rejects.
 */
export async function readImport(path: string, options: ImportOptions): Promise<Import> {
  const file = shownPath(path);
  const wrong = optionFindings(options);
  if (wrong.length > 0) return { packs: [], problems: inFile(file, wrong) };
  if (await isFolder(path)) return readFolder(path);
  const reader = READERS[extname(path).toLowerCase()];
  if (!reader && !existsSync(path)) return { packs: [], problems: inFile(file, [errorAt(1, 'there is no such file', 'check its name')]) };
  if (!reader) return { packs: [], problems: inFile(file, [UNKNOWN_KIND]) };
  const read = await readText(path, MOST_FILE_BYTES);
  if ('finding' in read) return { packs: [], problems: inFile(file, [read.finding]) };
  const { title = basename(path), url } = options.source ?? {};
  const defaults: Defaults = { language: UNSAID, source: { title, ...(url === undefined ? {} : { url }) } };
  if (reader === FAQ && isEntryFile(read.text)) return readEntryText(read.text, file, file, options, defaults);
  return gather(file, reader.read(read.text, defaults), options, reader.form);
}

const UNKNOWN_KIND = errorAt(1, 'files of this kind cannot be imported', 'name a folder of knowledge, or a file that ends in .md, .csv, .tsv or .json');

function optionFindings({ language, source, pack }: ImportOptions): Finding[] {
  const findings: Finding[] = [];
  if (!isProperTag(language)) findings.push(errorAt(1, `${quoted(language)} is not the tag of a language`, tagCure(language)));
  if (source?.title !== undefined && source.title.trim() === '') findings.push(errorAt(1, "the source's title is empty", 'write one, or leave it out'));
  if (source?.url !== undefined && !isWebAddress(source.url)) findings.push(errorAt(1, `${quoted(source.url)} is no web address`, 'write a whole address such as https://example.org/page'));
  if (pack !== undefined && !isSafePart(pack)) findings.push(errorAt(1, `${quoted(pack)} is no name for a pack`, 'write one that can be the name of a folder'));
  return findings;
}
