import type { Dirent } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { type Finding, fault } from '../format/problem.ts';

/**
 * Whether something in a folder is a file or a folder. Links may lead to files inside `root` only: others would show
 * what the pack's author has no right to, and links to folders could lead in circles.
 */
export async function entryKind(entry: Dirent, file: string, root: string): Promise<'file' | 'folder' | Finding> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return fault(1, 'neither-file-nor-folder');
  try {
    const target = await realpath(file);
    if (!target.startsWith((await realpath(root)) + sep)) return fault(1, 'link-out-of-pack');
    if ((await stat(target)).isFile()) return 'file';
    return fault(1, 'link-to-no-file');
  } catch {
    return fault(1, 'link-to-nothing');
  }
}
