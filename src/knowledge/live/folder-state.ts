import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inBatches } from '../format/files.ts';
import type { Folders } from '../packs/find-packs.ts';
import { PACK_FILE } from '../packs/pack-files.ts';

/** Device, inode, size and last change of each file, by path: they tell a change without reading. */
export type FolderState = ReadonlyMap<string, string>;

/**
 * The state of pack.json and Markdown files; hidden files, and those that editors make while they save, do not count.
 * Links are followed. Never rejects: a file that cannot be looked at counts as missing.
 */
export async function folderState(named: Folders): Promise<FolderState> {
  const files = new Map<string, string>();
  const seen = new Set<string>();
  const visit = async (path: string, about: Stats | undefined): Promise<void> => {
    if (!about?.isDirectory()) {
      if (about && isKnowledge(path)) files.set(path, stateOf(about));
      return;
    }
    // Links can lead in circles.
    const folder = `${about.dev} ${about.ino}`;
    if (seen.has(folder)) return;
    seen.add(folder);
    const names = (await readdir(path).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
    const abouts = await inBatches(names, (name) => statOf(join(path, name)));
    for (const [at, name] of names.entries()) await visit(join(path, name), abouts[at]);
  };
  for (const dir of [named].flat()) {
    const about = await statOf(dir);
    if (about?.isDirectory()) await visit(dir, about);
  }
  return files;
}

export const isSameState = (a: FolderState, b: FolderState): boolean => isDeepStrictEqual(a, b);

const statOf = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined);

const isKnowledge = (path: string): boolean => basename(path) === PACK_FILE || path.endsWith('.md');

/** By ctime, because a change of permissions counts, too: it may make a file readable. */
const stateOf = ({ dev, ino, size, ctimeMs }: Stats): string => `${dev} ${ino} ${size} ${ctimeMs}`;
