import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFolder } from './is-folder.ts';
import { PACK_FILE } from './pack-files.ts';
import { errorAt, inFile, type Problem } from './problem.ts';
import { reasonOf } from './read-text.ts';
import { shownPath } from './shown-path.ts';

export interface FoundPacks {
  /** In order of their names. */
  readonly dirs: readonly string[];
  readonly problems: readonly Problem[];
}

const NOT_A_PACK = errorAt(1, 'the folder has no pack.json', 'write one, or begin the name of a folder that is no pack with a dot');

/** The folder itself where it is a pack, else the packs in it; names that begin with a dot are passed over. */
export async function findPacks(dir: string): Promise<FoundPacks> {
  if (await isThere(join(dir, PACK_FILE))) return { dirs: [dir], problems: [] };
  try {
    return await packsIn(dir);
  } catch (error) {
    const finding = errorAt(1, `the knowledge folder cannot be read: ${reasonOf(error)}`, 'create it, or name another one in KNOWLEDGE_DIR');
    return { dirs: [], problems: inFile(shownPath(dir), [finding]) };
  }
}

async function packsIn(dir: string): Promise<FoundPacks> {
  const names = (await readdir(dir)).filter((name) => !name.startsWith('.')).sort();
  const dirs: string[] = [];
  const problems: Problem[] = [];
  for (const folder of names.map((name) => join(dir, name))) {
    if (await isThere(join(folder, PACK_FILE))) dirs.push(folder);
    else if (await isFolder(folder)) problems.push(...inFile(shownPath(folder), [NOT_A_PACK]));
  }
  if (dirs.length > 0) return { dirs, problems };
  return { dirs, problems: [...problems, ...inFile(shownPath(dir), [errorAt(1, 'no pack was found', 'a pack is a folder with a pack.json; name the folder of packs in KNOWLEDGE_DIR')])] };
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
