import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isFolder, reasonOf, shownPath } from '../format/files.ts';
import { nearest } from '../format/nearest.ts';
import { type Finding, fault, inFile, type Problem, warning } from '../format/problem.ts';
import { PACK_FILE } from './pack-files.ts';

/** One folder, or several. */
export type Folders = string | readonly string[];

export interface FoundPacks {
  /** Folders of packs, each once, in the order of the named folders and then of their names. */
  readonly dirs: readonly string[];
  /** Example packs that are ignored, because there are other packs. */
  readonly examples: readonly string[];
  readonly problems: readonly Problem[];
}

const NOTHING = warning(1, 'no-pack');

/**
 * Takes each folder itself if it is a pack, else the packs in it; names that begin with a dot are ignored. A pack whose
 * pack.json says `"example": true` counts only if it is named itself, or if there is no other. An empty folder is a
 * warning. A missing one is an error: its name is probably mistyped, and the bot would seem to know nothing.
 */
export async function findPacks(named: Folders): Promise<FoundPacks> {
  const found = await Promise.all([named].flat().map(packsAt));
  const packs = eachOnce(found.flatMap((one) => one.packs));
  const own = packs.filter(({ isExample }) => !isExample).map(({ dir }) => dir);
  const examples = packs.filter(({ isExample }) => isExample).map(({ dir }) => dir);
  const dirs = own.length > 0 ? own : examples;
  return {
    dirs,
    examples: own.length > 0 ? examples : [],
    problems: [...found.flatMap(({ problems }) => problems), ...sameNameProblems(dirs)],
  };
}

interface FoundPack {
  readonly dir: string;
  /** False for a pack that is named itself. */
  readonly isExample: boolean;
}

interface Found {
  readonly packs: readonly FoundPack[];
  readonly problems: readonly Problem[];
}

async function packsAt(dir: string): Promise<Found> {
  if (await isThere(join(dir, PACK_FILE))) return { packs: [{ dir, isExample: false }], problems: [] };
  try {
    return await packsIn(dir);
  } catch (error) {
    return { packs: [], problems: inFile(shownPath(dir), [await unreadable(dir, reasonOf(error))]) };
  }
}

async function unreadable(dir: string, reason: string): Promise<Finding> {
  if (reason === 'ENOENT') return missing(dir);
  return reason === 'ENOTDIR' ? fault(1, 'file-for-folder') : fault(1, 'unreadable-knowledge', { reason });
}

async function missing(dir: string): Promise<Finding> {
  if (/^[a-z+]+:\/\//i.test(dir)) return fault(1, 'address-for-folder');
  const above = dirname(resolve(dir));
  const beside = await readdir(above, { withFileTypes: true }).catch(() => []);
  const folders = beside.flatMap((one) => (one.isDirectory() ? [one.name] : []));
  const meant = nearest(basename(resolve(dir)), folders);
  return meant === undefined
    ? fault(1, 'missing-knowledge')
    : fault(1, 'mistyped-knowledge', { meant: shownPath(join(above, meant)) });
}

/** Levels between a pack and a part of it that somebody may name, such as `pack/en/questions`. */
const DEEPEST_PART = 2;

/** The pack that a folder is a part of. */
async function packAround(dir: string): Promise<string | undefined> {
  let above = resolve(dir);
  for (let level = 0; level < DEEPEST_PART; level++) {
    above = dirname(above);
    if (await isThere(join(above, PACK_FILE))) return above;
  }
  return undefined;
}

async function packsIn(dir: string): Promise<Found> {
  const names = (await readdir(dir)).filter((name) => !name.startsWith('.')).sort();
  const packs: FoundPack[] = [];
  const problems: Problem[] = [];
  for (const folder of names.map((name) => join(dir, name))) {
    if (await isThere(join(folder, PACK_FILE))) packs.push({ dir: folder, isExample: await saysExample(folder) });
    else if (await isFolder(folder)) problems.push(...inFile(shownPath(folder), [fault(1, 'not-a-pack')]));
  }
  const pack = packs.length === 0 ? await packAround(dir) : undefined;
  if (pack !== undefined)
    return { packs, problems: inFile(shownPath(dir), [fault(1, 'part-of-pack', { pack: shownPath(pack) })]) };
  return { packs, problems: packs.length + problems.length > 0 ? problems : inFile(shownPath(dir), [NOTHING]) };
}

/** A pack.json that cannot be read is reported when the pack is read. */
async function saysExample(pack: string): Promise<boolean> {
  try {
    const info: unknown = JSON.parse(await readFile(join(pack, PACK_FILE), 'utf8'));
    return typeof info === 'object' && info !== null && 'example' in info && info.example === true;
  } catch {
    return false;
  }
}

/** A pack that is both named and in a named folder counts as named. */
function eachOnce(packs: readonly FoundPack[]): FoundPack[] {
  const byPath = new Map<string, FoundPack>();
  for (const pack of packs) {
    const before = byPath.get(resolve(pack.dir));
    if (!before || before.isExample) byPath.set(resolve(pack.dir), pack);
  }
  return [...byPath.values()];
}

/** A pack goes by its folder's name. */
function sameNameProblems(dirs: readonly string[]): Problem[] {
  const seen = new Map<string, string>();
  return dirs.flatMap((dir) => {
    const name = basename(resolve(dir));
    const before = seen.get(name);
    seen.set(name, before ?? dir);
    return before === undefined
      ? []
      : inFile(shownPath(dir), [fault(1, 'same-pack-name', { name, other: shownPath(before) })]);
  });
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
