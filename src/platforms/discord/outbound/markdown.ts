import type { Block } from '../../../core/entry/blocks.ts';
import { plain } from './escape.ts';
import { piecesOf } from './pieces.ts';

/** A part of a text that is not parted further. */
export interface Chunk {
  readonly text: string;
  /** Gap between it and the chunk before, if both are in one message. */
  readonly gap: '\n\n' | '\n' | '';
  /** Beginning of its first line, unless it goes on with the line before. */
  readonly head: string;
}

/** Units of a chunk: small beside what a message holds, so that little room is lost. */
const MOST = 900;

/** Blocks as Discord's Markdown, each in its chunks. */
export const chunksOf = (blocks: readonly Block[]): Chunk[][] =>
  blocks.map((block) => chunks(block).map((chunk, at) => (at === 0 ? { ...chunk, gap: '\n\n' } : chunk)));

/** Chunks as one text. */
export const joined = (parts: readonly Chunk[]): string =>
  parts.map(({ text, gap, head }, at) => (at === 0 ? head + text : gap + (gap === '' ? text : head + text))).join('');

function chunks(block: Block): Chunk[] {
  switch (block.kind) {
    case 'paragraph':
      return piecesOf(block.children, MOST).map((text, at) => ({ text, gap: at === 0 ? '\n\n' : '', head: '' }));
    case 'code':
      return codeChunks(block.text, block.language);
    case 'quote':
      return chunksOf(block.children).flatMap((group, at) =>
        group.map((chunk, index) => prefixed(chunk, '> ', at === 0 && index === 0)),
      );
    case 'list':
      return block.items.flatMap((item, at) => itemChunks(item, block.ordered ? `${at + 1}. ` : '- '));
  }
}

/** Discord's lists are tight, and their second level is indented by two spaces. */
function itemChunks(item: readonly Block[], marker: string): Chunk[] {
  return item.flatMap((block, at) =>
    chunks(block).map((chunk, index): Chunk => {
      const lines = chunk.text.replaceAll('\n', '\n  ');
      const isFirst = at === 0 && index === 0;
      return {
        text: lines,
        gap: chunk.gap === '' ? '' : '\n',
        head: isFirst ? marker + chunk.head : `  ${chunk.head}`,
      };
    }),
  );
}

/** An empty line ends a quote, so that it holds none. */
function prefixed({ text, gap, head }: Chunk, prefix: string, isFirst: boolean): Chunk {
  const lines = text.replaceAll('\n', `\n${prefix}`);
  return { text: lines, gap: gap === '\n\n' && !isFirst ? '\n' : gap, head: prefix + head };
}

/** Each chunk has a fence of its own, and keeps its colours. */
function codeChunks(text: string, language = ''): Chunk[] {
  // A fence within would end it.
  const lines = plain(text).replaceAll('```', '`\u200b``').split('\n');
  const groups: string[][] = [[]];
  for (const line of lines.flatMap(shortLines)) {
    const group = groups.at(-1) ?? [];
    if (group.length > 0 && group.join('\n').length + line.length > MOST - 10) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => ({ text: `\`\`\`${language}\n${group.join('\n')}\n\`\`\``, gap: '\n', head: '' }));
}

const shortLines = (line: string): string[] =>
  line === '' ? [''] : (line.match(new RegExp(`[\\s\\S]{1,${MOST - 20}}`, 'gu')) ?? []);
