import { basename, join, resolve } from 'node:path';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { type CheckCase, type ChecksFile, parseChecks } from '../format/checks-file.ts';
import { type EntryFile, readEntryFile } from '../format/entry-file.ts';
import { inBatches, shownPath } from '../format/files.ts';
import { type CheckedJson, checkJson } from '../format/json-file.ts';
import { suggester } from '../format/nearest.ts';
import { PACK_SHAPE, type PackInfo } from '../format/pack-json.ts';
import { type Finding, fault, inFile, type Problem, shortened, sortProblems, warning } from '../format/problem.ts';
import { listPack } from './list-pack.ts';
import { CHECKS_FILE, PACK_FILE, type PackFiles } from './pack-files.ts';
import type { PackWeights } from './weights-file.ts';

/** A folder of entries with its sources. */
export interface Pack extends PackInfo {
  /** The folder's name. */
  readonly name: string;
  readonly dir: string;
  /** Tags of the languages in which it has entries. */
  readonly languages: readonly string[];
  /** Fitted by its author, if at all; see weights-file.ts. */
  readonly weights?: PackWeights;
}

export interface ReadPack {
  /** Absent if pack.json has errors. */
  readonly pack?: Pack;
  /** Entries without errors, by id; none without `pack`. */
  readonly entries: readonly Entry[];
  readonly checks: readonly CheckCase[];
  readonly problems: readonly Problem[];
  /** Every entry's file, in order. */
  readonly files: readonly EntryFile[];
}

/** Of pack.json and checks.md, in bytes. */
const MOST_BYTES = 1024 * 1024;
const ENTRY_PATH = /^[^/]+\/(?:questions|facts)\/.+\.md$/;

/**
 * Reads one pack and finds everything that is wrong with it. Does not reject for bad content.
 * @param given files to read instead of the folder's, so that an edit can be checked before it is written.
 */
export async function readPack(dir: string, given?: PackFiles): Promise<ReadPack> {
  const files = given ?? (await listPack(dir));
  const json = await readJson(files);
  const entryFiles = await inBatches(files.paths.filter(isEntry), (path) =>
    readEntryFile(path, shownPath(join(dir, path)), files),
  );
  const ids = new Set(entryFiles.map(({ id }) => id));
  const checks = await inBatches(files.paths.filter(isChecks), (path) => readChecks(dir, path, files, ids));
  const pack = json.data && packOf(dir, json.data, entryFiles);
  const problems = [
    ...files.problems,
    ...inFile(shownPath(join(dir, PACK_FILE)), [...json.findings, ...languageFindings(pack, json)]),
    ...[...entryFiles, ...checks].flatMap((file) => file.problems),
    ...referenceProblems(entryFiles, ids, pack?.sources),
    ...letterCaseProblems(entryFiles),
  ];
  const read = { checks: checks.flatMap(({ cases }) => cases), problems: sortProblems(problems), files: entryFiles };
  return pack ? { ...read, pack, entries: entriesOf(pack, entryFiles) } : { ...read, entries: [] };
}

const isEntry = (path: string): boolean => ENTRY_PATH.test(path);

const isChecks = (path: string): boolean => path.endsWith(`/${CHECKS_FILE}`) && !isEntry(path);

const nameOf = (dir: string): string => basename(resolve(dir));

function packOf(dir: string, info: PackInfo, files: readonly EntryFile[]): Pack {
  return { ...info, name: nameOf(dir), dir, languages: [...new Set(files.map(({ language }) => language))].sort() };
}

async function readJson(files: PackFiles): Promise<CheckedJson<PackInfo>> {
  const read = files.paths.includes(PACK_FILE)
    ? await files.read(PACK_FILE, MOST_BYTES)
    : { finding: fault(1, 'no-pack-json') };
  return 'text' in read ? checkJson(read.text, PACK_SHAPE) : { lineOf: () => 1, findings: [read.finding] };
}

async function readChecks(dir: string, path: string, files: PackFiles, ids: ReadonlySet<string>): Promise<ChecksFile> {
  const place = { pack: nameOf(dir), language: path.split('/', 1)[0] ?? '', file: shownPath(join(dir, path)), ids };
  const read = await files.read(path, MOST_BYTES);
  return 'text' in read
    ? parseChecks(read.text, place)
    : { language: place.language, cases: [], problems: inFile(place.file, [read.finding]) };
}

function languageFindings(pack: Pack | undefined, { lineOf }: CheckedJson<PackInfo>): Finding[] {
  if (!pack || pack.languages.includes(pack.defaultLanguage)) return [];
  if (pack.languages.length === 0) return [warning(1, 'empty-pack')];
  return [
    fault(lineOf(['defaultLanguage']), 'no-default-language', {
      language: pack.defaultLanguage,
      others: pack.languages.join(', '),
    }),
  ];
}

function entriesOf(pack: Pack, files: readonly EntryFile[]): Entry[] {
  const texts = new Map<string, Map<string, EntryText>>();
  for (const { id, language, text, sources } of files) {
    const known = sources.flatMap((source) =>
      Object.hasOwn(pack.sources, source) ? (pack.sources[source] ?? []) : [],
    );
    if (!text || known.length < sources.length) continue;
    const inLanguages = texts.get(id) ?? new Map<string, EntryText>();
    texts.set(id, inLanguages.set(language, { ...text, sources: known }));
  }
  const byId = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return byId.map(([id, inLanguages]) => ({
    id,
    pack: pack.name,
    defaultLanguage: pack.defaultLanguage,
    texts: inLanguages,
  }));
}

/**
 * Finds sources and related entries that do not exist.
 * @param ids of all files of entries, also of those with errors.
 * @param sources of pack.json; without them, sources are not compared.
 */
function referenceProblems(
  files: readonly EntryFile[],
  ids: ReadonlySet<string>,
  sources?: Readonly<Record<string, unknown>>,
): Problem[] {
  const known = sources && new Set(Object.keys(sources));
  const unknownSources = known ? missing(files, 'sources', known, 'unknown-source', 'sources are in pack.json') : [];
  return [
    ...unknownSources,
    ...missing(
      files,
      'related',
      ids,
      'unknown-related',
      'related entries are of the same pack, e.g. questions/why-banned',
    ),
  ];
}

function missing(
  files: readonly EntryFile[],
  key: 'sources' | 'related',
  known: ReadonlySet<string>,
  code: 'unknown-source' | 'unknown-related',
  advice: string,
): Problem[] {
  const suggest = suggester(known);
  return files.flatMap((file) => {
    const named = file[key].map((id, at) => ({ id: id.normalize('NFC'), line: file.lineOf([key, at]) }));
    return inFile(
      file.file,
      named
        .filter(({ id }) => !known.has(id))
        .map(({ id, line }) => fault(line, code, { id: shortened(id), cure: suggest(id, advice) })),
    );
  });
}

/** Finds ids of one pack that differ only in letter case or Unicode form: some systems take them for one file. */
function letterCaseProblems(files: readonly EntryFile[]): Problem[] {
  const seen = new Map<string, EntryFile>();
  return files.flatMap((file) => {
    const key = file.id.toLowerCase();
    const before = seen.get(key);
    if (!before) seen.set(key, file);
    if (!before || (before.id === file.id && before.language !== file.language)) return [];
    return inFile(file.file, [fault(1, 'same-letters', { other: before.file })]);
  });
}
