/** A line of a document, with what it is. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Inside a code block, or its fence. */
  readonly isCode: boolean;
  /** Inside a list item or a part that folds out, whose marks were taken away. */
  readonly isInside?: boolean;
}

export interface Heading {
  /** 1 to 6; deeper where something else stands for a heading. See markQuestions. */
  readonly level: number;
  /** Markdown. */
  readonly text: string;
  /** Whether it asks: it ends in a question mark, or is marked as a question. */
  readonly asks: boolean;
  /** Other ways to ask the same that stand with it. */
  readonly others?: readonly string[] | undefined;
  /** Whether something else stands for it. See markQuestions. */
  readonly isMade?: boolean;
  /** The heading's first line, and the first one below it, counted from 0. */
  readonly from: number;
  readonly to: number;
}

/** Text that ends in a question mark. */
export const asksIn = (text: string): boolean => ASKS.test(text);

const ASKS = /[?？؟][\s*_)\]"”»]*$/;
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
  let fence: string | undefined;
  return text.split(/\r\n|\r|\n/).map((line, at) => {
    const [, marks, rest = ''] = (line.length > LONGEST_MARK ? null : FENCE.exec(line)) ?? [];
    const isOpening = fence === undefined && marks !== undefined && !(marks.startsWith('`') && rest.includes('`'));
    const isClosing = fence !== undefined && rest.trim() === '' && (marks ?? '').startsWith(fence);
    const isCode = fence !== undefined || isOpening;
    if (isOpening) fence = marks;
    if (isClosing) fence = undefined;
    return { text: line, number: at + 1, isCode };
  });
}

/** Finds headings: `# text`, and one line of text above a line of `===` or `---`. */
export function headingsIn(lines: readonly Line[]): Heading[] {
  return lines.flatMap((line, at) => {
    if (line.isCode) return [];
    return hashHeading(line.text, at) ?? underlined(lines, at) ?? [];
  });
}

function hashHeading(text: string, at: number): Heading | undefined {
  const [, marks, words = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(text) ?? [];
  return marks === undefined
    ? undefined
    : { level: marks.length, ...headingText(withoutClosing(words.trim())), from: at, to: at + 1 };
}

function withoutClosing(words: string): string {
  const open = words.replace(/#{1,20}$/, '');
  return open === words || !/(?:^|[ \t])$/.test(open) ? words : open.trimEnd();
}

/** Some programs let a heading end in `{#name}`. */
function headingText(words: string): Pick<Heading, 'text' | 'asks'> {
  const text = words.replace(/[ \t]{0,9}\{#[\w-]{1,99}\}$/, '');
  return { text, asks: asksIn(text) };
}

/** What may stand above the line under a heading, and what is no heading's text. */
const PLAIN_TEXT = /^ {0,3}(?![-*+>#|=<[:]|\d{1,9}[.)] )\S/;

function underlined(lines: readonly Line[], at: number): Heading | undefined {
  const line = lines[at]?.text ?? '';
  const [, mark] = /^ {0,3}(=|-{2})[=-]*[ \t]*$/.exec(line) ?? [];
  const words = lines[at - 1];
  const above = lines[at - 2];
  const isAlone = above === undefined || above.isCode || above.text.trim() === '' || /^ {0,3}#/.test(above.text);
  if (mark === undefined || !words || words.isCode || !PLAIN_TEXT.test(words.text) || !isAlone) return undefined;
  return { level: mark === '=' ? 1 : 2, ...headingText(words.text.trim()), from: at - 1, to: at + 1 };
}
