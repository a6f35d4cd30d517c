import type { Entry } from '../../core/entry/entry.ts';
import type { PackIndexName } from '../../core/search/library.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import type { CheckCase } from '../format/checks-file.ts';
import type { EntryFile } from '../format/entry-file.ts';
import { inBatches } from '../format/files.ts';
import { fault, inFile, type Problem, shortened, sortProblems, warning } from '../format/problem.ts';
import type { FittedWeights } from '../learned/fitted-weights.ts';
import { type Folders, findPacks } from './find-packs.ts';
import { listPack } from './list-pack.ts';
import { type Pack, type ReadPack, readPack } from './pack.ts';
import type { PackFiles } from './pack-files.ts';
import { readWeights } from './weights-file.ts';

/** All packs of a folder. */
export interface Knowledge {
  readonly packs: readonly Pack[];
  /** Entries without errors of all packs, sorted by id, each id once. */
  readonly entries: readonly Entry[];
  readonly checks: readonly CheckCase[];
  /** Folders of example packs that are ignored, because there are other packs. */
  readonly examples: readonly string[];
  /** Sorted by file and line. With an error among them, the knowledge must not go live. */
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** Called after each file; both numbers count files. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads packs and finds everything that is wrong. Never rejects: a missing folder is a problem, too.
 * @param named packs, or folders of packs; see findPacks.
 */
export async function readKnowledge(named: Folders, options: ReadOptions = {}): Promise<Knowledge> {
  const found = await findPacks(named);
  const listed = await inBatches(found.dirs, async (pack) => ({ pack, files: await listPack(pack) }));
  const onRead = counter(
    listed.reduce((sum, { files }) => sum + files.paths.length, 0),
    options,
  );
  const read: ReadPack[] = [];
  for (const { pack, files } of listed) read.push(await withWeights(await readPack(pack, observed(files, onRead))));
  return {
    packs: read.flatMap(({ pack }) => pack ?? []),
    entries: uniqueById(read.flatMap(({ entries }) => entries)),
    checks: read.flatMap(({ checks }) => checks),
    examples: found.examples,
    problems: problemsIn(read, found.problems),
  };
}

async function withWeights(read: ReadPack): Promise<ReadPack> {
  if (!read.pack) return read;
  const { weights, problems } = await readWeights(read.pack.dir);
  return { ...read, pack: { ...read.pack, weights }, problems: [...read.problems, ...problems] };
}

/** The weights that came with an index's pack, if any. */
export const weightsFor = ({ pack, base }: PackIndexName, { packs }: Knowledge): FittedWeights | undefined =>
  packs.find(({ name }) => name === pack)?.weights?.[base];

function counter(total: number, { onProgress }: ReadOptions): () => void {
  let done = 0;
  return () => onProgress?.(++done, total);
}

function observed(files: PackFiles, onRead: () => void): PackFiles {
  const read: PackFiles['read'] = async (path, mostBytes) => {
    const text = await files.read(path, mostBytes);
    onRead();
    return text;
  };
  return { ...files, read };
}

/** Of equal ids, the first pack's entry stays. */
function uniqueById(entries: readonly Entry[]): Entry[] {
  const byId = new Map([...entries].reverse().map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** All problems of packs and between packs, sorted. @param told problems found before the packs were read */
export function problemsIn(packs: readonly ReadPack[], told: readonly Problem[]): Problem[] {
  const files = packs.map((pack) => pack.files);
  const own = packs.flatMap((pack) => pack.problems);
  return sortProblems([...told, ...own, ...sameIdProblems(files), ...samePhrasingProblems(files.flat())]);
}

/** Finds ids that more than one pack has, and reports each once. @param packs the files of each pack. */
function sameIdProblems(packs: readonly (readonly EntryFile[])[]): Problem[] {
  const seen = new Map<string, { readonly pack: number; readonly file: string }>();
  const told = new Set<string>();
  return packs.flatMap((files, pack) =>
    files.flatMap(({ id, file }) => {
      const before = seen.get(id) ?? { pack, file };
      seen.set(id, before);
      if (before.pack === pack || told.has(id)) return [];
      told.add(id);
      return inFile(file, [fault(1, 'same-id', { id: shortened(id), other: before.file })]);
    }),
  );
}

/** Finds phrasings that two entries of one language have: the bot cannot know which one is meant. */
function samePhrasingProblems(files: readonly EntryFile[]): Problem[] {
  const seen = new Map<string, { readonly id: string; readonly place: string }>();
  return files.flatMap(({ id, file, language, questions }) =>
    questions.flatMap(({ text, line }) => {
      const key = `${language} ${phraseKey(text)}`;
      const before = seen.get(key) ?? { id, place: `${file}:${line}` };
      seen.set(key, before);
      if (before.id === id || text === '') return [];
      return inFile(file, [warning(line, 'same-phrasing', { what: shortened(text), other: before.place })]);
    }),
  );
}
