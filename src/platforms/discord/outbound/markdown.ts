import { isolated } from '../../../bot/answers/messages.ts';
import { type Block, type Heading, type Inline, plainInline, type Table } from '../../../core/entry/blocks.ts';
import { alignedTable, hasNames, PHONE_COLUMNS, recordsOf } from '../../../core/entry/table.ts';
import { escapeText, isHigh, linkTarget, plain } from './escape.ts';

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

/** Units of a part of a table: each has the names of the columns above it. */
const MOST_OF_TABLE = 1800;

/** Blocks as Discord's Markdown, each in its chunks. A heading is the beginning of the block below it. */
export function chunksOf(blocks: readonly Block[]): Chunk[][] {
  let above = '';
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading' && index + 1 < blocks.length) {
      above += `${headingLine(block)}\n`;
      return [];
    }
    const [first, ...others] = chunks(block);
    const head = above;
    above = '';
    return first ? [[{ ...first, gap: '\n\n' as const, head: head + first.head }, ...others]] : [];
  });
}

/** Chunks as one text. */
export const joined = (parts: readonly Chunk[]): string =>
  parts.map(({ text, gap, head }, at) => (at === 0 ? head + text : gap + (gap === '' ? text : head + text))).join('');

function chunks(block: Block): Chunk[] {
  switch (block.kind) {
    case 'paragraph':
      return piecesOf(block.children, MOST).map((text, at) => ({ text, gap: at === 0 ? '\n\n' : '', head: '' }));
    case 'heading':
      return [{ text: headingLine(block), gap: '\n\n', head: '' }];
    case 'table':
      return tableChunks(block);
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

/** Discord's own headings end with the third, which the one above has: the next is only bold. */
function headingLine({ level, children }: Heading): string {
  const words = renderInline(children, level === 1 ? [] : ['strong'])
    .replace(/\s+/g, ' ')
    .trim();
  return level === 1 ? HEADING + words : marked(words, MARK.strong);
}

/** As letters of one width if a phone shows the lines whole, else as records. Rows are not parted. */
function tableChunks(table: Table): Chunk[] {
  const lines = alignedTable(table, PHONE_COLUMNS)?.split('\n');
  if (!lines) return chunks(recordsOf(table));
  const names = hasNames(table) ? lines.splice(0, 2) : [];
  const parts: string[][] = [];
  for (const row of lines) {
    const last = parts.at(-1);
    if (last && last.join('\n').length + row.length < MOST_OF_TABLE) last.push(row);
    else parts.push([...names, row]);
  }
  return parts.map((part) => fenced(part.join('\n')));
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
  const lines = unfenced(text).split('\n');
  const groups: string[][] = [[]];
  for (const line of lines.flatMap(shortLines)) {
    const group = groups.at(-1) ?? [];
    if (group.length > 0 && group.join('\n').length + line.length > MOST - 10) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => fenced(group.join('\n'), language));
}

/** A fence within would end it. */
const unfenced = (text: string): string => plain(text).replaceAll('```', '`\u200b``');

const fenced = (text: string, language = ''): Chunk => ({
  text: `\`\`\`${language}\n${unfenced(text)}\n\`\`\``,
  gap: '\n',
  head: '',
});

const shortLines = (line: string): string[] =>
  line === '' ? [''] : (line.match(new RegExp(`[\\s\\S]{1,${MOST - 20}}`, 'gu')) ?? []);

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Long text in pieces of at most so many units, parted between words; links and pairs of surrogates stay whole. */
export const piecesOf = (children: readonly Inline[], most: number): string[] =>
  split(children, most).map((piece) => renderInline(piece));

function split(children: readonly Inline[], most: number): Inline[][] {
  if (renderInline(children).length <= most) return [[...children]];
  const pieces: Inline[][] = [[]];
  let length = 0;
  for (const part of children.flatMap((child) => partsOf(child, most))) {
    // A joint may come before it.
    const size = renderInline([part]).length + 1;
    if (length + size > most && length > 0) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(part);
    length += size;
  }
  return pieces;
}

/** @param most units of the piece; no part is longer than half of it */
function partsOf(child: Inline, most: number): Inline[] {
  if (child.kind === 'text' || child.kind === 'entry')
    return wordsOf(child.text, most).map((text) => ({ kind: 'text', text }));
  if (renderInline([child]).length <= most / 2) return [child];
  if (child.kind === 'code') return hardCut(child.text, most / 4).map((text) => ({ kind: 'code', text }));
  if (child.kind === 'link') return child.children.flatMap((one) => partsOf(one, most));
  if (!('children' in child)) return [child];
  // Its marks take room as well.
  return split(child.children, most / 2 - 6).map((inner) => ({ ...child, children: inner }));
}

/** With the space behind it; a word that no piece can hold is cut. */
function wordsOf(text: string, most: number): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    if (/^\s+$/.test(segment) && found.length > 0) found[found.length - 1] += segment;
    else found.push(...hardCut(segment, most / 4));
  }
  return found;
}

function hardCut(text: string, most: number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = rest.length > most && isHigh(rest, Math.floor(most) - 1) ? Math.floor(most) - 1 : Math.floor(most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}

type Style = 'strong' | 'emphasis';

const MARK: Readonly<Record<Style, string>> = { strong: '**', emphasis: '*' };
/** Takes no room, and keeps the marks of two neighbours from being read as one. */
const JOINT = '\u200b';
/** Of a heading inside an answer: the joint tells it from that of the whole message. */
export const HEADING = `### ${JOINT}`;
const OWN_DIRECTION: readonly Inline['kind'][] = ['code', 'command', 'mention'];
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Text in Discord's Markdown. @param within styles that hold already: the same mark twice would end it. */
export function renderInline(children: readonly Inline[], within: readonly Style[] = []): string {
  // Among words that run from right to left, these keep their own direction: `/ask` would be shown as `ask/`.
  const isTurned = RIGHT_TO_LEFT.test(plainInline(children));
  let text = '';
  for (const child of children) {
    const next =
      isTurned && OWN_DIRECTION.includes(child.kind) ? isolated(renderOne(child, within)) : renderOne(child, within);
    const touches = child.kind !== 'text' && /[*`]$/.test(text) && /^[*`]/.test(next);
    text += touches ? JOINT + next : next;
  }
  return text;
}

function renderOne(child: Inline, within: readonly Style[]): string {
  switch (child.kind) {
    case 'text':
    case 'entry':
      return escapeText(child.text);
    case 'break':
      return '\n';
    case 'code':
    case 'command':
      return renderCode(child.text);
    case 'mention':
      return child.raw;
    case 'link':
      return renderLink(child);
    case 'strong':
    case 'emphasis':
      return within.includes(child.kind)
        ? renderInline(child.children, within)
        : marked(renderInline(child.children, [...within, child.kind]), MARK[child.kind]);
  }
}

/** Marks count only if a word touches them. */
function marked(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inner === '' ? words : `${before}${mark}${inner}${mark}${after}`;
}

/** Text with a backtick, or with nothing else to see, cannot be put between backticks. */
function renderCode(text: string): string {
  const words = plain(text);
  return words.includes('`') || words.trim() === '' ? escapeText(text) : `\`${words}\``;
}

/** Words that look like an address themselves, or that would end the link. */
const UNFIT = /:\/\/|(?:^|\s)[\w-]+(?:\.[\w-]+)+(?=$|[\s/:?#])|[[\]]/;
/** A name before the host misleads. */
const NAMED_HOST = /^https?:\/\/[^/]*@/;

/** The words, which lead there; behind words that look like another address it is shown, so that it cannot hide. */
function renderLink({ children, url }: Extract<Inline, { kind: 'link' }>): string {
  const target = linkTarget(url);
  const words = plainInline(children);
  if (target === undefined) return escapeText(words === url ? words : `${words} (${url})`);
  if (words.trim() === '' || linkTarget(words) === target) return `<${target}>`;
  const label = escapeText(words.replace(/\s+/g, ' '));
  if (UNFIT.test(words) || NAMED_HOST.test(target)) return `${label} (<${target}>)`;
  // A bracket would end the address.
  return `[${label}](<${target.replaceAll('(', '%28').replaceAll(')', '%29')}>)`;
}
