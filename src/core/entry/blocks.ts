/** Parsed text, ready to be rendered by any platform. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | Mention
  /** Text that links to another entry of the pack, by its id. */
  | { readonly kind: 'entry'; readonly id: string; readonly text: string }
  /**
   * A command of the bot, such as `/topics`, only in the bot's own messages. It is clickable on platforms that support
   * that.
   */
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'break' };

/** A channel, role, person, emoji, time or command in one platform's syntax. */
export interface Mention {
  readonly kind: 'mention';
  /** In that platform's syntax: `<#123456789012345678>`. */
  readonly raw: string;
  /** The name that all other platforms show: `#rules`. */
  readonly text: string;
  /** For a time, the day or moment in UTC: ISO 8601. */
  readonly moment?: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  /** `language` is as written at the fence, and contains only letters, digits, `+`, `#`, `-`, `.`, `_`. */
  | { readonly kind: 'code'; readonly text: string; readonly language?: string }
  | Heading
  | Table;

/** A heading inside an answer; `level` 1 is directly below the entry's own. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly children: readonly Inline[];
}

/** A rectangular table: each row has a cell for each column, which may be empty. Never nested in another block. */
export interface Table {
  readonly kind: 'table';
  /** One for each column. */
  readonly aligned: readonly Alignment[];
  readonly head: Row;
  /** At least one. */
  readonly rows: readonly Row[];
}

/** `none`: aligned as usual in the text's direction. */
export type Alignment = 'none' | 'left' | 'center' | 'right';

export type Row = readonly Cell[];
export type Cell = readonly Inline[];

/** The text without formatting; blocks are separated by blank lines. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n\n');
}

/**
 * The text by which an entry is searched. Links to other entries are left out; a table row becomes a sentence with the
 * column names, as people ask by both.
 */
export const ownText = (blocks: readonly Block[]): string =>
  mapParts(blocks, (part) => (part.kind === 'entry' ? { kind: 'text', text: '' } : part))
    .map((block) => (block.kind === 'table' ? recordsIn(block) : plainBlock(block)))
    .join('\n\n');

const recordsIn = ({ head, rows }: Table): string =>
  rows
    .map((row) => row.map((cell, at) => `${plainLine(head[at] ?? [])} ${plainLine(cell)}`.trim()).join('; '))
    .join('\n');

/** The text in one line. */
export const plainLine = (children: readonly Inline[]): string => plainInline(children).replace(/\s+/g, ' ').trim();

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainInline(block.children);
    case 'code':
      return block.text;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainLine).join(' | ')).join('\n');
    case 'quote':
      return plainText(block.children);
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${item.map(plainBlock).join('\n')}`)
        .join('\n');
  }
}

export function plainInline(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.kind === 'break') return '\n';
      return 'text' in child ? child.text : plainInline(child.children);
    })
    .join('');
}

/** Blocks with every text replaced by `change(text)`; code and URLs are kept. */
export const mapText = (blocks: readonly Block[], change: (text: string) => string): Block[] =>
  mapParts(blocks, (part) =>
    part.kind === 'text' || part.kind === 'entry' ? { ...part, text: change(part.text) } : part,
  );

/** Blocks with every part that contains no other parts replaced by `change(part)`. */
export function mapParts(blocks: readonly Block[], change: (part: Inline) => Inline): Block[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: mapInline(block.children, change) };
      case 'quote':
        return { ...block, children: mapParts(block.children, change) };
      case 'list':
        return { ...block, items: block.items.map((item) => mapParts(item, change)) };
      case 'code':
        return block;
      case 'table':
        return { ...block, head: mapRow(block.head, change), rows: block.rows.map((row) => mapRow(row, change)) };
    }
  });
}

const mapRow = (row: Row, change: (part: Inline) => Inline): Row => row.map((cell) => mapInline(cell, change));

const mapInline = (children: readonly Inline[], change: (part: Inline) => Inline): Inline[] =>
  children.map((child) =>
    'children' in child ? { ...child, children: mapInline(child.children, change) } : change(child),
  );
