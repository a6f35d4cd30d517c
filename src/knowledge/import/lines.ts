import type { Line } from './markdown-tree.ts';

/** Whether a text ends in a question mark, whatever quotes, marks or closing tags are behind that. */
export const asksIn = (text: string): boolean => /[?？؟](?:[\s*_)\]"”»]|<\/[a-z][a-z\d]{0,9}>)*$/i.test(text);

/**
 * Most characters of a line that is matched; longer ones are ordinary text. On megabytes of marks a regular expression
 * runs out of stack and throws.
 */
const LONGEST_MARK = 100_000;

/** Whether a line matches, safely: a very long line never does. */
export const isMark = (pattern: RegExp, line: string): boolean => line.length <= LONGEST_MARK && pattern.test(line);

/**
 * Removes empty lines around a text, and the indentation that all its lines share. Its first line may be a list item,
 * whose text below is then still indented.
 */
export function withoutIndent(text: string): string {
  const [first = '', ...below] = text
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const columns = Math.min(...[first, ...below].filter((line) => line.trim() !== '').map(indentOf));
  return [first, ...below]
    .map((line) => line.slice(Math.min(columns, indentOf(line))))
    .join('\n')
    .trim();
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Changes the words of a text, and leaves the code between backticks as it is. */
export function outsideCode(text: string, change: (words: string) => string): string {
  // Split at runs of backticks: one expression for a whole span of code runs out of stack on millions of characters.
  const parts = text.split(/(`+)/);
  return parts.map((part, at) => (at % 4 === 0 || at === parts.length - 1 ? change(part) : part)).join('');
}

const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr ?\/?>[ \t]*)$/;
/** Notes to editors and targets of links within the page, which readers of the page do not see. */
const UNSEEN = /^ {0,3}(?:<!--(?:[^-]|-(?!->))*-->|<a[ \t]+(?:name|id)="[^"<>]*"[ \t]*(?:\/>|>[ \t]*<\/a>))[ \t]*$/;

/**
 * Whether a reader of the page sees anything of a line. Empty lines, rules, notes and definitions of links are not
 * seen.
 */
export const isSeen = (line: Line): boolean =>
  line.isCode || !(line.text.trim() === '' || isMark(RULE, line.text) || isUnseen(line) || line.isDefinition);

export const isUnseen = ({ text, isCode }: Line): boolean => !isCode && isMark(UNSEEN, text);
