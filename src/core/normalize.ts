import { simplify } from './chinese.ts';
import type { LanguageData } from './language.ts';

const HAN = /\p{Script=Han}/u;

/** A function that brings texts of one language to the form in which they are compared. */
export function normalizer(language: LanguageData): (text: string) => string {
  const replace = replacer(language.replace);
  return (text) => {
    const plain = replace(foldMarks(text));
    return language.toSimplified && HAN.test(plain) ? simplify(plain) : plain;
  };
}

const APOSTROPHES = /[’‘ʼ`´]/g;

/** NFKC, lower case, one kind of apostrophe, no accents (but й), no control characters, no lone surrogates. */
export function foldMarks(text: string): string {
  return (
    text
      .toWellFormed()
      // Before NFKC, which would make a space of an acute accent; and at the end, for NFKC makes some.
      .replace(APOSTROPHES, "'")
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{Cc}\p{Cf}\uFFFD]+/gu, ' ')
      .normalize('NFD')
      // й is a letter of its own, and stemmers know it; ё is written е as often as not.
      .replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, '')
      .normalize('NFC')
      .replace(APOSTROPHES, "'")
  );
}

function replacer(table: Readonly<Record<string, string>>): (text: string) => string {
  const keys = Object.keys(table).sort((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const pattern = new RegExp(keys.map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu');
  return (text) => text.replace(pattern, (key) => table[key] ?? key);
}
