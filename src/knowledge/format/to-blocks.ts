import type { Token } from 'markdown-it';
import { type Block, type Inline, plainInline } from '../../core/entry/blocks.ts';
import { linkedEntry } from './entry-file.ts';
import { isVisible } from './files.ts';
import { lineWithin, type Node, treeOf } from './markdown-tokens.ts';
import { mentionOf, namedMention } from './mentions.ts';
import { type ProblemCode, type ProblemValues, type Report, shortened } from './problem.ts';
import { isWebAddress } from './web-address.ts';

/** Lists and quotes inside one another. */
const DEEPEST = 4;
const REFUSED: Readonly<Record<string, ProblemCode>> = {
  heading_open: 'second-heading',
  hr: 'rule',
  table_open: 'table',
};

export const lineOf = ({ token }: Node): number => token.map?.[0] ?? 0;

/** Text as any platform can show it; what none can show is reported and left out. */
export function toBlocks(nodes: readonly Node[], report: Report, depth = 0): Block[] {
  return nodes.flatMap((node) => toBlock(node, report, depth));
}

function toBlock(node: Node, report: Report, depth: number): Block[] {
  switch (node.token.type) {
    case 'paragraph_open':
      return node.children.map(({ token }) => ({ kind: 'paragraph', children: toInline(token, report) }));
    case 'fence':
    case 'code_block':
      return code(node, report);
    case 'blockquote_open':
    case 'bullet_list_open':
    case 'ordered_list_open':
      return container(node, report, depth);
    default:
      report(lineOf(node), REFUSED[node.token.type] ?? 'unshowable');
      return [];
  }
}

function code(node: Node, report: Report): Block[] {
  const text = node.token.content.replace(/\n$/, '');
  if (text.trim() === '') report(lineOf(node), 'empty-code');
  const [language] = /^[\w+#.-]{1,20}(?=\s|$)/.exec(node.token.info.trim()) ?? [];
  return [{ kind: 'code', text, ...(language === undefined ? {} : { language }) }];
}

function container(node: Node, report: Report, depth: number): Block[] {
  if (depth >= DEEPEST) {
    report(lineOf(node), 'nested-blocks', { most: DEEPEST });
    return [];
  }
  return node.token.type === 'blockquote_open' ? quote(node, report, depth) : list(node, report, depth);
}

function quote(node: Node, report: Report, depth: number): Block[] {
  if (node.children.length === 0) report(lineOf(node), 'empty-quote');
  return [{ kind: 'quote', children: toBlocks(node.children, report, depth + 1) }];
}

function list(node: Node, report: Report, depth: number): Block[] {
  const start = node.token.attrGet('start');
  if (start !== null) report(lineOf(node), 'list-start', { what: String(start) });
  for (const item of node.children) if (item.children.length === 0) report(lineOf(item), 'empty-item');
  const items = node.children.map((item) => toBlocks(item.children, report, depth + 1));
  return [{ kind: 'list', ordered: node.token.type === 'ordered_list_open', items }];
}

/** Strong, emphasis and links inside one another. */
const DEEPEST_INLINE = 4;

/** Says where inside a block something is refused. */
type Refuse = (token: Token, code: ProblemCode, values?: ProblemValues) => void;

/** The words of one paragraph or heading; what no platform can show is reported and left out. */
export function toInline(block: Token, report: Report): Inline[] {
  const tokens = block.children ?? [];
  joinLines(tokens);
  const first = block.map?.[0] ?? 0;
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
  // Letters that look like an address without being one, as in a question, are no link that somebody meant.
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
 * Gives each line break inside a paragraph what joins the lines: a space, or nothing between characters of scripts
 * that are written without spaces.
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
