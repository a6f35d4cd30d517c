import { webAddress } from '../../../bot/platform/links.ts';
import type { Block, Inline } from '../../../core/entry/blocks.ts';
import { type Html, html } from './html.ts';

/** How a platform shows what differs between them. */
export interface Manner {
  /** A link with its address. @param words without their form */
  readonly link: (shown: readonly Html[], words: string, address: URL) => Html;
  /** Quotes in quotes are shown as such. */
  readonly nestsQuotes: boolean;
}

export const renderBlocks = (blocks: readonly Block[], manner: Manner, isQuoted = false): Html[] =>
  blocks.map((block) => renderBlock(block, manner, isQuoted));

function renderBlock(block: Block, manner: Manner, isQuoted: boolean): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${renderInline(block.children, manner)}</p>`;
    case 'code':
      return html`<pre tabindex="0"><code dir="ltr">${block.text}</code></pre>`;
    case 'quote': {
      const inner = renderBlocks(block.children, manner, true);
      return isQuoted && !manner.nestsQuotes ? html`${inner}` : html`<blockquote>${inner}</blockquote>`;
    }
    case 'list': {
      const items = block.items.map((item) => html`<li>${renderBlocks(item, manner, isQuoted)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

export function renderInline(children: readonly Inline[], manner: Manner): Html[] {
  return children.map((child) => {
    switch (child.kind) {
      case 'text':
      case 'entry':
        return html`${child.text}`;
      case 'break':
        return html`<br>`;
      case 'mention':
        return html`<span dir="auto">${child.text}</span>`;
      case 'code':
      case 'command':
        return html`<code dir="auto">${child.text}</code>`;
      case 'strong':
        return html`<strong>${renderInline(child.children, manner)}</strong>`;
      case 'emphasis':
        return html`<em>${renderInline(child.children, manner)}</em>`;
      case 'link':
        return renderLink(child.url, renderInline(child.children, manner), wordsOf(child.children), manner);
    }
  });
}

/** An address that is none of the web is text. */
function renderLink(url: string, shown: readonly Html[], words: string, { link }: Manner): Html {
  const address = webAddress(url);
  if (!address) return html`${shown} &lt;${url}&gt;`;
  return link(shown, words.trim(), address);
}

/** @param shown what can be pressed */
export const anchor = ({ href }: URL, shown: Html | string | readonly Html[]): Html =>
  html`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${shown}</a>`;

const wordsOf = (children: readonly Inline[]): string =>
  children
    .map((child) => ('text' in child ? child.text : 'children' in child ? wordsOf(child.children) : ' '))
    .join('');
