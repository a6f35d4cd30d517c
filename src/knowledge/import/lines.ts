import type { Line } from './markdown-tree.ts';

/** Text that ends in a question mark. */
export const asksIn = (text: string): boolean => /[?？؟][\s*_)\]"”»]*$/.test(text);

/**
 * Characters of a line beyond which it is text, whatever it looks like: on megabytes of marks a pattern runs out of
 * room, and throws.
 */
const LONGEST_MARK = 100_000;

/** Whether a whole line is a mark of this kind. */
export const isMark = (pattern: RegExp, line: string): boolean => line.length <= LONGEST_MARK && pattern.test(line);

/** A text without empty lines around it, and as far left as it goes: its first line may be an item of a list. */
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

/** Changes a text's words, but not the code in it. */
export function outsideCode(text: string, change: (words: string) => string): string {
  // Runs of backticks between texts: one pattern for code as a whole runs out of room on millions.
  const parts = text.split(/(`+)/);
  return parts.map((part, at) => (at % 4 === 0 || at === parts.length - 1 ? change(part) : part)).join('');
}

const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr ?\/?>[ \t]*)$/;
/** Notes to editors, and marks for links within the page: nobody sees them. */
const UNSEEN = /^ {0,3}(?:<!--(?:[^-]|-(?!->))*-->|<a[ \t]+(?:name|id)="[^"<>]*"[ \t]*(?:\/>|>[ \t]*<\/a>))[ \t]*$/;

/** Whether a reader of the page sees anything of a line. */
export const isSeen = (line: Line): boolean =>
  line.isCode || !(line.text.trim() === '' || isMark(RULE, line.text) || isUnseen(line) || line.isDefinition);

export const isUnseen = ({ text, isCode }: Line): boolean => !isCode && isMark(UNSEEN, text);
