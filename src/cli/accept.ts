import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ChatError } from '../knowledge/mine/read-chats.ts';
import { importIntoFolder } from './import-folder.ts';
import { SOURCE_FILE } from './mine-chats.ts';

/**
 * `wenda knowledge accept`: moves a proposal into a pack.
 * @returns 0, or 1 if it was refused and left unchanged
 * @param files as `knowledge mine` wrote them.
 * @param into the pack's folder.
 * @throws ChatError
 */
export async function acceptCommand(files: readonly string[], into: string): Promise<number> {
  for (const file of files) {
    const code = await importIntoFolder([file], into, await sourceOf(file));
    if (code !== 0) return code;
    await rm(file);
  }
  return 0;
}

/** The source of the proposals in this folder, as options of `import`. */
async function sourceOf(file: string): Promise<{ readonly source: string; readonly 'source-url'?: string }> {
  const path = foldersAbove(file)
    .map((folder) => join(folder, SOURCE_FILE))
    .find((place) => existsSync(place));
  if (path === undefined)
    throw new ChatError(`${file}: there is no ${SOURCE_FILE} above it (name a file that "knowledge mine" wrote)`);
  const { title, url }: Readonly<Record<string, unknown>> = JSON.parse(await readFile(path, 'utf8'));
  if (typeof title !== 'string') throw new ChatError(`${path}: this has no title (write {"title": "…"})`);
  return { source: title, 'source-url': typeof url === 'string' ? url : undefined };
}

function foldersAbove(path: string): string[] {
  const above = dirname(resolve(path));
  return above === resolve(path) ? [] : [above, ...foldersAbove(above)];
}
