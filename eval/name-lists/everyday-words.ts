import { gunzipSync } from 'node:zlib';

/** Reads a file of a package. */
export type Read = (file: string) => Buffer;

interface Spelling {
  readonly correct: (word: string) => boolean;
}

/** The libraries `nspell` and `cspell-trie-lib`. */
export interface Libraries {
  readonly nspell: (rules: Buffer, words: Buffer) => Spelling;
  readonly decodeTrie: (words: Buffer) => { readonly has: (word: string) => boolean };
}

type IsWord = (word: string) => boolean;

/**
 * For each language, whether a dictionary has a word; none of their words is written anywhere. Those in Arabic letters
 * have names as well.
 */
export const dictionaries: Readonly<Record<string, (read: Read, libraries: Libraries) => IsWord>> = {
  ru: (read, { nspell }) => {
    const spelling = nspell(read('dictionary-ru/index.aff'), read('dictionary-ru/index.dic'));
    return (word) => spelling.correct(word);
  },
  ar: (read, { decodeTrie }) => {
    const words = decodeTrie(gunzipSync(read('@cspell/dict-ar/ar.trie.gz')));
    return (word) => words.has(word);
  },
  fa: (read) => stemsIn(read('dictionary-fa/index.dic')),
  ko: (read) => stemsIn(read('dictionary-ko/index.dic')),
};

function stemsIn(dictionary: Buffer): IsWord {
  const lines = dictionary.toString('utf8').normalize('NFC').split('\n');
  const words = new Set(lines.map((line) => line.replace(/\/.*/, '').trim()));
  return (word) => words.has(word);
}
