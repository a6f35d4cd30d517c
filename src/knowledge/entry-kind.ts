import type { Dirent } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { errorAt, type Finding } from './problem.ts';

/**
 * Whether something in a folder is a file or a folder. Links may lead to files inside `root` only: others would show
 * what the pack's author has no right to, and links to folders could lead in circles.
 */
export async function entryKind(entry: Dirent, file: string, root: string): Promise<'file' | 'folder' | Finding> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return errorAt(1, 'this is neither a file nor a folder', 'remove it');
  try {
    const target = await realpath(file);
    if (!target.startsWith((await realpath(root)) + sep)) return errorAt(1, 'this link leads out of the pack', 'copy the file into the pack');
    if ((await stat(target)).isFile()) return 'file';
    return errorAt(1, 'this link does not lead to a file', 'copy what it leads to');
  } catch {
    return errorAt(1, 'this link leads nowhere', 'remove it, or copy the file into the pack');
  }
}
