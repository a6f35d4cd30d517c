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

/** Discord's limits, in UTF-16 units; what counts characters otherwise is never shorter than that. */
export const MOST = {
  /** All texts of one message together. */
  text: 4000,
  /** Everything in one message, buttons and the rows that hold them included. */
  components: 40,
  buttonLabel: 80,
  rowButtons: 5,
  /** An address on a button. */
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
  /** The bot's own: a heading, a question in a quote, the small print below a text. */
  title: 256,
  quote: 256,
  notes: 1200,
} as const;

/** A text of at most so many units; what is cut ends with `…`. A pair of surrogates stays whole. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const isPair = isHigh(text, end - 1);
  return `${text.slice(0, isPair ? end - 1 : end).trimEnd()}…`;
}

/** Whether it is the first half of a pair of surrogates. */
export const isHigh = (text: string, at: number): boolean => /^[\ud800-\udbff]$/.test(text[at] ?? '');
