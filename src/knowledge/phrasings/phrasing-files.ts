import { randomUUID } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { insertPhrasings } from '../export/insert-phrasings.ts';
import { ExportError } from '../export/write-export.ts';
import { reasonOf, shownPath } from '../format/files.ts';
import { MOST_ENTRY_BYTES } from '../format/markdown.ts';
import { findPacks } from '../packs/find-packs.ts';
import { readPack } from '../packs/pack.ts';

/** Phrasings that are added to an entry's file in one language. */
export interface AddedPhrasings {
  readonly id: string;
  readonly language: string;
  readonly phrasings: readonly string[];
}

export interface WrittenPhrasings {
  /** Why nothing was written, each as `file: problem (cure)`. */
  readonly problems: readonly string[];
  readonly written: readonly { readonly file: string; readonly count: number }[];
}

/** The files of entries, as they were when they were read. */
export interface PhrasingFiles {
  /**
   * Adds phrasings to all files, or to none if one of them has changed since.
   * @throws ExportError if the disk refuses in the middle
   */
  readonly write: (added: readonly AddedPhrasings[]) => Promise<WrittenPhrasings>;
}

/** Reads the files of a pack, or of a folder of packs. */
export async function readPhrasingFiles(folder: string): Promise<PhrasingFiles> {
  const { dirs } = await findPacks(folder);
  const packs = await Promise.all(dirs.map((dir) => readPack(dir)));
  const known = new Map<string, { readonly file: string; readonly text: string }>();
  for (const { id, language, file } of packs.flatMap(({ files }) => files)) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) known.set(`${language}/${id}`, { file, text });
  }
  return {
    write: async (added) => {
      const planned = added.map(({ id, language, phrasings }) => ({
        ...known.get(`${language}/${id}`),
        key: `${language}/${id}`,
        phrasings,
      }));
      const changes: Change[] = [];
      const problems: string[] = [];
      for (const { key, file, text, phrasings } of planned) {
        const after = text === undefined ? undefined : insertPhrasings(text, phrasings);
        if (file === undefined || after === undefined)
          problems.push(`${file ?? key}: the phrasings have no place in it (write a heading "# ..." above its answer)`);
        else if (Buffer.byteLength(after) > MOST_ENTRY_BYTES)
          problems.push(`${file}: with these phrasings the file would be too long (take fewer)`);
        else if ((await readFile(file, 'utf8').catch(() => undefined)) !== text)
          problems.push(`${file}: the file was changed meanwhile (run the command again)`);
        else changes.push({ file, after, count: phrasings.length });
      }
      if (problems.length > 0) return { problems, written: [] };
      for (const change of changes) await writeWhole(change);
      return { problems: [], written: changes.map(({ file, count }) => ({ file: shownPath(file), count })) };
    },
  };
}

interface Change {
  readonly file: string;
  readonly after: string;
  readonly count: number;
}

/** Writes a file as a whole or not at all. It keeps its permissions; if it is a link, its target is written. */
async function writeWhole({ file, after }: Change): Promise<void> {
  try {
    const target = await realpath(file);
    const { mode } = await stat(target);
    const beside = join(dirname(target), `.${randomUUID()}`);
    try {
      await writeFile(beside, after, { flag: 'wx', mode });
      await rename(beside, target);
    } finally {
      await rm(beside, { force: true });
    }
  } catch (error) {
    throw new ExportError(
      `${shownPath(file)}: the file cannot be written: ${reasonOf(error)} ` +
        '(check the disk; files before it have their phrasings, and the same command adds the rest)',
      { cause: error },
    );
  }
}
