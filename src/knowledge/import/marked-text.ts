import { isSeen } from './faq-answer.ts';
import type { Heading, Line } from './faq-lines.ts';

export interface MarkedText {
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
}

/** Deeper than all headings of Markdown. */
export const MARKED_LEVEL = 7;

/** What a line that stands for a heading says, with what stands on the same line of the answer. */
export interface Mark {
  readonly text: string;
  readonly rest: string;
  /** Further questions with the same answer. */
  readonly others?: readonly string[];
  /** Columns by which the answer's lines are indented. */
  readonly indent: number;
}

/** Marks by the line at which they begin, with the first line behind each. */
export type Marks = ReadonlyMap<number, Mark & { readonly to: number }>;

/** Texts between two headings, from line to line. */
export function sectionsOf({
  lines,
  headings,
}: MarkedText): { from: number; to: number; heading: Heading | undefined }[] {
  const starts = [{ from: 0, heading: undefined }, ...headings.map((heading) => ({ from: heading.to, heading }))];
  return starts.map(({ from, heading }, at) => ({ from, to: headings[at]?.from ?? lines.length, heading }));
}

/** Puts headings in the place of marked lines; what else stands on such a line goes below. */
export function rebuilt(
  lines: readonly Line[],
  headings: readonly Heading[],
  marks: ReadonlyMap<number, Mark & { readonly to: number }>,
): MarkedText {
  const places = new Map(headings.map((heading) => [heading.from, heading]));
  const made: Line[] = [];
  const found: Heading[] = [];
  let above: Heading | undefined;
  let indent = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const mark = marks.get(at);
    const heading = places.get(at);
    if (!line) break;
    if (heading) {
      above = { ...heading, from: made.length, to: made.length + heading.to - heading.from };
      found.push(above);
      made.push(...lines.slice(at, heading.to));
      indent = 0;
      at = heading.to;
    } else if (mark) {
      found.push({
        level: markedLevel(above, made),
        text: mark.text,
        asks: true,
        isMade: true,
        from: made.length,
        to: made.length + 1,
        others: mark.others,
      });
      made.push({ ...line, text: '' }, ...(mark.rest === '' ? [] : [{ ...line, text: mark.rest }]));
      indent = mark.indent === 0 ? 0 : indentBelow(lines, mark);
      at = mark.to;
    } else {
      made.push(indent === 0 ? line : outdented(line, indent));
      at++;
    }
  }
  return { lines: made, headings: found };
}

/**
 * What is marked as a question below another one's answer stands beside it, and is no part of it. @param above the last
 * heading that was not made
 */
export function markedLevel(above: Heading | undefined, lines: readonly Line[]): number {
  if (!above?.asks) return MARKED_LEVEL;
  for (let at = above.to; at < lines.length; at++) if (isSeen(lines[at] ?? EMPTY)) return above.level;
  return MARKED_LEVEL;
}

const EMPTY: Line = { text: '', number: 1, isCode: false };

/** Some programs indent an item's text further than its bullet asks for. */
function indentBelow(lines: readonly Line[], { to, indent }: Mark & { readonly to: number }): number {
  const space = spaceOf(lines.slice(to, to + 3).find(({ text }) => text.trim() !== '')?.text ?? '');
  return space > indent && space < indent + CODE_INDENT ? space : indent;
}

/** Columns further in, indented text is code. */
const CODE_INDENT = 4;

const spaceOf = (text: string): number => /^[ \t]*/.exec(text)?.[0].length ?? 0;

function outdented(line: Line, columns: number): Line {
  const space = spaceOf(line.text);
  return { ...line, text: line.text.slice(Math.min(space, columns)), isInside: space > 0 };
}
