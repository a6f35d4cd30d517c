/** A line of a document, with what it is. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Inside a code block, or its fence. */
  readonly isCode: boolean;
  /** Held something that only the page can show, such as a film. Default: false. */
  readonly isEmbed?: boolean;
}

/** Text that ends in a question mark. */
export const asksIn = (text: string): boolean => /[?？؟][\s*_)\]"”»]*$/.test(text);

/** Behind a fence, in Markdown of Sphinx: what it holds is text. */
const BOX = /^\{(?:dropdown|details|admonition|note|tip|hint|important|warning|caution|danger|attention|seealso)\}/;
const FENCE = /^\s*(`{3,}|~{3,})(.*)$/;

/**
 * Characters of a line beyond which it is text, whatever it looks like: on megabytes of marks a pattern runs out of
 * room, and throws.
 */
const LONGEST_MARK = 100_000;

/** Whether a whole line is a mark of this kind. */
export const isMark = (pattern: RegExp, line: string): boolean => line.length <= LONGEST_MARK && pattern.test(line);

/** Takes a document apart, line by line, in time that grows with its length only. */
export function documentLines(text: string): Line[] {
  return withCode(text.split(/\r\n|\r|\n/).map((line, at) => ({ text: line, number: at + 1 })));
}

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

/** Tells which lines are code. */
export function withCode(lines: readonly Omit<Line, 'isCode'>[]): Line[] {
  let fence: string | undefined;
  const boxes: string[] = [];
  return lines.map((line) => {
    const [, marks, rest = ''] = (line.text.length > LONGEST_MARK ? null : FENCE.exec(line.text)) ?? [];
    const isOpening = fence === undefined && marks !== undefined && !(marks.startsWith('`') && rest.includes('`'));
    const isClosing = fence !== undefined && rest.trim() === '' && (marks ?? '').startsWith(fence);
    const isBoxEnd = fence === undefined && rest.trim() === '' && marks !== undefined && boxes.at(-1) === marks;
    if (isOpening && (isBoxEnd || BOX.test(rest))) {
      if (isBoxEnd) boxes.pop();
      else boxes.push(marks);
      return { ...line, text: `${':'.repeat(marks.length)}${rest}`, isCode: false };
    }
    const isCode = fence !== undefined || isOpening;
    if (isOpening) fence = marks;
    if (isClosing) fence = undefined;
    return { ...line, isCode };
  });
}

const DEFINITION = /^ {0,3}\[([^\][^\\][^\][\\]*)\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr ?\/?>[ \t]*)$/;
/** Notes to editors, and marks for links within the page: nobody sees them. */
const UNSEEN = /^ {0,3}(?:<!--(?:[^-]|-(?!->))*-->|<a[ \t]+(?:name|id)="[^"<>]*"[ \t]*(?:\/>|>[ \t]*<\/a>))[ \t]*$/;

/** Whether a reader of the page sees anything of a line. */
export const isSeen = (line: Line): boolean =>
  line.isCode || !(line.text.trim() === '' || isMark(RULE, line.text) || isUnseen(line) || labelOf(line) !== undefined);

export const isUnseen = ({ text, isCode }: Line): boolean => !isCode && isMark(UNSEEN, text);

/** The label of the link whose address a line defines; absent if it defines none. */
export const labelOf = ({ text, isCode }: Line): string | undefined =>
  !isCode && isMark(DEFINITION, text) ? plainLabel(DEFINITION.exec(text)?.[1] ?? '') : undefined;

export const plainLabel = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
