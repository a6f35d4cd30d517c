import type { InLatin } from './language.ts';
import { replacer } from './normalize.ts';
import { romanize } from './romanize.ts';

const DOUBLED = /(.)\1+/gu;

/**
 * A key that all spellings of a word share, romanised or not: "mamnoo" and ممنوع both become `mmn`, by the language's
 * table.
 * @returns a function from a normalised word
 */
export function latinKey({ replace }: Pick<InLatin, 'replace'>): (word: string) => string {
  const read = replacer(replace);
  const spell = (letter: string) => (replace[letter] === undefined ? romanize(letter) : letter);
  return (word) =>
    read(` ${Array.from(word, spell).join('')} `)
      .replaceAll(' ', '')
      .replace(DOUBLED, '$1');
}
