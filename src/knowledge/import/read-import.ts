import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { keyOf } from '../export/effective-texts.ts';
import { readForeignTrees, type TreeLimits } from '../export/read-trees.ts';
import { OWN_PACK, type PackTree } from '../export/records.ts';
import { shortSlug } from '../export/slug.ts';
import { isFolder, shownPath } from '../format/files.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { isProperTag, tagCure } from '../format/language-tag.ts';
import { parseEntry } from '../format/markdown.ts';
import {
  type Finding,
  fault,
  hasErrors,
  inFile,
  type Problem,
  shortened,
  sortProblems,
  warning,
} from '../format/problem.ts';
import { isWebAddress } from '../format/web-address.ts';
import { findPacks } from '../packs/find-packs.ts';
import { readForeignText } from './decode.ts';
import { type Defaults, UNSAID } from './draft.ts';
import { gather, type LooseEntries, type ReadFile } from './gather.ts';
import {
  type Import,
  type ImportedEntry,
  type ImportedPack,
  type ImportOptions,
  MOST_ENTRIES,
  MOST_FILE_BYTES,
  refusedImport,
} from './imported.ts';
import { ENDINGS, readerOf, unreadableKind } from './read-source.ts';
import { isSafePart } from './safe-id.ts';
import { sourceFiles } from './source-files.ts';

/** A file to read, and the values that its entries get if they do not say otherwise. */
interface SourceFile {
  readonly path: string;
  readonly defaults: Defaults;
}

interface Reading {
  readonly files: ReadFile[];
  /** Packs are imported as a whole or not at all. */
  readonly packs: Import[];
  readonly entries: ImportedEntry[];
  readonly problems: Problem[];
  bytes: number;
}

/** Most characters of all files outside of packs. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads entries from files and folders: packs and entries in the knowledge format, Markdown, tables, lists and pages;
 * see docs/import.md. A part that cannot be read is skipped and reported, unless the import is strict. All problems of
 * packs are reported at once, and an error in one means that nothing is imported. Nothing outside of a given folder is
 * read, and nothing is run. Never rejects.
 */
export async function readImport(paths: readonly string[], options: ImportOptions): Promise<Import> {
  const wrong = optionFindings(options);
  if (wrong.length > 0) return refusedImport(inFile(shownPath(paths[0] ?? '.'), wrong));
  const reading: Reading = { files: [], packs: [], entries: [], problems: [], bytes: 0 };
  for (const path of paths) {
    const isPack = (await isFolder(path)) && (await findPacks(path)).dirs.length > 0;
    if (isPack) reading.packs.push(await readFolder(path));
    else for (const file of await filesOf(path, options, reading)) await readFile(file, options, reading);
  }
  return merged(reading, options);
}

async function filesOf(path: string, options: ImportOptions, { problems }: Reading): Promise<SourceFile[]> {
  const { title = basename(resolve(path)), url } = options.source ?? {};
  const source = { title, url };
  // A language given for the import also overrides the one that a page names.
  const language = options.detect ? UNSAID : options.language;
  if (!(await isFolder(path))) return [{ path, defaults: { language, source } }];
  const found = await sourceFiles(path);
  problems.push(...found.problems);
  if (found.paths.length === 0 && !hasErrors(found.problems)) problems.push(...inFile(shownPath(path), [NOTHING_HERE]));
  return found.paths.map((inner) => ({
    path: join(path, inner),
    defaults: {
      language,
      source,
      name: nameOf(inner, title),
      base: url === undefined ? undefined : addressOf(inner, url),
    },
  }));
}

const NOTHING_HERE = fault(1, 'nothing-to-import', { endings: ENDINGS.join(', ') });

/** A title for the file. A folder's first page is named after the folder. */
function nameOf(path: string, folder: string): string {
  const parts = path.split('/');
  const name = parts.at(-1)?.replace(/\.[^.]*$/, '') ?? '';
  return /^(?:_?index|readme)$/i.test(name) ? (parts.at(-2) ?? folder) : name;
}

const addressOf = (path: string, url: string): string =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), url.endsWith('/') ? url : `${url}/`).href;

async function readFile({ path, defaults }: SourceFile, options: ImportOptions, reading: Reading): Promise<void> {
  const file = shownPath(path);
  const reader = readerOf(path);
  if (!existsSync(path))
    return void reading.problems.push(...(isWebAddress(path) ? inFile(path, [ADDRESS]) : inFile(file, [NO_FILE])));
  if (!reader) return void reading.problems.push(...inFile(file, [unreadableKind(path) ?? UNKNOWN_KIND]));
  const read = await readForeignText(path, MOST_FILE_BYTES);
  if ('finding' in read) return void reading.problems.push(...inFile(file, [read.finding]));
  reading.bytes += read.text.length;
  if (reading.bytes > MOST_BYTES) return void reading.problems.push(...inFile(file, [fault(1, 'too-large-import')]));
  if (/\.(?:md|markdown)$/i.test(path) && isEntryFile(read.text)) {
    const { entries, problems } = readEntryText(read.text, file, options, defaults);
    reading.entries.push(...entries);
    return void reading.problems.push(...problems);
  }
  const drafts = reader.read(read.text, defaults);
  const encoding =
    read.encoding === undefined ? [] : [warning(1, 'other-encoding', { encoding: read.encoding.toUpperCase() })];
  reading.files.push({ ...drafts, findings: [...drafts.findings, ...encoding], file, emptiness: reader.emptiness });
}

const UNKNOWN_KIND = fault(1, 'unknown-file-kind', { endings: ENDINGS.join(', ') });
const NO_FILE = fault(1, 'no-such-file');
const ADDRESS = fault(1, 'address-for-file');

/** Skips problems that only cost some entries, unless the import is strict or nothing would be left. */
function merged({ files, packs, entries, problems }: Reading, options: ImportOptions): Import {
  const loose = gather(files, options);
  const single = [...loose.entries, ...entries];
  const own: ImportedPack = { name: options.pack ?? OWN_PACK, entries: single, checks: new Map() };
  const all = [...(single.length > 0 ? [own] : []), ...packs.flatMap((one) => one.packs)];
  const found = [...problems, ...loose.problems];
  const isSkipped = (one: Problem): boolean => options.strict !== true && all.length > 0 && hasErrors([one]);
  const told = [...packs.flatMap((one) => one.problems), ...found.filter((one) => !isSkipped(one))];
  return {
    packs: hasErrors(told) ? [] : all,
    problems: sortProblems(told),
    skipped: sortProblems(found.filter(isSkipped)),
    repaired: loose.repaired,
  };
}

function optionFindings({ language, source, pack }: ImportOptions): Finding[] {
  const findings: Finding[] = [];
  if (!isProperTag(language))
    findings.push(fault(1, 'not-a-language-tag', { language: shortened(language), cure: tagCure(language) }));
  if (source?.title !== undefined && source.title.trim() === '') findings.push(fault(1, 'empty-source-title'));
  if (source?.url !== undefined && !isWebAddress(source.url))
    findings.push(fault(1, 'not-a-web-address', { what: shortened(source.url) }));
  if (pack !== undefined && !isSafePart(pack)) findings.push(fault(1, 'unsafe-pack-name', { name: shortened(pack) }));
  return findings;
}

const LIMITS: TreeLimits = { mostFiles: MOST_ENTRIES + 500, mostBytes: 64 * 1024 * 1024 };

/** Reads a pack, or a folder of packs, in the knowledge format. The rules are those of the check of knowledge. */
async function readFolder(dir: string): Promise<Import> {
  const { trees, packs, problems } = await readForeignTrees(dir, LIMITS);
  if (hasErrors(problems)) return refusedImport(problems);
  return {
    packs: trees.map((tree, at) => {
      const entries = (packs[at]?.files ?? []).flatMap(
        ({ id, language, file, questions: [title] }): ImportedEntry[] => {
          const text = tree.files.get(`${keyOf({ language, id })}.md`);
          return text === undefined || !title
            ? []
            : [{ language, id, naming: 'given', title: title.text, text, sources: {}, file, line: title.line }];
        },
      );
      return { name: tree.name, packJson: tree.files.get('pack.json'), entries, checks: checksOf(tree) };
    }),
    problems,
    skipped: [],
    repaired: [],
  };
}

function checksOf({ files }: PackTree): ImportedPack['checks'] {
  const checks = [...files].flatMap(([path, text]) => {
    const [language = '', name, ...rest] = path.split('/');
    return name === 'checks.md' && rest.length === 0 ? [[language, text] as const] : [];
  });
  return new Map(checks);
}

const FENCE = /^---[ \t]*$/;

/**
 * Whether a Markdown file is an entry in the knowledge format. Other programs write front matter too, but only entries
 * name `sources` in it.
 */
function isEntryFile(text: string): boolean {
  const [first = '', ...lines] = text.slice(0, 8192).split(/\r\n|\r|\n/);
  const end = lines.findIndex((line) => FENCE.test(line));
  return (
    FENCE.test(first) &&
    lines.slice(0, end < 0 ? lines.length : end).some((line) => /^["']?sources["']?[ \t]*:/.test(line))
  );
}

/**
 * Reads one entry. Language and id come from a path such as `en/questions/why-banned.md`; other files get an id made of
 * their name, and the language of the import.
 */
function readEntryText(text: string, file: string, options: ImportOptions, { source }: Defaults): LooseEntries {
  const { frontMatter, body, bodyLine, findings: above } = splitFrontMatter(text);
  const below = body === undefined ? undefined : parseEntry(body, bodyLine);
  const findings = [...above, ...(below?.findings ?? [])];
  const problems = inFile(file, findings);
  if (!frontMatter || !below || hasErrors(findings)) return { entries: [], problems, repaired: [] };
  const sources = options.source
    ? Object.fromEntries(frontMatter.sources.map((id) => [id.normalize('NFC'), source]))
    : {};
  const { text: title, line } = below.title;
  return { entries: [{ ...placeOf(file, options), title, text, sources, file, line }], problems, repaired: [] };
}

const IN_A_PACK = /(?:^|\/)([^/]+)\/((?:questions|facts)\/.+)\.md$/;

function placeOf(path: string, { language }: ImportOptions): Pick<ImportedEntry, 'language' | 'id' | 'naming'> {
  const [, folder = '', id] = IN_A_PACK.exec(path) ?? [];
  if (id !== undefined && isProperTag(folder)) return { language: folder, id: id.normalize('NFC'), naming: 'given' };
  const name = basename(path, extname(path));
  return { language, id: `questions/${shortSlug(name, LONGEST_NAME)}`, naming: 'suggested' };
}

/** Keeps the id, with `questions/` before it, within 48 bytes. */
const LONGEST_NAME = 38;
