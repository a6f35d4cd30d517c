import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Entry } from '../../src/core/entry/entry.ts';
import type { Learned } from '../../src/core/search/learn.ts';
import {
  buildLibrary,
  type Library,
  type LibraryOptions,
  type PackIndexName,
  textsIn,
} from '../../src/core/search/library.ts';
import { baseOf } from '../../src/core/text/language.ts';
import { bytesOf, dataIn } from '../../src/knowledge/learned/model-file.ts';
import './learned-folder.ts';

/** As `buildLibrary`; what an index learns, which takes seconds, is learned once in a run of all tests. */
export function libraryOf(entries: readonly Entry[], options: LibraryOptions): Library {
  const { indexes } = buildLibrary(entries, options);
  const learned = (key: string) => {
    const index = indexes.find((one) => one.key === key);
    return index && kept(join(inject('learnedFolder'), lessonOf(index, entries, options)), () => index.learned);
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

/** The hash of all that an index learns from. */
function lessonOf(index: PackIndexName, entries: readonly Entry[], { languages, background }: LibraryOptions): string {
  const isOwn = ([tag]: readonly [string, unknown]) => baseOf(tag) === index.base;
  const lesson = [
    index.base,
    textsIn(index, entries).map(({ texts }) => texts),
    [...languages].filter(isOwn),
    [...background].filter(isOwn),
  ];
  return createHash('sha256').update(JSON.stringify(lesson)).digest('hex');
}
