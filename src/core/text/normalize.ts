import { simplify } from './chinese.ts';
import type { LanguageData } from './language.ts';
import { remember } from './remember.ts';

const HAN = /\p{Script=Han}/u;
/** A URL says nothing about the question. Text in other scripts may follow it without a space. */
const ADDRESS = /\bhttps?:\/\/[!-~]+/gi;

/** A function that normalises texts of one language for comparison. */
export function normalizer(language: LanguageData): (text: string) => string {
  const replace = replacer(language.replace);
  return (text) => {
    const plain = replace(foldMarks(text.includes('://') ? text.replace(ADDRESS, ' ') : text));
    return language.toSimplified && HAN.test(plain) ? simplify(plain) : plain;
  };
}

const APOSTROPHES = /[’‘ʼ`´]/g;

/** Letters repeated this often occur in no word, only by leaning on a key or for emphasis. */
const DRAWN_OUT = /(\p{L})\1{3,}/gu;

/**
 * NFKC, lower case, one kind of apostrophe, no accents (but й), no control characters, no unpaired surrogates, single
 * spaces, no letters repeated for emphasis.
 */
export function foldMarks(text: string): string {
  return tidy(PLAIN.test(text) ? text.toLowerCase() : unmarkedOf(text));
}

/** Plain ASCII, the usual case, needs no normalisation of accents. */
const PLAIN = /^[\n\x20-\x5f\x61-\x7e]*$/;

/** White space other than single spaces. */
const SPACES = /[^\S ]\s*| \s+/g;

const tidy = (text: string): string => text.replace(SPACES, ' ').replace(DRAWN_OUT, '$1');

/** Most texts that are cached: a question is folded for detecting its language, and for each language searched. */
const MOST_TEXTS = 10;
const unmarkedOf = remember(unmarked, MOST_TEXTS);

function unmarked(text: string): string {
  return (
    text
      .toWellFormed()
      // Soft hyphens only mark possible line breaks.
      .replace(/\u00ad/g, '')
      // Before NFKC, which turns an acute accent into a space; and again after it, as NFKC creates some.
      .replace(APOSTROPHES, "'")
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{Cc}\p{Cf}\uFFFD]+/gu, ' ')
      .normalize('NFD')
      // й is a letter of its own, which stemmers know; ё is often written as е.
      .replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, '')
      .normalize('NFC')
      .replace(APOSTROPHES, "'")
  );
}

/** A function that replaces a table's keys anywhere in a text, the longest match first. */
export function replacer(table: Readonly<Record<string, string>>): (text: string) => string {
  const keys = Object.keys(table).sort((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const pattern = new RegExp(keys.map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu');
  return (text) => text.replace(pattern, (key) => table[key] ?? key);
}

/** A question without case, punctuation and width; texts with equal keys count as the same phrasing. */
export function phraseKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain
    .replace(/['’‘ʼ]/gu, '')
    .replace(MEANINGLESS, ' ')
    .trim();
  return words === '' ? plain.trim() : words;
}

/** Punctuation that may be part of a name, as in C# or AT&T, is kept. */
const MEANINGLESS = /(?:(?![#@%&])[\p{P}\s])+/gu;

/**
 * Unifies letters that several languages read the same but type differently: Arabic ي and Persian ی depend on the
 * keyboard, and do not distinguish the two; پ, which only Arabic reads as ب, does.
 * @returns a function from folded text to text with such letters unified
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
 * Tells from which languages' keyboards a text may come: it has letters that this language keeps and others replace,
 * and none for the opposite. Only a hint, as some Persians use an Arabic keyboard.
 * @returns a function from folded text to a boolean for each language
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
