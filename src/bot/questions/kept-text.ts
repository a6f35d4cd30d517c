import type { AddressWords } from '../../core/text/language.ts';

/** Replaces text that is not kept. */
export const GAP = '…';

/** A character of an email address in any script. */
const PART = '[\\p{L}\\p{M}\\p{N}_-]';
/** Between the digits of one number, including invisible characters. */
const BETWEEN = '[\\s().,/·_–—\\p{Cf}-]{0,3}';
/** A number with so many digits is taken for a telephone, card or account number. */
const LEAST_DIGITS = 7;

/** Patterns of personal data, in the order in which they are replaced. */
const PERSONAL: readonly (readonly [RegExp, (found: string) => string])[] = [
  // Mentions of accounts, roles and channels; other text in angle brackets stays.
  [/<(?:@[!&]?|#)\d+>/gu, () => GAP],
  [/[a-z][a-z0-9+.-]*:\/\/[^\s<>]+/giu, linkWithout],
  // Addresses of mail, also without a domain, and of chats.
  [
    /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}@<>,;:()，、。；：]+@[^\s@,;:，、。；：!?！？()]+/gu,
    () => GAP,
  ],
  [/(?<![\p{L}\p{N}])@[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?/gu, () => GAP],
  [/(?<![\p{L}\p{N}/])\/?u\/[\w-]+/giu, () => GAP],
  [/[^\s#]+#\p{Nd}{4}(?!\p{Nd})/gu, () => GAP],
  // Tokens: long rows of letters and digits.
  [/(?<![\w-])\d{6,}:[\w-]{20,}/gu, () => GAP],
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}(?:\.[\w-]+)*/giu, () => GAP],
  // Account numbers that begin with letters, such as an IBAN.
  [/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}(?![\p{L}\p{N}])/gu, () => GAP],
  [
    new RegExp(`[+(]?\\p{Nd}(?:${BETWEEN}\\p{Nd}){${LEAST_DIGITS - 1},}`, 'gu'),
    (found) => (isDate(found) ? found : GAP),
  ],
];

const DATE = /^\p{Nd}{4}([-./])\p{Nd}{1,2}\1\p{Nd}{1,2}$|^\p{Nd}{1,2}([-./])\p{Nd}{1,2}\2\p{Nd}{4}$/u;
const isDate = (found: string): boolean => DATE.test(found);

/** A segment of a path that looks like a token. */
const SECRET = /^(?=.*\d)(?=.*[a-z])[\w~+=%-]{16,}$/i;
/** Hosts on which the first segment of a path is an account or an invitation. */
const OF_ACCOUNTS = /^(?:\w{1,2}\.\w{2,3}|[\w-]+\.gg|(?:www\.)?(?:twitter|instagram|facebook)\.com)$/i;

/** A link without parts that give access or identify somebody: user name, accounts, tokens and parameters. */
function linkWithout(found: string): string {
  // Punctuation after it belongs to the sentence.
  const address = found.replace(/[.,;:!?)\]}，。；：！？）]+$/u, '');
  const end = found.slice(address.length);
  const [, scheme = '', host = '', path = '', more = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(.*)$/isu.exec(address) ?? [];
  const isPlain = /^https?:\/\/$/i.test(scheme);
  if (!isPlain) return GAP + end;
  const segments = path
    .split('/')
    .map((segment, at) =>
      segment !== '' && ((at === 1 && OF_ACCOUNTS.test(host)) || SECRET.test(segment)) ? GAP : segment,
    );
  return scheme + host + segments.join('/') + (more === '' ? '' : GAP) + end;
}

/** Characters that change the direction of text, control characters, and more than four marks on one letter. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?![\n\t])\p{Cc}/gu;
const HEAPED = /(\p{M}{4})\p{M}+/gu;

/**
 * A question as it is stored and shown: as typed, in one line, with a gap for each number, address and account of a
 * person. A text of a few thousand characters takes milliseconds.
 * @param spelled pattern of addresses that are spelled out. Default: none
 */
export function keptText(text: string, spelled?: RegExp): string {
  const plain = text.toWellFormed().normalize('NFC').replace(TURNING, '').replace(HEAPED, '$1');
  const named = spelled ? plain.replace(spelled, GAP) : plain;
  return PERSONAL.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), named)
    .replace(/\s+/gu, ' ')
    .replace(/…(?:\s*…)+/gu, GAP)
    .trim();
}

/** A function that returns a question as it may be stored. */
export function textKeeper(
  languages: ReadonlyMap<string, { readonly addressWords?: AddressWords | undefined }>,
): (text: string, language: string) => string {
  const spelled = new Map<string, RegExp>();
  for (const [tag, { addressWords }] of languages) if (addressWords) spelled.set(tag, spelledAddress(addressWords));
  return (text, language) => keptText(text, spelled.get(language));
}

/** Matches an address that is spelled out, such as "jane at example dot org". */
function spelledAddress({ at, dot }: AddressWords): RegExp {
  const anyOf = (words: readonly string[]) =>
    `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const [name, gap, open, close] = [`${PART}{1,64}`, '[\\s]{0,3}', '[(\\[{]?', '[)\\]}]?'];
  const [ats, dots] = [
    `${gap}${open}\\s?${anyOf([...at, '@'])}\\s?${close}${gap}`,
    `${gap}${open}\\s?${anyOf([...dot, '.'])}\\s?${close}${gap}`,
  ];
  return new RegExp(`(?<!${PART})${name}(?:${dots}${name}){0,3}${ats}${name}(?:${dots}${name}){1,4}(?!${PART})`, 'giu');
}
