import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Entry } from '../../src/core/entry/entry.ts';
import type { Learned } from '../../src/core/search/learn.ts';
import {
  buildLibrary,
  indexNamesOf,
  type LearnedEarlier,
  type Library,
  type LibraryOptions,
  learnIndex,
  type PackIndexName,
  textsIn,
} from '../../src/core/search/library.ts';
import { NO_BACKGROUND } from '../../src/core/text/background.ts';
import { baseOf, languageOf } from '../../src/core/text/language.ts';
import { bytesOf, dataIn } from '../../src/knowledge/learned/model-file.ts';
import './learned-folder.ts';

/** As `buildLibrary`; what an index learns, which takes seconds, is learned once in a run of all tests. */
export function libraryOf(entries: readonly Entry[], options: LibraryOptions): Library {
  return buildLibrary(entries, { ...options, learned: learnedOf(entries, options) });
}

/** What each index of some entries learns, learned once in a run of all tests. */
export function learnedOf(entries: readonly Entry[], options: LibraryOptions): LearnedEarlier {
  const names = new Map(indexNamesOf(entries).map((name) => [name.key, name]));
  return {
    has: (key) => names.has(key),
    get: (key) => {
      const name = names.get(key);
      return (
        name &&
        kept(join(inject('learnedFolder'), lessonOf(name, entries, options)), () => learnt(name, entries, options))
      );
    },
  };
}

function learnt(name: PackIndexName, entries: readonly Entry[], { languages, background }: LibraryOptions): Learned {
  const language = languageOf(name.base, languages);
  return learnIndex(textsIn(name, entries), { language, background: background.get(language.tag) ?? NO_BACKGROUND });
}

function kept(file: string, learn: () => Learned): Learned {
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
