import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder, namesIn, reasonOf, shownPath } from '../format/files.ts';
import { checkJson } from '../format/json-file.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { PACK_FILE } from '../packs/pack-files.ts';

/** Says why a folder could not be written, and what to do. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/**
 * Writes files into a folder that is new or empty: all of them, or none. They are written into a folder beside it,
 * which is then renamed.
 * @param files contents by path with `/`; see exportFiles.
 * @throws ExportError if something else is there, a path would lead elsewhere, or the disk refuses.
 */
export async function writeExport(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const path of files.keys()) refuseUnsafe(path);
  const target = await targetOf(dir);
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    await writeAll(beside, files);
    // Not every system lets a folder be renamed over an empty one.
    await rmdir(target).catch(() => undefined);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw new ExportError(
      `${shownPath(dir)}: the folder cannot be written: ${reasonOf(error)} ` +
        `(check the disk's space and permissions; nothing was written)`,
      { cause: error },
    );
  }
}

/** The folder to write; a link to an empty one is followed. */
async function targetOf(dir: string): Promise<string> {
  const whole = await realpath(dir).catch(() => resolve(dir));
  const present = await namesIn(whole);
  if (present === undefined)
    throw new ExportError(`${shownPath(dir)}: this is not a folder that can be read (name a new folder)`);
  if (present.length > 0)
    throw new ExportError(
      `${shownPath(dir)}: the folder is not empty (name a new or an empty folder; nothing is overwritten)`,
    );
  return whole;
}

/** Whether a path stays below its folder, and no part begins with a dot, which readers would ignore. */
export const isSafePath = (path: string): boolean =>
  path.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part));

function refuseUnsafe(path: string): void {
  if (!isSafePath(path))
    throw new ExportError(`${JSON.stringify(path)} is no path for a file of knowledge (rename the pack or the entry)`);
}

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await makeFolder(folder);
  for (const [path, text] of files) {
    const file = join(folder, path);
    await makeFolder(dirname(file));
    // `wx` also refuses the second of two names that are one on this disk.
    await writeFile(file, text, { flag: 'wx' });
  }
}

/** Names of exported packs that are ignored if these files are loaded as one folder; see findPacks. */
export function hiddenExamples(files: ReadonlyMap<string, string>): string[] {
  const packs = [...files].flatMap(([path, text]) => {
    const [name = '', file, ...rest] = path.split('/');
    return file === PACK_FILE && rest.length === 0
      ? [{ name, isExample: checkJson(text, PACK_SHAPE).data?.example === true }]
      : [];
  });
  return packs.every(({ isExample }) => isExample)
    ? []
    : packs.filter(({ isExample }) => isExample).map(({ name }) => name);
}
