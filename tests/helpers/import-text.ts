import { join } from 'node:path';
import { formatProblem } from '../../src/knowledge/format/problem.ts';
import type { ImportedEntry, ImportOptions } from '../../src/knowledge/import/imported.ts';
import { readImport } from '../../src/knowledge/import/read-import.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ImportedText {
  readonly entries: readonly ImportedEntry[];
  /** Problems of entries that were left out or refused, each as the command line prints it, without the folder. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** `line: what was done`. */
  readonly repaired: readonly string[];
}

/** Imports a file with this content. @param name its ending says what it is. */
export async function importText(
  name: string,
  content: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportedText> {
  const dir = temporaryFolder({ [name]: content });
  const { packs, problems, skipped, repaired } = await readImport([join(dir, name)], { language: 'en', ...options });
  const told = (level: string) =>
    [...problems, ...skipped]
      .filter((problem) => problem.level === level)
      .map((problem) => formatProblem({ ...problem, file: problem.file.replace(`${dir}/`, '') }));
  return {
    entries: packs.flatMap(({ entries }) => entries),
    errors: told('error'),
    warnings: told('warning'),
    repaired: repaired.map(({ line, what }) => `${line}: ${what}`),
  };
}
