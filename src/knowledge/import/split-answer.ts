import { type Block, plainInline, plainText } from '../../core/entry/blocks.ts';
import type { Repair } from './html-words.ts';

export interface Part {
  /** The heading above it; absent for the first part. */
  readonly heading?: string | undefined;
  readonly blocks: readonly Block[];
  readonly isCut: boolean;
}

/** Characters of plain text, as the check of knowledge counts them. */
const LONGEST_ANSWER = 3500;
/** Room for a link to the rest. */
const ROOM = 10;
const MOST_PARTS = 30;

/** Whether an answer must be split. */
export const isTooLong = (blocks: readonly Block[]): boolean => plainText(blocks).length > LONGEST_ANSWER;

/** What is said of a long answer that became these parts. */
export const splitRepairs = (parts: readonly Part[]): Repair[] => [
  ...(parts.length > 1 ? (['a long answer was split at its headings'] as const) : []),
  ...(parts.some(({ isCut }) => isCut) ? (['a long answer was cut'] as const) : []),
];

/**
 * Splits a long answer where a line of strong words stands as a heading; a part that is still too long is cut.
 * @param rest the address under which the whole can be read, where it is known.
 */
export function splitAnswer(blocks: readonly Block[], rest: string | undefined): Part[] {
  const parts: { heading?: string; blocks: Block[] }[] = [{ blocks: [] }];
  for (const [at, block] of blocks.entries()) {
    const heading = headingIn(block);
    const isLast = at === blocks.length - 1;
    if (heading !== undefined && !isLast && parts.length < MOST_PARTS) parts.push({ heading, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.filter((part) => part.blocks.length > 0).map((part) => ({ ...part, ...cut(part.blocks, rest) }));
}

function headingIn(block: Block): string | undefined {
  const [only, ...others] = block.kind === 'paragraph' ? block.children : [];
  return only?.kind === 'strong' && others.length === 0
    ? plainInline(only.children).replace(/\s+/g, ' ').trim()
    : undefined;
}

function cut(blocks: readonly Block[], rest: string | undefined): { blocks: readonly Block[]; isCut: boolean } {
  if (!isTooLong(blocks)) return { blocks, isCut: false };
  const kept = fitting(blocks, LONGEST_ANSWER - ROOM);
  const mark: Block = {
    kind: 'paragraph',
    children:
      rest === undefined
        ? [{ kind: 'text', text: '…' }]
        : [{ kind: 'link', url: rest, children: [{ kind: 'text', text: '…' }] }],
  };
  return { blocks: [...kept, mark], isCut: true };
}

/** As many blocks as have room; of the next one as much as has. */
function fitting(blocks: readonly Block[], room: number): Block[] {
  const kept: Block[] = [];
  let left = room;
  for (const block of blocks) {
    const length = plainText([block]).length + 2;
    if (length > left) return [...kept, ...shortened(block, left - 2)];
    kept.push(block);
    left -= length;
  }
  return kept;
}

function shortened(block: Block, room: number): Block[] {
  if (room < LEAST) return [];
  switch (block.kind) {
    case 'code':
      return [{ ...block, text: whole(block.text.slice(0, room), /\n[^\n]*$/) }];
    case 'quote':
      return [{ kind: 'quote', children: fitting(block.children, room) }];
    case 'list':
      return shortList(block, room);
    case 'paragraph': {
      const text = whole(
        plainInline(block.children).replace(/\s+/g, ' ').slice(0, room),
        /(?<=[.!?。！？؟])[^.!?。！？؟]*$/,
      );
      return [{ kind: 'paragraph', children: [{ kind: 'text', text }] }];
    }
  }
}

/** What is worth showing, in characters. */
const LEAST = 40;

function shortList(list: Extract<Block, { kind: 'list' }>, room: number): Block[] {
  const items: (readonly Block[])[] = [];
  let left = room;
  for (const item of list.items) {
    left -= plainText([{ ...list, items: [item] }]).length + 5;
    if (left < 0) break;
    items.push(item);
  }
  const [first = []] = list.items;
  return [{ ...list, items: items.length > 0 ? items : [fitting(first, room - 5)] }];
}

/** Up to the end of a line or sentence, where that keeps the most of it; never half of a pair. */
function whole(text: string, open: RegExp): string {
  const short = text.replace(open, '');
  return (short.length > text.length / 2 ? short : text)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd();
}
