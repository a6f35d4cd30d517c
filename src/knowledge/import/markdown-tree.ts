import MarkdownIt, { type StateBlock } from 'markdown-it';
import { everyNode, type Node, treeOf } from '../format/markdown-tokens.ts';

export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Held something that only the page can show, such as a film. Default: false. */
  readonly isEmbed?: boolean;
}

/** A line of a document, with what it is. */
export interface Line extends TextLine {
  /** Inside a code block, or its fence. */
  readonly isCode: boolean;
  /** The fence that ends the code that it is in. */
  readonly fence?: string;
  /** Whether a block begins on it, and is not the first one right below a heading. Default: false. */
  readonly isStart?: boolean;
  /** The list item that begins on it; of several the outermost. */
  readonly item?: ListItem;
  /** Whether it is written as a part of an item that begins above. Default: false. */
  readonly isInner?: boolean;
  /** Whether it defines the address of a link, which no reader sees. Default: false. */
  readonly isDefinition?: boolean;
}

/** An item of a list. */
interface ListItem {
  readonly isNumbered: boolean;
  /** The first line behind it, counted from 0. */
  readonly to: number;
}

/** A document as lines, and its blocks, whose lines are counted from 0. */
export interface MarkdownTree {
  readonly lines: readonly Line[];
  readonly blocks: readonly Node[];
  /** Definitions of links, by label: answers anywhere in the document may use them. */
  readonly definitions: ReadonlyMap<string, Line>;
}

/** Lists and quotes inside one another that are looked into. */
const DEEPEST = 20;
/** Behind a fence, in Markdown of Sphinx: what it holds is text. */
const SPHINX_BOX =
  /^\{(?:dropdown|details|admonition|note|tip|hint|important|warning|caution|danger|attention|seealso)\}/;
/** In front of a fence in a quote or a list. */
const FRONT = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?=(?:`{3,}|~{3,})[\w{]))?/;

const markdown = createParser();
markdown.block.ruler.before('table', 'table_below', isTableBelow, { alt: ['paragraph'] });
// People write definitions right below text, too.
markdown.block.ruler.at('reference', definition, { alt: ['paragraph'] });
const [reference] = new MarkdownIt('zero').enable('reference').block.ruler.getRules('');
const fences = createParser();
fences.block.ruler.enableOnly(['fence', 'paragraph']);
fences.block.ruler.before('fence', 'sphinx_box', sphinxBox, { alt: ['paragraph'] });

function createParser() {
  // Tags are text, so that a heading right below one is a heading.
  const parser = new MarkdownIt('default', { html: false, maxNesting: DEEPEST });
  parser.validateLink = () => true;
  parser.core.ruler.enableOnly(['normalize', 'block']);
  // People indent what belongs to a box or a number: it is text.
  parser.block.ruler.disable('code');
  return parser;
}

/** Takes a document apart into lines, in time that grows with its length only. */
export const textLines = (text: string): TextLine[] =>
  text.split(/\r\n|\r|\n/).map((line, at) => ({ text: line, number: at + 1 }));

/**
 * Lines of a document in which boxes and the like are still as one program writes them: columns say nothing yet, and
 * a fence is one wherever it is. Boxes that are fences in Markdown of Sphinx get colons.
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

/** Marks the beginning and the end of a box, whose text the parser goes on with. */
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

/** Whether a table begins right below the text of an item: it ends that, as any other block does. */
function isTableBelow(state: StateBlock, at: number, to: number, isTried: boolean): boolean {
  if (!isTried || at + 1 >= to || (state.sCount[at] ?? 0) >= state.blkIndent) return false;
  const [head = '', divider = ''] = [at, at + 1].map((line) => state.src.slice(state.bMarks[line], state.eMarks[line]));
  return head.includes('|') && divider.includes('|') && /^[ \t]*[|:-][ \t|:-]*$/.test(divider);
}

/** Notes the place of a definition, of which markdown-it keeps the label and the address only. */
function definition(state: StateBlock, at: number, to: number, isTried: boolean): boolean {
  if (!reference?.(state, at, to, isTried)) return false;
  if (!isTried) state.push('definition', '', 0).map = [at, state.line];
  return true;
}

/** The form in which labels of links are compared. */
export const { normalizeReference: plainLabel } = markdown.utils;
/** A definition that begins an item, or is in a quote, stays there. */
const LABEL = /^\[((?:\\.|[^\]\\])*)\]:/;

/** Reads the blocks of a document. What is nested more deeply than people do is left out. */
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
      // The first of two counts.
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
