import { webAddress } from '../../../bot/platform/links.ts';
import {
  type Alignment,
  type Block,
  type Cell,
  type Inline,
  plainLine,
  type Table,
} from '../../../core/entry/blocks.ts';
import { hasNames } from '../../../core/entry/table.ts';
import { type Html, html } from './html.ts';

/** Rendering options, which differ between kinds of pages. */
export interface Manner {
  /** Renders a link to a web address. */
  readonly link: (shown: readonly Html[], address: URL) => Html;
  /** Level of an answer's top headings, one below the page's. */
  readonly heading: 2 | 3;
}

export const renderBlocks = (blocks: readonly Block[], manner: Manner): Html[] =>
  blocks.map((block) => renderBlock(block, manner));

function renderBlock(block: Block, manner: Manner): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${renderInline(block.children, manner)}</p>`;
    case 'heading': {
      const words = renderInline(block.children, manner);
      const level = manner.heading + block.level - 1;
      return level === 2 ? html`<h2>${words}</h2>` : level === 3 ? html`<h3>${words}</h3>` : html`<h4>${words}</h4>`;
    }
    case 'table':
      return renderTable(block, manner);
    case 'code':
      return html`<pre tabindex="0"><code dir="ltr">${block.text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${renderBlocks(block.children, manner)}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${renderBlocks(item, manner)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

/** A table that scrolls by itself if it is wider than its place. An empty column name is not marked as a heading. */
function renderTable(table: Table, manner: Manner): Html {
  const { aligned, head, rows } = table;
  const cell = (children: Cell, at: number): Html =>
    html`<td${sideOf(aligned[at])}>${renderInline(children, manner)}</td>`;
  const name = (children: Cell, at: number): Html =>
    plainLine(children) === ''
      ? html`<td></td>`
      : html`<th scope="col"${sideOf(aligned[at])}>${renderInline(children, manner)}</th>`;
  const names = hasNames(table) && html`<thead><tr>${head.map(name)}</tr></thead>`;
  return html`<div class="table" tabindex="0"><table>${names}
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody></table></div>`;
}

const sideOf = (aligned: Alignment = 'none'): Html | false => aligned !== 'none' && html` class="at-${aligned}"`;

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
        return renderLink(child, manner);
    }
  });
}

/** A URL other than http(s) becomes text; a link without text shows its URL. */
function renderLink({ url, children }: Extract<Inline, { kind: 'link' }>, manner: Manner): Html {
  const shown = renderInline(children, manner);
  const address = webAddress(url);
  if (!address) return html`${shown} &lt;${url}&gt;`;
  return manner.link(plainLine(children) === '' ? [html`${address.href}`] : shown, address);
}

/** @param shown content of the link */
export const anchor = ({ href }: URL, shown: Html | string | readonly Html[]): Html =>
  html`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${shown}</a>`;
