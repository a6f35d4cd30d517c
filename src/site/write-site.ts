import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExportError, isSafePath, writeExport } from '../knowledge/export/write-export.ts';
import { makeFolder, namesIn, reasonOf, shownPath } from '../knowledge/format/files.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';

/**
 * The manifest of the site in a folder.
 * @returns undefined if the folder is new or empty
 * @throws ExportError if there is something else in it
 */
export async function siteIn(dir: string): Promise<Manifest | undefined> {
  const text = await readFile(join(dir, MANIFEST), 'utf8').catch(() => undefined);
  const manifest = text === undefined ? undefined : readManifest(text);
  if (manifest) return manifest;
  const present = await namesIn(dir);
  if (present?.length !== 0)
    throw new ExportError(
      `${shownPath(dir)}: this is neither an empty folder nor that of a site (name a new folder; nothing was written)`,
    );
  return undefined;
}

/**
 * Writes a site into a new folder, or over an existing site. Each file is replaced as a whole, so that a server may
 * serve the folder meanwhile. Files that the site no longer has are deleted; files that are not the site's are kept.
 * @throws ExportError
 */
export async function writeSite(dir: string, files: ReadonlyMap<string, string>, before?: Manifest): Promise<void> {
  if (!before) return writeExport(dir, files);
  try {
    for (const [path, text] of files) await replaceFile(join(dir, path), text);
    const gone = before.files.filter((path) => !files.has(path) && isSafePath(path));
    for (const path of gone) await rm(join(dir, path), { force: true });
  } catch (error) {
    throw new ExportError(
      `${shownPath(dir)}: the site cannot be written: ${reasonOf(error)} (check the disk's space and permissions, ` +
        'then build it again)',
      { cause: error },
    );
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
  await makeFolder(dirname(file));
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
