import type { Alignment, Block, Cell, Inline, Row, Table } from './blocks.ts';
import { closedHeading, codeBlock, codeSpan, inlineText, paragraphStart } from './markdown-words.ts';

/** Blocks as CommonMark that is read back as the same blocks, for programs that take Markdown only. */
export const markdownOf = (blocks: readonly Block[]): string => joined(blocks, '\n\n');

/** @param gap between a paragraph and a list after it; inside a list item, the list follows directly */
const joined = (blocks: readonly Block[], gap: '\n' | '\n\n'): string =>
  blocks
    .map((block, at) => {
      const before = at === 0 ? '' : block.kind === 'list' && blocks[at - 1]?.kind === 'paragraph' ? gap : '\n\n';
      return before + blockText(block, isAfterLike(blocks, at));
    })
    .join('');

/** Whether a list directly follows a list of its kind. Markers of another sort then keep the two apart. */
function isAfterLike(blocks: readonly Block[], at: number): boolean {
  const alike = (one: Block | undefined, other: Block | undefined): boolean =>
    one?.kind === 'list' && other?.kind === 'list' && one.ordered === other.ordered;
  let before = 0;
  while (alike(blocks[at - before - 1], blocks[at - before])) before++;
  return before % 2 === 1;
}

function blockText(block: Block, isOther: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineMarkdown(block.children)
        .split('\n')
        .map((line) => paragraphStart(line.trim()))
        .join('\n');
    case 'heading':
      return `##${'#'.repeat(block.level)} ${closedHeading(inlineMarkdown(block.children).replaceAll('\\\n', ' '))}`;
    case 'table':
      return tableText(block);
    case 'code':
      return codeBlock(block.text, block.language).trim();
    case 'quote':
      return indented(markdownOf(block.children), '> ', '> ');
    case 'list':
      return block.items
        .map((item, at) => {
          const marker = block.ordered ? `${at + 1}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- ';
          return indented(joined(item, '\n'), marker, ' '.repeat(marker.length));
        })
        .join('\n');
  }
}

const tableText = ({ aligned, head, rows }: Table): string =>
  [rowText(head), `|${aligned.map((one) => DIVIDERS[one]).join('|')}|`, ...rows.map(rowText)].join('\n');

const DIVIDERS: Readonly<Record<Alignment, string>> = { none: ' --- ', left: ' :-- ', center: ' :-: ', right: ' --: ' };

const rowText = (row: Row): string => `| ${row.map(cellText).join(' | ')} |`;

/** Escapes `|`, which would end the cell even in code and URLs. A line break in a cell must be HTML. */
const cellText = (cell: Cell): string =>
  inlineMarkdown(cell).replaceAll('\\\n', '<br>').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');

const indented = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
    .map((line) => (line.trim() === '' || line === others ? line.trimEnd() : line))
    .join('\n');

export const inlineMarkdown = (children: readonly Inline[]): string => children.map(partText).join('');

function partText(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'entry':
    case 'mention':
    case 'command':
      return inlineText(part.text.replaceAll('\n', ' '));
    case 'break':
      return '\\\n';
    case 'code':
      return codeSpan(part.text);
    case 'strong':
      return marked(part.children, '**');
    case 'emphasis':
      return marked(part.children, '*');
    case 'link':
      return linkText(inlineMarkdown(part.children), part.url);
  }
}

/** @param shown Markdown @param url absolute or relative */
export function linkText(shown: string, url: string): string {
  const target = url.replace(/[\s<>\\]/g, encodeURIComponent);
  return `[${shown}](${/[()]/.test(target) ? `<${target}>` : target})`;
}

/** Puts markers next to the words, as they do not count beside white space. */
function marked(children: readonly Inline[], mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inlineMarkdown(children)) ?? [];
  return words === '' ? before : `${before}${mark}${words}${mark}${after}`;
}
