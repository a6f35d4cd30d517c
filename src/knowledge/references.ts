import type { EntryFile } from './entry-file.ts';
import { suggester } from './nearest.ts';
import { fault, inFile, type Problem, shortened } from './problem.ts';

/**
 * Finds sources and related entries that do not exist.
 * @param ids every entry's file counts, also one with errors: its name is right.
 * @param sources those of pack.json; without them, sources are not compared.
 */
export function referenceProblems(files: readonly EntryFile[], ids: ReadonlySet<string>, sources?: Readonly<Record<string, unknown>>): Problem[] {
  const known = sources && new Set(Object.keys(sources));
  const unknownSources = known ? missing(files, 'sources', known, 'unknown-source', 'sources stand in pack.json') : [];
  return [...unknownSources, ...missing(files, 'related', ids, 'unknown-related', 'related entries are of the same pack, e.g. questions/why-banned')];
}

function missing(files: readonly EntryFile[], key: 'sources' | 'related', known: ReadonlySet<string>, code: 'unknown-source' | 'unknown-related', advice: string): Problem[] {
  const suggest = suggester(known);
  return files.flatMap((file) => {
    const named = file[key].map((id, at) => ({ id: id.normalize('NFC'), line: file.lineOf([key, at]) }));
    return inFile(
      file.file,
      named.filter(({ id }) => !known.has(id)).map(({ id, line }) => fault(line, code, { id: shortened(id), cure: suggest(id, advice) })),
    );
  });
}

/** Finds ids of one pack that differ in letter case or Unicode form only: some systems take them for one file. */
export function letterCaseProblems(files: readonly EntryFile[]): Problem[] {
  const seen = new Map<string, EntryFile>();
  return files.flatMap((file) => {
    const key = file.id.toLowerCase();
    const before = seen.get(key);
    if (!before) seen.set(key, file);
    if (!before || (before.id === file.id && before.language !== file.language)) return [];
    return inFile(file.file, [fault(1, 'same-letters', { other: before.file })]);
  });
}
