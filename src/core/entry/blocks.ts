/** Parsed text, ready to be rendered by any platform. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  /** `language` as its fence names it: letters, digits, `+`, `#`, `-`, `.`, `_`. */
  | { readonly kind: 'code'; readonly text: string; readonly language?: string };

/** The words of a text without their form, one block a line. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plainInline(block.children);
    case 'code':
      return block.text;
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

/** The blocks with every text passed through `change`; code and links' addresses stay. */
export function mapText(blocks: readonly Block[], change: (text: string) => string): Block[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, children: mapInline(block.children, change) };
      case 'quote':
        return { ...block, children: mapText(block.children, change) };
      case 'list':
        return { ...block, items: block.items.map((item) => mapText(item, change)) };
      case 'code':
        return block;
    }
  });
}

function mapInline(children: readonly Inline[], change: (text: string) => string): Inline[] {
  return children.map((child) => {
    if (child.kind === 'text') return { ...child, text: change(child.text) };
    return 'children' in child ? { ...child, children: mapInline(child.children, change) } : child;
  });
}
