import { headingText, inlineText } from '../../core/entry/markdown-words.ts';
import { addressOn } from '../format/web-address.ts';
import { isSeen, isUnseen, outsideCode } from './lines.ts';
import { type Line, type MarkdownTree, plainLabel } from './markdown-tree.ts';
import type { QuestionHeading } from './question-forms.ts';

/** An answer, and for each of its lines the number of the line in the file that it came from. */
export interface AnswerLines {
  readonly text: string;
  readonly lines: readonly number[];
}

/** Needed to turn links that only work on the page into links that work elsewhere. */
interface LinkContext {
  /** The address of the page. Default: unknown, and relative links stay as they are. */
  readonly base?: string;
  /**
   * Finds the entry that a link within the page leads to, given the link's fragment. Default: no link leads to an
   * entry.
   */
  readonly linked?: (name: string) => string | undefined;
}

const PICTURE = /(?<![[\\])!(?=\[[^\][\n]{1,500}\]\(https?:\/\/)/g;
const RELATIVE = /(\]\(|^ {0,3}\[[^\][]{1,500}\]:[ \t]{0,9})(?!https?:)([^\s()<>]{1,2000})(?=[\s)]|$)/gi;

/**
 * Turns lines of a document into an answer. Headings among them move below the level of the question, or become bold if
 * they only act as headings; images with an address on the web become links. Rules at both ends, notes to editors and
 * definitions of links are dropped; definitions that the answer uses are added at its end.
 * @param heading the question that is answered, absent for the text above the first heading.
 * @param to the index of the first line behind the answer, counted from 0.
 * @param inside the headings among the lines.
 */
export function answerLines(
  { lines, definitions }: Pick<MarkdownTree, 'lines' | 'definitions'>,
  heading: QuestionHeading | undefined,
  to: number,
  inside: readonly QuestionHeading[],
  context: LinkContext,
): AnswerLines {
  const parts = [heading, ...inside].map((one, at) => ({ one, end: inside[at]?.from ?? to }));
  const top = Math.min(...inside.filter(({ isMade }) => !isMade).map(({ level }) => level));
  const plain = parts.flatMap(({ one, end }, at): Line[] => {
    const line = { number: lines[one?.from ?? 0]?.number ?? 1, isCode: false };
    const words = at === 0 || !one || one.text === '' ? [] : ['', innerHeading(one, top), ''];
    const first = [...words, ...(one?.rest ? [one.rest] : [])].map((text): Line => ({ ...line, text }));
    const below = lines.slice(one?.to ?? 0, end).map((below) => dedented(below, indentOf(lines, one)));
    return [...first, ...below].flatMap((found) =>
      found.isDefinition ? [] : [{ ...found, text: isUnseen(found) ? '' : shown(found, context) }],
    );
  });
  const seen = plain.map(isSeen);
  const body = plain.slice(Math.max(0, seen.indexOf(true)), seen.lastIndexOf(true) + 1);
  const used = usedIn(body, definitions).map((line) => ({ ...line, text: absolute(line.text, context) }));
  const gap = { text: '', number: body.at(-1)?.number ?? 1, isCode: false };
  const all = used.length === 0 ? body : [...body, gap, ...used];
  return { text: all.map(({ text }) => text).join('\n'), lines: all.map(({ number }) => number) };
}

/** @param top the level of the largest headings in the answer, which become `###` */
const innerHeading = ({ text, level, isMade }: QuestionHeading, top: number): string =>
  isMade || text.length > LONGEST_HEADING
    ? `**${inlineText(text)}**`
    : `${level === top ? '###' : '####'} ${headingText(text)}`;

/** Most characters of a heading in an answer; longer ones become bold text. */
const LONGEST_HEADING = 200;

/** Columns of indentation at which Markdown reads text as code. */
const CODE_INDENT = 4;

/**
 * Columns to take off the lines below an item. Some programs indent an item's text further than its bullet requires.
 */
function indentOf(
  lines: readonly Line[],
  { to, indent = 0 }: Partial<QuestionHeading> & { readonly to?: number } = {},
): number {
  if (indent === 0 || to === undefined) return 0;
  const space = spaceOf(lines.slice(to, to + 3).find(({ text }) => text.trim() !== '')?.text ?? '');
  return space > indent && space < indent + CODE_INDENT ? space : indent;
}

const spaceOf = (text: string): number => /^[ \t]*/.exec(text)?.[0].length ?? 0;

const dedented = (line: Line, columns: number): Line =>
  columns === 0 ? line : { ...line, text: line.text.slice(Math.min(spaceOf(line.text), columns)) };

/** In code, addresses and image marks are only text, and stay. */
function shown({ text, isCode }: Line, context: LinkContext): string {
  return isCode ? text : outsideCode(text, (words) => absolute(words, context).replace(PICTURE, ''));
}

/** Relative addresses would lead nowhere in a chat. */
function absolute(text: string, { base, linked }: LinkContext): string {
  return text.replace(RELATIVE, (whole, before: string, target: string) => {
    const entry = before === '](' && target.startsWith('#') ? linked?.(target.slice(1)) : undefined;
    if (entry !== undefined) return `${before}${entry}`;
    const url = addressOn(target, base);
    return url === undefined ? whole : `${before}${url}`;
  });
}

function usedIn(lines: readonly Line[], definitions: MarkdownTree['definitions']): Line[] {
  const labels = lines.flatMap(({ text, isCode }) =>
    isCode ? [] : [...text.matchAll(/\[([^\][]{1,500})\]/g)].map(([, label = '']) => plainLabel(label)),
  );
  return [...new Set(labels)].flatMap((label) => definitions.get(label) ?? []);
}
