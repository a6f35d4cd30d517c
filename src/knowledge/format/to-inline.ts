import type { Token } from 'markdown-it';
import { type Inline, plainInline } from '../../core/entry/blocks.ts';
import { linkedEntry } from './entry-file.ts';
import { isVisible } from './files.ts';
import { lineWithin, type Node, treeOf } from './markdown-tokens.ts';
import { mentionOf, namedMention } from './mentions.ts';
import { type ProblemCode, type ProblemReporter, type ProblemValues, shortened } from './problem.ts';
import { isWebAddress } from './web-address.ts';

/** Strong, emphasis and links inside one another. */
const DEEPEST_INLINE = 4;

/** Says where inside a block something is refused. */
type Refuse = (token: Token, code: ProblemCode, values?: ProblemValues) => void;

/**
 * The words of one paragraph, heading or cell; what no platform can show is reported and left out.
 * @param first the line on which it begins. Default: as its token says; that of a cell does not
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
