import type { InlineKeyboardButton } from 'grammy/types';
import type { Reply } from '../../../bot/answers/reply.ts';
import { type Block, type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { type Layout, renderLabel } from './render.ts';

/** Links under one answer; more stay text. */
const MOST_LINKS = 6;

/** An answer whose last paragraph is nothing but links shows them as buttons, one a row. */
export function withLinkButtons(
  reply: Reply,
  layout: Layout,
): { readonly reply: Reply; readonly rows: readonly (readonly InlineKeyboardButton[])[] } {
  if (reply.kind !== 'answer') return { reply, rows: [] };
  const last = reply.blocks.at(-1);
  const links = reply.blocks.length > 1 && last ? linksIn(last) : [];
  if (links.length === 0 || links.length > MOST_LINKS) return { reply, rows: [] };
  const rows = links.map(({ url, children }) => [{ text: renderLabel(plainInline(children), layout), url }]);
  return { reply: { ...reply, blocks: reply.blocks.slice(0, -1) }, rows };
}

type Link = Extract<Inline, { kind: 'link' }>;

/** All of a block's links, where there is nothing else in it but what parts them. */
function linksIn(block: Block): readonly Link[] {
  const parts =
    block.kind === 'paragraph'
      ? block.children
      : block.kind === 'list'
        ? block.items.flatMap((item) =>
            item.length === 1 && item[0]?.kind === 'paragraph'
              ? item[0].children
              : [{ kind: 'text', text: 'more' } as const],
          )
        : [];
  const links = parts.filter((part) => part.kind === 'link');
  const isRest = (part: Inline) =>
    part.kind === 'link' || part.kind === 'break' || (part.kind === 'text' && /^[\s|·•,，、;]*$/.test(part.text));
  return parts.every(isRest) && links.every(({ url }) => URL.canParse(url) && /^https?:/.test(url)) ? links : [];
}
