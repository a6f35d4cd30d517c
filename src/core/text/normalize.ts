import { simplify } from './chinese.ts';
import type { LanguageData } from './language.ts';
import { remember } from './remember.ts';

type WithReplacements = Pick<LanguageData, 'replace'>;

const HAN = /\p{Script=Han}/u;
/** URLs tell nothing about a question. Text in other scripts may follow one without a space. */
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

/** A letter this often in a row is in no word: a key was held down, or it is emphasis. */
const DRAWN_OUT = /(\p{L})\1{3,}/gu;

/**
 * The text in NFKC and lower case, with one kind of apostrophe, single spaces, and no letters repeated for emphasis;
 * without accents (but й), control characters and unpaired surrogates.
 */
export function foldMarks(text: string): string {
  return tidy(PLAIN.test(text) ? text.toLowerCase() : unmarkedOf(text));
}

/** Plain ASCII needs no normalisation of accents, and is the usual case. */
const PLAIN = /^[\n\x20-\x5f\x61-\x7e]*$/;

/** White space other than single spaces. */
const SPACES = /[^\S ]\s*| \s+/g;

const tidy = (text: string): string => text.replace(SPACES, ' ').replace(DRAWN_OUT, '$1');

/** Most texts that are cached: a question is folded to detect its language, and in each language that is searched. */
const MOST_TEXTS = 10;
const unmarkedOf = remember(unmarked, MOST_TEXTS);

function unmarked(text: string): string {
  return (
    text
      .toWellFormed()
      // Soft hyphens only mark where a line may break.
      .replace(/\u00ad/g, '')
      // Before NFKC, which makes a space of an acute accent; and again after it, as it makes new apostrophes.
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

/** A function that replaces each key of a table anywhere in a text, the longest first. */
export function replacer(table: Readonly<Record<string, string>>): (text: string) => string {
  const keys = Object.keys(table).sort((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const pattern = new RegExp(keys.map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu');
  return (text) => text.replace(pattern, (key) => table[key] ?? key);
}

/** A question without case, punctuation and width. Phrasings with the same key are the same. */
export function phraseKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain
    .replace(/['’‘ʼ]/gu, '')
    .replace(MEANINGLESS, ' ')
    .trim();
  return words === '' ? plain.trim() : words;
}

/** Punctuation, except what may be part of a name, as in C# or AT&T. */
const MEANINGLESS = /(?:(?![#@%&])[\p{P}\s])+/gu;

/**
 * Makes one letter of those that several languages read alike but type differently: which of Arabic ي and Persian ی a
 * text has depends on the keyboard and tells nothing; پ, which only Arabic reads as ب, tells.
 * @returns a function from folded text to text with such letters made one
 */
export function letterFold(languages: readonly WithReplacements[]): (text: string) => string {
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
 * Tells from the keyboard of which languages a text may come: it has letters that these keep and others replace, and
 * none for which that is the other way round. Only a hint, as some Persians have an Arabic keyboard.
 * @returns a function from folded text to a boolean for each language
 */
export function keyboardsOf(languages: readonly WithReplacements[]): (text: string) => boolean[] {
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
