import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import { baseOf } from '../../src/core/language.ts';
import type { Learned } from '../../src/core/learn.ts';
import { buildLibrary, type Library, type LibraryOptions, type ShelfName, textsOn } from '../../src/core/library.ts';
import { bytesOf, dataIn } from '../../src/knowledge/learned/model-file.ts';
import './learned-folder.ts';

/** As `buildLibrary`; what a shelf learns, which takes seconds, is learned once in a run of all tests. */
export function libraryOf(entries: readonly Entry[], options: LibraryOptions): Library {
  const { shelves } = buildLibrary(entries, options);
  const learned = (key: string) => {
    const shelf = shelves.find((one) => one.key === key);
    return shelf && kept(join(inject('learnedFolder'), lessonOf(shelf, entries, options)), () => shelf.learned);
  };
  return buildLibrary(entries, { ...options, learned });
}

function kept(file: string, learn: () => Learned | undefined): Learned | undefined {
  if (existsSync(file)) return dataIn(readFileSync(file)) as Learned;
  const learned = learn();
  // Under another name first: another process may be reading.
  writeFileSync(`${file}.${process.pid}`, bytesOf(learned));
  renameSync(`${file}.${process.pid}`, file);
  return learned;
}

/** The hash of all that a shelf learns from. */
function lessonOf(shelf: ShelfName, entries: readonly Entry[], { languages, background }: LibraryOptions): string {
  const isOwn = ([tag]: readonly [string, unknown]) => baseOf(tag) === shelf.base;
  const lesson = [shelf.base, textsOn(shelf, entries).map(({ texts }) => texts), [...languages].filter(isOwn), [...background].filter(isOwn)];
  return createHash('sha256').update(JSON.stringify(lesson)).digest('hex');
}
