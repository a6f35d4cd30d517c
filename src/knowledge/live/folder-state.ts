import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inBatches } from '../format/files.ts';
import type { Folders } from '../packs/find-packs.ts';
import { PACK_FILE } from '../packs/pack-files.ts';

/** Which file it is, its size and its last change, by path: all that can be told of knowledge without reading it. */
export type FolderState = ReadonlyMap<string, string>;

/**
 * Looks at the files that knowledge is read from: pack.json and Markdown. Hidden files, and what editors put beside a
 * file while they save it, are none of these. Links are followed. Never rejects: what cannot be looked at is not there.
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

/** The last change of permissions counts, too: a file may be readable from then on. */
const stateOf = ({ dev, ino, size, ctimeMs }: Stats): string => `${dev} ${ino} ${size} ${ctimeMs}`;
