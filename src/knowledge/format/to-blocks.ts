import { type Block, plainInline } from '../../core/entry/blocks.ts';
import { isVisible } from './files.ts';
import { lineOf, type Node } from './markdown-tokens.ts';
import type { ProblemReporter } from './problem.ts';
import { toInline } from './to-inline.ts';
import { tellBrokenTable, toTable } from './to-table.ts';

/** Lists and quotes inside one another. */
const DEEPEST = 4;
/** Characters of a heading inside an answer: more is no heading, and some platforms show it in one line. */
const LONGEST_HEADING = 200;
/** Headings inside an answer. Two more sharps than in an answer's own file would be another question there. */
const LEVELS: Readonly<Record<string, 1 | 2>> = { h3: 1, h4: 2 };

/** Text as any platform can show it; what none can show is reported and left out. */
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
  return [{ kind: 'code', text, ...(language === undefined ? {} : { language }) }];
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
