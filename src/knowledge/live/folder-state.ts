import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inBatches } from '../format/files.ts';
import type { Folders } from '../packs/find-packs.ts';
import { PACK_FILE } from '../packs/pack-files.ts';

/** What can be told of folders of knowledge without reading a file. */
export interface FolderState {
  /** The folders themselves and those in them. */
  readonly folders: readonly string[];
  /** Which file stands there, its size and its last change, by path. */
  readonly files: ReadonlyMap<string, string>;
}

const BATCH = 64;

/**
 * Looks at the files that knowledge is read from: pack.json and Markdown. Hidden files, and what editors put beside a
 * file while they save it, are none of these. Links are followed. Never rejects: what cannot be looked at is not there.
 */
export async function folderState(named: Folders): Promise<FolderState> {
  const found: Found = { folders: [], files: new Map(), seen: new Set() };
  for (const dir of [named].flat()) {
    const about = await statOf(dir);
    if (about?.isDirectory()) await visit(dir, about, found);
  }
  return { folders: found.folders, files: found.files };
}

/** Whether all files are the same in the same state; folders without any say nothing. */
export const isSameState = (a: FolderState, b: FolderState): boolean => isDeepStrictEqual(a.files, b.files);

interface Found {
  readonly folders: string[];
  readonly files: Map<string, string>;
  /** Folders, by their number in the file system. */
  readonly seen: Set<string>;
}

const statOf = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined);

async function visit(dir: string, { dev, ino }: Stats, found: Found): Promise<void> {
  const number = `${dev} ${ino}`;
  // Links can lead in circles.
  if (found.seen.has(number)) return;
  found.seen.add(number);
  found.folders.push(dir);
  const names = await readdir(dir).catch(() => []);
  const paths = names.filter((name) => !name.startsWith('.')).sort();
  const abouts = await inBatches(paths, BATCH, async (name) => ({
    path: join(dir, name),
    about: await statOf(join(dir, name)),
  }));
  for (const { path, about } of abouts) {
    if (about?.isDirectory()) await visit(path, about, found);
    else if (about && isKnowledge(path)) found.files.set(path, stateOf(about));
  }
}

const isKnowledge = (path: string): boolean => basename(path) === PACK_FILE || path.endsWith('.md');

/** The last change of permissions counts, too: a file may be readable from then on. */
const stateOf = ({ dev, ino, size, ctimeMs }: Stats): string => `${dev} ${ino} ${size} ${ctimeMs}`;
