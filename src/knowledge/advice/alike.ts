import { phraseKey } from '../../core/text/phrase-key.ts';
import type { EntryFile } from '../entry-file.ts';
import type { Phrasing } from '../phrasings.ts';
import { advice, inFile, type Problem, shortened } from '../problem.ts';

/** Letters of a word from which on one more or less is a slip or an ending, and not another word. */
const LONG_WORD = 6;

/**
 * Finds headings and phrasings of one language that stand in two entries and differ in the order of their words, or in one letter of
 * one long word. The very same ones are a warning already.
 */
export function alikePhrasings(files: readonly EntryFile[]): Problem[] {
  const seen = new Map<string, Known>();
  return files.flatMap(({ id, file, language, questions }) =>
    questions.flatMap((phrasing) => {
      const keys = keysOf(phrasing).map((key) => `${language} ${key}`);
      const before = keys.map((key) => seen.get(key)).find((known) => known && known.id !== id && known.phrase !== phraseKey(phrasing.text));
      for (const key of keys) if (!seen.has(key)) seen.set(key, { id, phrase: phraseKey(phrasing.text), place: `${file}:${phrasing.line}` });
      return before ? inFile(file, [advice(phrasing.line, 'alike', { what: shortened(phrasing.text), other: before.place })]) : [];
    }),
  );
}

interface Known {
  readonly id: string;
  readonly phrase: string;
  readonly place: string;
}

/** Two phrasings are alike where they share one: the words in order of the alphabet, and these with one letter left out of a long word. */
function keysOf({ text }: Phrasing): string[] {
  const words = phraseKey(text).split(' ').sort();
  if (words.length < 2) return [];
  const without = words.flatMap((word, at) => (isLong(word) ? lessOne(word).map((shorter) => [...words.slice(0, at), shorter, ...words.slice(at + 1)].join(' ')) : []));
  return [...new Set([words.join(' '), ...without])];
}

/** In scripts of syllables and words each character means something, and so does each digit. */
const isLong = (word: string): boolean => word.length >= LONG_WORD && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{M}]+$/u.test(word);

const lessOne = (word: string): string[] => Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
