import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import { type Node, treeOf } from '../format/markdown-tokens.ts';

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
}

/** A document as lines, and its blocks, whose lines are counted from 0. */
export interface MarkdownTree {
  readonly lines: readonly Line[];
  readonly blocks: readonly Node[];
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
const fences = createParser();
fences.block.ruler.enableOnly(['fence', 'paragraph']);
fences.block.ruler.before('fence', 'sphinx_box', sphinxBox, { alt: ['paragraph'] });

function createParser() {
  // Tags are text, so that a heading right below one is a heading.
  const parser = new MarkdownIt('default', { html: false, maxNesting: DEEPEST });
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
  const marked = withCode(lines, tokens);
  for (const { map, markup } of tokens.filter(({ type }) => type === 'sphinx_box')) {
    const at = map?.[0] ?? 0;
    const line = marked[at];
    if (line)
      marked[at] = {
        ...line,
        text: `${':'.repeat(markup.length)}${line.text.replace(FRONT, '').slice(markup.length)}`,
      };
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

/** Reads the blocks of a document. What is nested more deeply than people do is left out. */
export function markdownTree(lines: readonly TextLine[]): MarkdownTree {
  const tokens = markdown.parse(lines.map(({ text }) => text).join('\n'), {});
  return { lines: withCode(lines, tokens), blocks: treeOf(tokens) };
}

function withCode(lines: readonly TextLine[], tokens: readonly Token[]): Line[] {
  const marked = lines.map((line): Line => ({ ...line, isCode: false }));
  for (const { type, map } of tokens)
    if (type === 'fence')
      for (let at = map?.[0] ?? 0; at < (map?.[1] ?? 0); at++) {
        const line = marked[at];
        if (line) marked[at] = { ...line, isCode: true };
      }
  return marked;
}
