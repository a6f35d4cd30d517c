import { stripVTControlCharacters } from 'node:util';
import { allChoicesOf, type Reply } from '../../bot/answers/reply.ts';
import { type Block, type Inline, plainInline } from '../../core/entry/blocks.ts';
import { alignedTable, recordsOf } from '../../core/entry/table.ts';
import { widthOf } from '../../core/text/width.ts';

interface Layout {
  readonly columns: number;
  /** Bold and dim letters, by escape codes. */
  readonly styled: boolean;
}

/** A reply as text for a terminal. */
export function renderReply(reply: Reply, layout: Layout): string {
  const notes = reply.notes.map((note) => dim(wrap(renderInline(note), layout.columns), layout)).join('\n');
  return [...renderBody(reply, layout), notes, renderChoices(reply)].filter((part) => part !== '').join('\n\n');
}

function renderBody(reply: Reply, layout: Layout): string[] {
  const blocks = 'blocks' in reply ? reply.blocks.map((block) => renderBlock(block, layout, '')) : [];
  switch (reply.kind) {
    case 'answer':
    case 'notice':
      return [bold(wrap(clean(reply.title ?? ''), layout.columns), layout), ...blocks];
    case 'file':
      return [...blocks, `${clean(reply.file.name)}\n\n${clean(reply.file.text).trimEnd()}`];
    case 'form':
    case 'offer':
      return blocks;
  }
}

/** Choices are numbered; typing the number picks one. */
function renderChoices(reply: Reply): string {
  if (!('choices' in reply) || reply.choices.length === 0) return '';
  const choices = allChoicesOf(reply).map(({ label }, at) => `  ${at + 1}. ${clean(label)}`);
  return [clean(reply.question ?? ''), ...choices].filter((line) => line !== '').join('\n');
}

function renderBlock(block: Block, layout: Layout, indent: string): string {
  const columns = layout.columns - indent.length;
  switch (block.kind) {
    case 'paragraph':
      return indented(wrap(renderInline(block.children), columns), indent);
    case 'heading':
      return indented(bold(wrap(renderInline(block.children), columns), layout), indent);
    case 'table': {
      const lines = alignedTable(block, columns);
      return lines === undefined ? renderBlock(recordsOf(block), layout, indent) : indented(clean(lines), indent);
    }
    case 'code':
      return indented(clean(block.text), `${indent}    `);
    case 'quote':
      return block.children.map((child) => renderBlock(child, layout, `${indent}│ `)).join(`\n${indent}│\n`);
    case 'list':
      return block.items
        .map((item, at) => renderItem(item, block.ordered ? `${at + 1}. ` : '• ', layout, indent))
        .join('\n');
  }
}

function renderItem(item: readonly Block[], marker: string, layout: Layout, indent: string): string {
  const inner = item.map((child) => renderBlock(child, layout, indent + ' '.repeat(marker.length))).join('\n');
  return indent + marker + inner.slice(indent.length + marker.length);
}

/** The words of inline parts; a link also shows its address. */
function renderInline(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.kind !== 'link') return clean(plainInline([child]));
      const words = clean(plainInline(child.children));
      return words === child.url ? words : `${words} <${clean(child.url)}>`;
    })
    .join('');
}

/** Removes control characters: text of a pack must not move the cursor or ring the bell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
export const clean = (words: string): string => words.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
const indented = (words: string, indent: string): string => words.replace(/^/gm, indent);
const bold = (words: string, { styled }: Layout): string =>
  styled && words !== '' ? `\u001b[1m${words}\u001b[22m` : words;
const dim = (words: string, { styled }: Layout): string => (styled ? `\u001b[2m${words}\u001b[22m` : words);

/**
 * Places at which a line may break: after a space, or next to a wide character; closing punctuation stays with its
 * word.
 */
const PIECES =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：？！）》」』”’…]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Breaks text into lines of at most `columns` columns; a longer word gets a line of its own. */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  const lines = [''];
  for (const [piece] of line.matchAll(PIECES)) {
    const current = lines.at(-1) ?? '';
    if (current !== '' && widthOf(stripVTControlCharacters(current + piece.trimEnd())) > columns)
      lines.push(piece.trimStart());
    else lines[lines.length - 1] = current + piece;
  }
  return lines.map((one) => one.trimEnd()).join('\n');
}
