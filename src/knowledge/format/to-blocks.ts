import type { Token } from 'markdown-it';
import { type Alignment, type Block, type Cell, type Inline, plainInline, plainLine } from '../../core/entry/blocks.ts';
import { linkedEntry } from './entry-file.ts';
import { isVisible } from './files.ts';
import { cellsIn, lineOf, lineWithin, type Node, treeOf, writtenCells } from './markdown-tokens.ts';
import { mentionOf, namedMention } from './mentions.ts';
import { type ProblemCode, type ProblemReporter, type ProblemValues, shortened } from './problem.ts';
import { isWebAddress } from './web-address.ts';

/** Levels of nested lists and quotes. */
const DEEPEST = 4;
/** Characters of a heading inside an answer; some platforms show it on one line. */
const LONGEST_HEADING = 200;
/** Headings inside an answer. `#` is the question, and a line of dashes below text makes a `##`, mostly by mistake. */
const LEVELS: Readonly<Record<string, 1 | 2>> = { h3: 1, h4: 2 };

/** Blocks that every platform can show; all else is reported and left out. */
export function toBlocks(nodes: readonly Node[], report: ProblemReporter, depth = 0): Block[] {
  return nodes.flatMap((node) => toBlock(node, report, depth));
}

function toBlock(node: Node, report: ProblemReporter, depth: number): Block[] {
  switch (node.token.type) {
    case 'paragraph_open':
      for (const { token } of node.children) tellBrokenTable(token, report);
      return node.children.map(({ token }) => ({ kind: 'paragraph', children: toInline(token, report) }));
    case 'heading_open':
      return heading(node, report, depth);
    case 'table_open':
      if (depth === 0) return toTable(node, report);
      report(lineOf(node), 'inner-table');
      return [];
    case 'fence':
    case 'code_block':
      return code(node, report);
    case 'blockquote_open':
    case 'bullet_list_open':
    case 'ordered_list_open':
      return container(node, report, depth);
    default:
      report(lineOf(node), node.token.type === 'hr' ? 'rule' : 'unshowable');
      return [];
  }
}

function heading(node: Node, report: ProblemReporter, depth: number): Block[] {
  const level = LEVELS[node.token.tag];
  const children = node.children.flatMap(({ token }) => toInline(token, report));
  const { length } = plainInline(children);
  if (depth > 0) report(lineOf(node), 'inner-heading');
  else if (level === undefined)
    report(lineOf(node), /^h[12]$/.test(node.token.tag) ? 'second-heading' : 'deep-heading');
  else if (!isVisible(plainInline(children))) report(lineOf(node), 'wordless-heading');
  else if (length > LONGEST_HEADING)
    report(lineOf(node), 'long-inner-heading', { count: length, most: LONGEST_HEADING });
  return level === undefined || depth > 0 ? [] : [{ kind: 'heading', level, children }];
}

function code(node: Node, report: ProblemReporter): Block[] {
  const text = node.token.content.replace(/\n$/, '');
  if (text.trim() === '') report(lineOf(node), 'empty-code');
  const [language] = /^[\w+#.-]{1,20}(?=\s|$)/.exec(node.token.info.trim()) ?? [];
  return [{ kind: 'code', text, language }];
}

function container(node: Node, report: ProblemReporter, depth: number): Block[] {
  if (depth >= DEEPEST) {
    report(lineOf(node), 'nested-blocks', { most: DEEPEST });
    return [];
  }
  return node.token.type === 'blockquote_open' ? quote(node, report, depth) : list(node, report, depth);
}

function quote(node: Node, report: ProblemReporter, depth: number): Block[] {
  if (node.children.length === 0) report(lineOf(node), 'empty-quote');
  return [{ kind: 'quote', children: toBlocks(node.children, report, depth + 1) }];
}

function list(node: Node, report: ProblemReporter, depth: number): Block[] {
  const start = node.token.attrGet('start');
  if (start !== null) report(lineOf(node), 'list-start', { what: String(start) });
  for (const item of node.children) if (item.children.length === 0) report(lineOf(item), 'empty-item');
  const items = node.children.map((item) => toBlocks(item.children, report, depth + 1));
  return [{ kind: 'list', ordered: node.token.type === 'ordered_list_open', items }];
}

/** Levels of nested strong, emphasis and links. */
const DEEPEST_INLINE = 4;

/** Reports a refused part of a block, at its line. */
type Refuse = (token: Token, code: ProblemCode, values?: ProblemValues) => void;

/**
 * The words of one paragraph, heading or cell; what no platform can show is reported and left out.
 * @param first the line on which it begins. Default: the block's own, which a cell does not have
 */
export function toInline(block: Token, report: ProblemReporter, first = block.map?.[0] ?? 0): Inline[] {
  const tokens = block.children ?? [];
  joinLines(tokens);
  return convertAll(treeOf(tokens), (token, code, values) => report(first + lineWithin(block, token), code, values), 0);
}

function convertAll(nodes: readonly Node[], refuse: Refuse, depth: number): Inline[] {
  return joinTexts(nodes.flatMap((node) => convert(node, refuse, depth)));
}

function convert({ token, children }: Node, refuse: Refuse, depth: number): Inline[] {
  const inside = () => convertAll(children, refuse, depth + 1);
  if (children.length > 0 && depth >= DEEPEST_INLINE)
    return refused(token, refuse, 'nested-words', { most: DEEPEST_INLINE });
  switch (token.type) {
    case 'text':
    case 'softbreak':
      return [{ kind: 'text', text: token.content }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'mention':
      return [mentionOf(token.content)];
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    case 'strong_open':
      return [{ kind: 'strong', children: inside() }];
    case 'em_open':
      return [{ kind: 'emphasis', children: inside() }];
    case 'link_open':
      return link(token, inside(), refuse);
    case 'image':
      return refused(token, refuse, 'image');
    case 's_open':
      return refused(token, refuse, 'struck');
    default:
      return refused(token, refuse, 'html', { what: shortened(token.content) });
  }
}

function link(token: Token, children: Inline[], refuse: Refuse): Inline[] {
  const url = String(token.attrGet('href') ?? '');
  // markdown-it took the text for an address, but it is none: nobody meant a link.
  if (token.markup === 'linkify' && !isWebAddress(url)) return children;
  const mention = namedMention(url, plainInline(children));
  const id = linkedEntry(url);
  if (!mention && id === undefined && !isWebAddress(url))
    return refused(token, refuse, 'link-address', { what: shortened(url) });
  if (!isVisible(plainInline(children))) return refused(token, refuse, 'link-words', { what: shortened(url) });
  if (id !== undefined) return [{ kind: 'entry', id, text: plainInline(children) }];
  return [mention ?? { kind: 'link', url, children }];
}

function refused(token: Token, refuse: Refuse, code: ProblemCode, values?: ProblemValues): Inline[] {
  refuse(token, code, values);
  return [];
}

function joinTexts(children: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.kind === 'text' && child.text === '') continue;
    if (child.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + child.text };
    else joined.push(child);
  }
  return joined;
}

const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const ENDS_WIDE = new RegExp(`${WIDE}$`, 'u');
const STARTS_WIDE = new RegExp(`^${WIDE}`, 'u');

/**
 * Makes each line break inside a paragraph a space, or nothing between characters of scripts written without spaces.
 */
function joinLines(tokens: readonly Token[]): void {
  let before = '';
  let pending: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'softbreak') {
      token.content = ' ';
      pending = token;
    } else if (token.content !== '') {
      if (pending && ENDS_WIDE.test(before) && STARTS_WIDE.test(token.content)) pending.content = '';
      pending = undefined;
      before = token.content;
    }
  }
}

/** Telegram takes more, but nobody reads it on a phone. */
const MOST_COLUMNS = 10;
const MOST_ROWS = 100;

/** Reports tables that are too large, uneven or empty. */
function toTable(node: Node, report: ProblemReporter): Block[] {
  const line = lineOf(node);
  const [first, ...others] = rowsIn(node);
  const columns = first?.children.length ?? 0;
  const most = { columns: MOST_COLUMNS, rows: MOST_ROWS };
  if (columns > most.columns) report(line, 'table-columns', { count: columns, most: most.columns });
  if (others.length > most.rows) report(line, 'table-rows', { count: others.length, most: most.rows });
  for (const row of others) {
    const count = writtenCells(row.token);
    if (count > columns) report(lineOf(row), 'table-cells', { count, columns });
  }
  const head = first ? cellsOf(first, report) : [];
  // Rows beyond the most are one problem, whatever else is wrong in them.
  const rows = others.slice(0, most.rows).map((row) => cellsOf(row, report));
  if (!rows.some((row) => row.some((cell) => isVisible(plainLine(cell))))) report(line, 'empty-table');
  return [{ kind: 'table', aligned: first?.children.map(alignmentOf) ?? [], head, rows }];
}

const rowsIn = ({ children }: Node): Node[] => children.flatMap((part) => part.children);

const cellsOf = (row: Node, report: ProblemReporter): Cell[] =>
  row.children.map(({ children }) => children.flatMap(({ token }) => toInline(withBreaks(token), report, lineOf(row))));

const alignmentOf = ({ token }: Node): Alignment => {
  const [, found] = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  return found === 'left' || found === 'center' || found === 'right' ? found : 'none';
};

/** `<br>` is the only way to break a line in a cell. */
function withBreaks(cell: Token): Token {
  for (const token of cell.children ?? [])
    if (token.type === 'html_inline' && /^<br\s*\/?>$/i.test(token.content)) {
      token.type = 'hardbreak';
      token.content = '';
    }
  return cell;
}

const DASHES = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reports a line of dashes whose number of cells differs from the line above: it makes no table. */
function tellBrokenTable({ content, map }: Token, report: ProblemReporter): void {
  if (!content.includes('|')) return;
  const lines = content.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && line.includes('|') && DASHES.test(line));
  if (at < 0) return;
  const values = { count: cellsIn(lines[at] ?? ''), columns: cellsIn(lines[at - 1] ?? '') };
  report((map?.[0] ?? 0) + at, 'broken-table', values);
}
