import { realpath } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { shownPath } from '../format/files.ts';
import { fault, inFile, type Problem } from '../format/problem.ts';
import { type Folders, findPacks } from '../packs/find-packs.ts';
import { listPack } from '../packs/list-pack.ts';
import { type ReadPack, readPack } from '../packs/pack.ts';
import type { PackFiles } from '../packs/pack-files.ts';
import { problemsIn } from '../packs/read-knowledge.ts';
import type { PackTree } from './records.ts';

export interface ReadTrees {
  /** Sorted by name. */
  readonly trees: readonly PackTree[];
  /** These packs, parsed. */
  readonly packs: readonly ReadPack[];
  /** Those that a check of the knowledge reports. */
  readonly problems: readonly Problem[];
}

export interface TreeLimits {
  readonly mostFiles: number;
  /** Of all files, counted as characters. */
  readonly mostBytes: number;
}

const UNLIMITED: TreeLimits = { mostFiles: Number.POSITIVE_INFINITY, mostBytes: Number.POSITIVE_INFINITY };

/** Reads the files of packs, without byte order marks, and finds everything that is wrong with them. Never rejects. */
export async function readTrees(named: Folders): Promise<ReadTrees> {
  const found = await findPacks(named);
  return readAll(found.dirs, found.problems, UNLIMITED);
}

/**
 * Reads a folder from elsewhere: links that lead out of it are refused, and so is too much content. Example packs count
 * like others.
 */
export async function readForeignTrees(dir: string, limits: TreeLimits): Promise<ReadTrees> {
  const found = await findPacks(dir);
  const dirs = [...found.dirs, ...found.examples].sort();
  if (dirs.length === 0) return { trees: [], packs: [], problems: inFile(shownPath(dir), [fault(1, 'no-pack-here')]) };
  const outside = (await Promise.all(dirs.map(async (pack) => ((await isInside(pack, dir)) ? [] : [pack])))).flat();
  const problems = [
    ...found.problems,
    ...outside.flatMap((pack) => inFile(shownPath(pack), [fault(1, 'link-out-of-folder')])),
  ];
  return readAll(
    dirs.filter((pack) => !outside.includes(pack)),
    problems,
    limits,
  );
}

async function isInside(path: string, root: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([realpath(path), realpath(root)]);
  return inner === outer || inner.startsWith(outer + sep);
}

async function readAll(dirs: readonly string[], told: readonly Problem[], limits: TreeLimits): Promise<ReadTrees> {
  const listed: { readonly dir: string; readonly files: PackFiles }[] = [];
  for (const dir of dirs) listed.push({ dir, files: await listPack(dir) });
  const count = listed.reduce((sum, { files }) => sum + files.paths.length, 0);
  const tooMany = fault(1, 'too-many-files', { count, most: limits.mostFiles });
  if (count > limits.mostFiles)
    return { trees: [], packs: [], problems: [...told, ...inFile(shownPath(dirs[0] ?? '.'), [tooMany])] };
  const trees: PackTree[] = [];
  const packs: ReadPack[] = [];
  const budget = { left: limits.mostBytes };
  for (const { dir, files } of listed) {
    const texts = new Map<string, string>();
    const read = await readPack(dir, recorded(files, texts, budget));
    packs.push(read);
    trees.push({ name: basename(resolve(dir)), files: texts });
  }
  return { trees, packs, problems: problemsIn(packs, told) };
}

/** Collects what is read, by path in NFC, as in ids. */
function recorded(files: PackFiles, texts: Map<string, string>, budget: { left: number }): PackFiles {
  const read: PackFiles['read'] = async (path, mostBytes) => {
    if (budget.left <= 0) return { finding: fault(1, 'too-large-packs') };
    const result = await files.read(path, mostBytes);
    if ('text' in result) {
      texts.set(path.normalize('NFC'), result.text);
      budget.left -= result.text.length;
    }
    return result;
  };
  return { ...files, read };
}
