import type { Block } from '../../core/entry/blocks.ts';
import type { Node } from './markdown-tokens.ts';
import type { ProblemCode, Report } from './problem.ts';
import { toInline } from './to-inline.ts';

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
