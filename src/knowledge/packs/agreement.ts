import { phraseKey } from '../../core/text/normalize.ts';
import type { EntryFile } from '../format/entry-file.ts';
import { fault, inFile, type Problem, shortened, sortProblems, warning } from '../format/problem.ts';
import type { ReadPack } from './pack.ts';

/** All that is wrong in packs, or between them, in order. @param told what is known to be wrong before they are read */
export function problemsIn(packs: readonly ReadPack[], told: readonly Problem[]): Problem[] {
  const files = packs.map((pack) => pack.files);
  const own = packs.flatMap((pack) => pack.problems);
  return sortProblems([...told, ...own, ...sameIdProblems(files), ...samePhrasingProblems(files.flat())]);
}

/** Finds ids that more than one pack has; each is told once. @param packs the files of each pack. */
function sameIdProblems(packs: readonly (readonly EntryFile[])[]): Problem[] {
  const seen = new Map<string, { readonly pack: number; readonly file: string }>();
  const told = new Set<string>();
  return packs.flatMap((files, pack) =>
    files.flatMap(({ id, file }) => {
      const before = seen.get(id) ?? { pack, file };
      seen.set(id, before);
      if (before.pack === pack || told.has(id)) return [];
      told.add(id);
      return inFile(file, [fault(1, 'same-id', { id: shortened(id), other: before.file })]);
    }),
  );
}

/** Finds phrasings that two entries of one language have: the bot cannot know which one is meant. */
function samePhrasingProblems(files: readonly EntryFile[]): Problem[] {
  const seen = new Map<string, { readonly id: string; readonly place: string }>();
  return files.flatMap(({ id, file, language, questions }) =>
    questions.flatMap(({ text, line }) => {
      const key = `${language} ${phraseKey(text)}`;
      const before = seen.get(key) ?? { id, place: `${file}:${line}` };
      seen.set(key, before);
      if (before.id === id || text === '') return [];
      return inFile(file, [warning(line, 'same-phrasing', { what: shortened(text), other: before.place })]);
    }),
  );
}
