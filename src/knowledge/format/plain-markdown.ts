import { isVisible } from './files.ts';
import { LONGEST_PHRASING, type Phrasing } from './phrasings.ts';

/** An entry's text without marks but those of its heading and phrasings. */
export interface PlainText {
  /** Lines count from 0. */
  readonly title: Phrasing;
  readonly phrasings: readonly Phrasing[];
  /** One line each. */
  readonly paragraphs: readonly string[];
}

/** Characters of the whole, less than the longest answer has: what is longer may be refused. */
const MOST = 3000;
/** A line that begins with a letter, has single spaces between its words, and no letter that Markdown may take for a mark. */
const LINE = '\\p{L}(?:[^\\s\\p{Cc}\\\\`~*_[\\]<>&|#]| (?=[^ \\n]))*';
const PHRASINGS = `(?:> - ${LINE}\\n)+`;
const PLAIN = new RegExp(`^(\\n*)# (${LINE})(?:\\n+(${PHRASINGS})(?=\\n))?((?:\\n+${LINE}(?=\\n\\n|\\n*$))+)\\n*$`, 'u');

/**
 * Reads a heading, phrasings and paragraphs of plain words, as nearly all that a community teaches is: a community's entries are read
 * when it is first asked, and somebody waits. The same as the parser's reading.
 * @returns undefined for what the parser must read.
 */
export function readPlainText(text: string): PlainText | undefined {
  const [, above = '', title = '', quote = '', below = ''] = (text.length <= MOST && PLAIN.exec(text)) || [];
  const paragraphs = below.split(/\n+/).filter((line) => line !== '');
  const phrasings = quote
    .split('\n')
    .slice(0, -1)
    .map((line) => line.slice('> - '.length));
  if (paragraphs.length === 0 || ![title, ...phrasings].every(isFine) || !paragraphs.some(isVisible)) return undefined;
  const first = quote === '' ? 0 : text.slice(0, text.indexOf(quote)).split('\n').length - 1;
  return { title: { text: title, line: above.length }, phrasings: phrasings.map((one, at) => ({ text: one, line: first + at })), paragraphs };
}

const isFine = (words: string): boolean => isVisible(words) && words.length <= LONGEST_PHRASING;
