import type { AddressWords } from '../../core/text/language.ts';

/** Replaces what is not kept. */
export const GAP = '…';

/** Of a name; text that is written without spaces has no end of a name to be seen. */
const LETTER = '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{M}_-])';
/** Of an address in any script. */
const PART = '[\\p{L}\\p{M}\\p{N}_-]';
/** Han text goes on without a space: what may be told from the words around is what is not said by everybody. */
const NUMERAL = '[〇零一二三四五六七八九十百千万萬亿億两兩壹贰叁肆伍陆柒捌玖拾]';

/**
 * Identifiers of people, in the order in which they are taken out. Rather too much goes than too little: these texts
 * are read by moderators and kept.
 */
const IDENTIFIERS = [
  // Mentions, channels, custom emoji and times as platforms write them.
  /<[@#:a-z][^<>\s]*>/giu,
  /[a-z][a-z0-9+.-]*:\/\/\S+/giu,
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}@<>,;:，、。；：]+@[^\s@,;:，、。；：!?！？]+/gu,
  /@[^\s@,，、。:：;；!?！？()（）]+/gu,
  // People of other networks: u/name.
  /(?<![\p{L}\p{N}])\/?[a-z]\/\S+/giu,
  // Addresses without a scheme, in any script. Some names of programs look like them.
  new RegExp(`${PART}+(?:[.。．]${PART}+)*[.．]\\p{L}${PART}+(?:/\\S*)?`, 'gu'),
  /[^\s#]+#\p{Nd}{2,}/gu,
  // Numbers in groups, as of telephones and cards, ...
  new RegExp(`(?<!${LETTER}|\\p{Nd})[+(]?\\p{Nd}(?:[\\s().,/·_–—-]{0,3}\\p{Nd}){5,}`, 'gu'),
  // ... names with numbers, keys, years, and every other number: a room's is like any.
  new RegExp(`${LETTER}*\\p{N}(?:${LETTER}|\\p{N})*`, 'gu'),
  new RegExp(`${NUMERAL}{2,}`, 'gu'),
];

/** The text with a gap for each; a text of a few thousand characters takes milliseconds. */
export function withoutIdentifiers(text: string, spelled: RegExp | undefined): string {
  // Signs that nobody sees could part a number.
  const plain = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '');
  const named = spelled ? plain.replace(spelled, ` ${GAP} `) : plain;
  return IDENTIFIERS.reduce((rest, identifier) => rest.replace(identifier, ` ${GAP} `), named);
}

/** Finds an address that is spelled out: a word, "at", a word, "dot", a word. */
export function spelledAddress({ at, dot }: AddressWords): RegExp {
  const anyOf = (words: readonly string[]) =>
    `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const [name, gap, open, close] = [`${PART}{1,64}`, '[\\s]{0,3}', '[(\\[{]?', '[)\\]}]?'];
  const [ats, dots] = [
    `${gap}${open}\\s?${anyOf([...at, '@'])}\\s?${close}${gap}`,
    `${gap}${open}\\s?${anyOf([...dot, '.'])}\\s?${close}${gap}`,
  ];
  return new RegExp(`(?<!${PART})${name}(?:${dots}${name}){0,3}${ats}${name}(?:${dots}${name}){1,4}(?!${PART})`, 'giu');
}
