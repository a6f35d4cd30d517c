import MarkdownIt, { type StateBlock } from 'markdown-it';
import { everyNode, type Node, treeOf } from '../format/markdown-tokens.ts';

export interface TextLine {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Whether the line held something that only the page can show, such as a video. Default: false. */
  readonly isEmbed?: boolean;
}

/** A line of a document, and its part in the structure of the Markdown. */
export interface Line extends TextLine {
  /** Whether it is in a code block, fences included. */
  readonly isCode: boolean;
  /** The fence, with its indentation, that closes the code block around the line. */
  readonly fence?: string;
  /** Whether a block begins on it, other than the first block right below a heading. Default: false. */
  readonly isStart?: boolean;
  /** The list item that begins on it; the outermost, if several do. */
  readonly item?: ListItem;
  /** Whether it is indented below the first line of a list item that it belongs to. Default: false. */
  readonly isInner?: boolean;
  /** Whether it is part of a definition of a link, which no reader sees. Default: false. */
  readonly isDefinition?: boolean;
}

interface ListItem {
  readonly isNumbered: boolean;
  /** The index of the first line behind the item. */
  readonly to: number;
}

/** A document as lines and as a tree of blocks. The `map` of a block's token holds indexes of these lines. */
export interface MarkdownTree {
  readonly lines: readonly Line[];
  readonly blocks: readonly Node[];
  /** Definitions of links, by label. An answer may use one from anywhere in the document. */
  readonly definitions: ReadonlyMap<string, Line>;
}

/** Most lists and quotes inside one another that are parsed. */
const DEEPEST = 20;
/** The name behind a fence that makes it a box in Sphinx's Markdown: the content is text, not code. */
const SPHINX_BOX =
  /^\{(?:dropdown|details|admonition|note|tip|hint|important|warning|caution|danger|attention|seealso)\}/;
/** Marks of quotes and lists in front of a fence. */
const FRONT = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?=(?:`{3,}|~{3,})[\w{]))?/;

const markdown = createParser();
markdown.block.ruler.before('table', 'table_below', isTableBelow, { alt: ['paragraph'] });
// People write definitions right below text, too, which CommonMark does not read as such.
markdown.block.ruler.at('reference', definition, { alt: ['paragraph'] });
const [reference] = new MarkdownIt('zero').enable('reference').block.ruler.getRules('');
const fences = createParser();
fences.block.ruler.enableOnly(['fence', 'paragraph']);
fences.block.ruler.before('fence', 'sphinx_box', sphinxBox, { alt: ['paragraph'] });

function createParser() {
  // Tags are read as text, so that a heading right below one is still a heading.
  const parser = new MarkdownIt('default', { html: false, maxNesting: DEEPEST });
  parser.validateLink = () => true;
  parser.core.ruler.enableOnly(['normalize', 'block']);
  // People indent text below a box or a number, which is not code then.
  parser.block.ruler.disable('code');
  return parser;
}

/** Any kind of line break counts; lines are numbered from 1. */
export const textLines = (text: string): TextLine[] =>
  text.split(/\r\n|\r|\n/).map((line, at) => ({ text: line, number: at + 1 }));

/**
 * Finds the code in a document whose boxes are still in the form of one program. Its indentation means nothing yet, so
 * that a fence counts at any column. Fences that are boxes in Sphinx's Markdown are written with colons, as other boxes
 * are.
 */
export function withFences(lines: readonly TextLine[]): Line[] {
  const tokens = fences.parse(lines.map(({ text }) => text.replace(FRONT, '')).join('\n'), {});
  const marked: Writable[] = lines.map((line) => ({ ...line, isCode: false }));
  for (const { type, map, markup } of tokens) {
    const found = marked.slice(map?.[0], map?.[1]);
    if (type === 'fence') noteCode(found);
    for (const line of type === 'sphinx_box' ? found : [])
      line.text = `${':'.repeat(markup.length)}${line.text.replace(FRONT, '').slice(markup.length)}`;
  }
  return marked;
}

/** A rule of markdown-it for the first and last line of a Sphinx box; its content is parsed as any other text. */
function sphinxBox(state: StateBlock, at: number, _to: number, isTried: boolean): boolean {
  const text = state.src.slice(state.bMarks[at], state.eMarks[at]);
  const [, marks = '', rest = ''] = /^(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
  state.env.boxes ??= [];
  const open = state.env.boxes as string[];
  const isEnd = marks !== '' && rest.trim() === '' && open.at(-1) === marks;
  if (!isEnd && !SPHINX_BOX.test(rest)) return false;
  if (isTried) return true;
  if (isEnd) open.pop();
  else open.push(marks);
  const token = state.push('sphinx_box', '', 0);
  token.markup = marks;
  token.map = [at, at + 1];
  state.line = at + 1;
  return true;
}

/** A rule of markdown-it: a table right below an item's text ends that item, as other blocks do. */
function isTableBelow(state: StateBlock, at: number, to: number, isTried: boolean): boolean {
  if (!isTried || at + 1 >= to || (state.sCount[at] ?? 0) >= state.blkIndent) return false;
  const [head = '', divider = ''] = [at, at + 1].map((line) => state.src.slice(state.bMarks[line], state.eMarks[line]));
  return head.includes('|') && divider.includes('|') && /^[ \t]*[|:-][ \t|:-]*$/.test(divider);
}

/** A rule of markdown-it that keeps the lines of a definition; markdown-it itself keeps only label and address. */
function definition(state: StateBlock, at: number, to: number, isTried: boolean): boolean {
  if (!reference?.(state, at, to, isTried)) return false;
  if (!isTried) state.push('definition', '', 0).map = [at, state.line];
  return true;
}

/** Brings labels of links into one form, in which they can be compared. */
export const { normalizeReference: plainLabel } = markdown.utils;
/** A definition at the beginning of a list item, or in a quote, does not match: it stays part of the text. */
const LABEL = /^\[((?:\\.|[^\]\\])*)\]:/;

/** Parses a document. Blocks nested more than 20 deep are missing in `blocks`; `lines` has all lines. */
export function markdownTree(lines: readonly TextLine[]): MarkdownTree {
  const blocks = treeOf(markdown.parse(lines.map(({ text }) => text).join('\n'), {}));
  const marked: Writable[] = lines.map((line) => ({ ...line, isCode: false }));
  const definitions = new Map<string, Line>();
  let heading = 0;
  for (const { token } of everyNode(blocks)) {
    const [from, to] = token.map ?? [0, 0];
    const [first, ...below] = marked.slice(from, to);
    if (!first) continue;
    first.isStart = from === 0 || from !== heading;
    if (token.type === 'heading_open') heading = to;
    if (token.type === 'fence') noteCode([first, ...below], token.markup);
    if (token.type === 'definition') {
      const text = [first, ...below].map((line) => line.text.trim()).join(' ');
      const label = LABEL.exec(text)?.[1];
      if (label === undefined) continue;
      for (const line of [first, ...below]) line.isDefinition = true;
      // If a label is defined twice, the first definition counts, as in CommonMark.
      if (!definitions.has(plainLabel(label))) definitions.set(plainLabel(label), { ...first, text });
    }
    if (token.type !== 'list_item_open') continue;
    first.item ??= { isNumbered: token.info !== '', to };
    for (const line of below) line.isInner = /^[ \t]/.test(line.text);
  }
  return { lines: marked, blocks, definitions };
}

type Writable = { -readonly [Key in keyof Line]: Line[Key] };

function noteCode(lines: readonly Writable[], markup = ''): void {
  const fence = `${' '.repeat(Math.max(0, lines[0]?.text.indexOf(markup) ?? 0))}${markup}`;
  for (const line of lines) Object.assign(line, { isCode: true, fence });
}
