import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { mentionAt } from './mentions.ts';

/**
 * markdown-it ignores what is nested deeper. Entries may nest four levels; five are refused, long before anything is
 * lost.
 */
const DEEPEST_PARSED = 20;
/**
 * HTML as a browser would read it; a tag longer than 2,000 characters is text (a longer search takes quadratic time).
 */
const HTML = /<(?:\/?[a-z][a-z0-9-]*(?:[\s/][^>]{0,2000})?>|!--|!\[CDATA|![a-z]|\?)/iy;

/**
 * Markdown as tokens, never as HTML. Everything that entries may not hold is still recognised, so that it can be
 * refused.
 */
export function markdownTokens(text: string): Token[] {
  const tokens = parser.parse(text, {});
  const rows = tokens.filter(({ type }) => type === 'tr_open');
  if (rows.length === 0) return tokens;
  const lines = text.split(/\r\n?|\n/);
  for (const row of rows) row.meta = { cells: cellsIn(lines[row.map?.[0] ?? 0] ?? '') };
  return tokens;
}

/** How many cells a row was written with: the parser drops those beyond the header's. */
export const writtenCells = ({ meta }: Token): number => Number(meta?.cells ?? 0);

/** How many cells a line has. A bar separates cells unless `\` is before it, in code as well. */
export function cellsIn(line: string): number {
  const cells = line.trim().split(/(?<!\\)\|/);
  return cells.length - Number(cells[0] === '') - Number(cells.length > 1 && cells.at(-1) === '');
}

/** The line of an inline token, counted from the first line of its block. */
export function lineWithin(block: Token, inline: Token): number {
  const place = inline.meta?.place;
  return typeof place === 'number' ? block.content.slice(0, place).split('\n').length - 1 : 0;
}

const parser = createParser();

function createParser() {
  const markdown = new MarkdownIt('default', {
    html: false,
    linkify: true,
    typographer: false,
    maxNesting: DEEPEST_PARSED,
  });
  // Only text that begins with `http` is surely an address; a bare host may be the name of a file.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  for (const other of ['ftp:', 'mailto:', '//']) markdown.linkify.add(other, null);
  // Otherwise a refused address would become plain text, and nobody would be told.
  markdown.validateLink = () => true;
  // Words stay as they were written.
  markdown.normalizeLinkText = (url) => url;
  markdown.inline.ruler.before('text', 'place', notePlace);
  markdown.inline.ruler2.before('balance_pairs', 'place', placeTokens);
  markdown.inline.ruler.before('autolink', 'mention', findMention);
  markdown.inline.ruler.at('html_inline', findHtml);
  return markdown;
}

const places = new WeakMap<StateInline, number>();

/** A rule that never matches; markdown-it calls it at each step. */
function notePlace(state: StateInline, silent: boolean): boolean {
  if (silent) return false;
  placeTokens(state);
  places.set(state, state.pos);
  return false;
}

/** Gives the tokens of the step before their place. */
function placeTokens(state: StateInline): void {
  for (let at = state.tokens.length - 1; at >= 0; at--) {
    const token = state.tokens[at];
    if (!token || token.meta) return;
    token.meta = { place: places.get(state) };
  }
}

/** Runs before anything in a mention is taken for emphasis or an address. */
function findMention(state: StateInline, silent: boolean): boolean {
  const mention = mentionAt(state.src, state.pos);
  if (mention === undefined) return false;
  if (!silent) state.push('mention', '', 0).content = mention;
  state.pos += mention.length;
  return true;
}

/** With `html` off markdown-it would pass HTML as text. */
function findHtml(state: StateInline, silent: boolean): boolean {
  HTML.lastIndex = state.pos;
  const [tag] = HTML.exec(state.src) ?? [];
  if (tag === undefined) return false;
  if (!silent) state.push('html_inline', '', 0).content = tag;
  state.pos += tag.length;
  return true;
}

/** A token with those inside it. */
export interface Node {
  readonly token: Token;
  readonly children: readonly Node[];
}

export const lineOf = ({ token }: Node): number => token.map?.[0] ?? 0;

/**
 * A tree of markdown-it's flat list, in which `x_open` and `x_close` enclose their content. Hostile text nests
 * thousands deep: recurse only to a fixed depth.
 */
export function treeOf(tokens: readonly Token[]): Node[] {
  const roots: Node[] = [];
  const open = [roots];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const children: Node[] = [];
    open.at(-1)?.push({ token, children });
    if (token.nesting > 0) open.push(children);
  }
  return roots;
}

/** Nodes and all those inside them, in the order of the document. */
export const everyNode = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);
