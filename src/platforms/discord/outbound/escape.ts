import { webAddress } from '../../../bot/platform/links.ts';

/**
 * Characters with a meaning in Discord's Markdown, at any position: emphasis, code, spoilers, quotes, headings, lists,
 * small print, masked links, mentions, emoji, timestamps, and URLs that would become links. A backslash escapes them.
 */
const MARKS = /[\\*_~|`>#<@[\]]|-(?=[\s#]|$)|(?<=^|[\d\s])[.)](?=\s|$)|:(?=\/\/)/g;

/** Escapes text so that it is displayed literally. */
export const escapeText = (text: string): string => plain(text).replace(MARKS, '\\$&');

/** Text for fields without Markdown, such as labels and footers: without control characters and unpaired surrogates. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** Like `escapeText`, cut to at most `most` UTF-16 units without splitting an escape or a surrogate pair. */
export function escapeWithin(text: string, most: number): string {
  const whole = escapeText(text);
  if (whole.length <= most) return whole;
  const kept: string[] = [];
  let length = 1;
  for (const unit of whole.match(/\\?[\s\S]/gu) ?? []) {
    length += unit.length;
    if (length > most) break;
    kept.push(unit);
  }
  return `${kept.join('').trimEnd()}…`;
}

/** A URL as Discord accepts it between `<` and `>`; undefined if Discord would not make it a link. */
export const linkTarget = (url: string): string | undefined =>
  webAddress(url)?.href.replace(/[\s<>\\`|]/g, (mark) => encodeURIComponent(mark));

export const oneLine = (words: string): string => plain(words).replace(/\s+/g, ' ').trim();

/** Discord's limits in UTF-16 units. Limits that Discord counts in code points are never exceeded by that. */
export const MOST = {
  /** All text of one message. */
  text: 4000,
  /** All components of one message, including rows and buttons. */
  components: 40,
  buttonLabel: 80,
  rowButtons: 5,
  /** URL of a link button. */
  url: 512,
  choices: 25,
  choice: 100,
  commandName: 32,
  commandText: 100,
  modalTitle: 45,
  modalLabel: 45,
  modalHint: 100,
  modalFields: 5,
  modalBoxes: 10,
  modalValue: 4000,
  /** Limits of our own: heading, quoted question, small print. */
  title: 256,
  quote: 256,
  notes: 1200,
} as const;

/** Cuts a text to at most `most` UTF-16 units, with `…` at the end; never splits a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const isPair = isHigh(text, end - 1);
  return `${text.slice(0, isPair ? end - 1 : end).trimEnd()}…`;
}

export const isHigh = (text: string, at: number): boolean => /^[\ud800-\udbff]$/.test(text[at] ?? '');
