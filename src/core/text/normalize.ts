import { simplify } from './chinese.ts';
import type { LanguageData } from './language.ts';
import { remember } from './remember.ts';

const HAN = /\p{Script=Han}/u;
/** An address says nothing of what is asked about it; text in other letters may follow without a space. */
const ADDRESS = /\bhttps?:\/\/[!-~]+/gi;

/** A function that brings texts of one language to the form in which they are compared. */
export function normalizer(language: LanguageData): (text: string) => string {
  const replace = replacer(language.replace);
  return (text) => {
    const plain = replace(foldMarks(text.includes('://') ? text.replace(ADDRESS, ' ') : text));
    return language.toSimplified && HAN.test(plain) ? simplify(plain) : plain;
  };
}

const APOSTROPHES = /[’‘ʼ`´]/g;

/** So often no word repeats a letter, but by a finger that rests on the key. */
const DRAWN_OUT = /(\p{L})\1{3,}/gu;

/**
 * NFKC, lower case, one kind of apostrophe, no accents (but й), no control characters, no lone surrogates, single
 * spaces, nothing drawn out.
 */
export function foldMarks(text: string): string {
  return tidy(PLAIN.test(text) ? text.toLowerCase() : unmarkedOf(text));
}

/** Most English is already composed, and reading a language's lines begins with this. */
const PLAIN = /^[\n\x20-\x5f\x61-\x7e]*$/;

/** All white space but a single space. */
const SPACES = /[^\S ]\s*| \s+/g;

const tidy = (text: string): string => text.replace(SPACES, ' ').replace(DRAWN_OUT, '$1');

/** A question is folded to tell its language, and by each language that it is asked in. */
const MOST_TEXTS = 10;
const unmarkedOf = remember(unmarked, MOST_TEXTS);

function unmarked(text: string): string {
  return (
    text
      .toWellFormed()
      // Soft hyphens: a word may be parted there at the end of a line.
      .replace(/\u00ad/g, '')
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

/** A function that replaces the keys of a table anywhere in a text, the longest that fits first. */
export function replacer(table: Readonly<Record<string, string>>): (text: string) => string {
  const keys = Object.keys(table).sort((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const pattern = new RegExp(keys.map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu');
  return (text) => text.replace(pattern, (key) => table[key] ?? key);
}

/** A question without case, punctuation and width: equal keys are the same phrasing. */
export function phraseKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain
    .replace(/['’‘ʼ]/gu, '')
    .replace(MEANINGLESS, ' ')
    .trim();
  return words === '' ? plain.trim() : words;
}

/** Punctuation that belongs to a name, as in C# or AT&T, is not passed over. */
const MEANINGLESS = /(?:(?![#@%&])[\p{P}\s])+/gu;

/**
 * Brings letters to one form that all of some languages read alike, though each prefers another: Arabic ي and Persian ی
 * come from keyboards, and do not tell the two apart; پ, which Arabic alone reads as ب, does.
 * @returns a function from folded text to text in which each such letter is the same.
 */
export function letterFold(languages: readonly Pick<LanguageData, 'replace'>[]): (text: string) => string {
  const variants = new Set(
    languages.flatMap(({ replace }) => Object.entries(replace).flat()).filter((part) => [...part].length === 1),
  );
  const forms = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const letter of variants) {
    const readings = languages.map(({ replace }) => replace[letter] ?? letter).join('\n');
    const form = forms.get(readings) ?? letter;
    forms.set(readings, form);
    if (form !== letter) folded.set(letter, form);
  }
  return (text) => (folded.size === 0 ? text : [...text].map((letter) => folded.get(letter) ?? letter).join(''));
}

/**
 * Tells which languages' keyboards a text comes from: it has letters that they keep and others replace, and none of
 * which it is the other way round. A hint only: many a Persian writes on an Arabic keyboard.
 * @returns a function from folded text to one answer a language.
 */
export function keyboardsOf(languages: readonly Pick<LanguageData, 'replace'>[]): (text: string) => boolean[] {
  const replaced = (letter: string) => languages.map(({ replace }) => replace[letter] !== undefined);
  const replacedBy = new Map(
    languages.flatMap(({ replace }) => Object.keys(replace)).map((letter) => [letter, replaced(letter)]),
  );
  for (const [letter, by] of replacedBy) if ([...letter].length !== 1 || by.every(Boolean)) replacedBy.delete(letter);
  return (text) => {
    const may = languages.map(() => true);
    let isTold = false;
    for (const letter of replacedBy.size > 0 ? text : '') {
      const by = replacedBy.get(letter);
      isTold ||= by !== undefined;
      by?.forEach((isReplaced, at) => {
        if (isReplaced) may[at] = false;
      });
    }
    return may.map((own) => isTold && own);
  };
}
