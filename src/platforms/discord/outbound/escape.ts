import { webAddress } from '../../../bot/platform/links.ts';

/**
 * Marks of Discord's Markdown, at any position: emphasis, code, spoilers, quotes, headings, lists, small print, masked
 * links, mentions, emoji, timestamps, and addresses that would become links. `\` before it takes the meaning away.
 */
const MARKS = /[\\*_~|`>#<@[\]]|-(?=[\s#]|$)|(?<=^|[\d\s])[.)](?=\s|$)|:(?=\/\/)/g;

/** Text that is shown as it is, whatever it contains. */
export const escapeText = (text: string): string => plain(text).replace(MARKS, '\\$&');

/** Text for places that know no Markdown: labels, footers, names. No control characters, no halves of characters. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** As `escapeText`, for at most so many units; nothing is cut in the midst of an escape or of a character. */
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

/** An address as Discord reads it between `<` and `>`; undefined for what it would not make a link of. */
export const linkTarget = (url: string): string | undefined =>
  webAddress(url)?.href.replace(/[\s<>\\`|]/g, (mark) => encodeURIComponent(mark));

export const oneLine = (words: string): string => plain(words).replace(/\s+/g, ' ').trim();
