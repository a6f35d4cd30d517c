import { isolated } from '../../../bot/answers/messages.ts';
import { type Block, type Heading, type Inline, plainInline, type Table } from '../../../core/entry/blocks.ts';
import { alignedTable, hasNames, PHONE_COLUMNS, recordsOf } from '../../../core/entry/table.ts';
import { escapeText, isHigh, linkTarget, plain } from './escape.ts';

/** A piece of text that is never split between messages. */
export interface Chunk {
  readonly text: string;
  /** Separator from the previous chunk of the same message. */
  readonly gap: '\n\n' | '\n' | '';
  /** Prefix at the beginning of a line, such as a list marker; not used if the chunk continues a line. */
  readonly head: string;
}

/** Size of a chunk in UTF-16 units: small compared with a message, so that messages fill well. */
const MOST = 900;

/** Size of a chunk of a table; each repeats the column names. */
const MOST_OF_TABLE = 1800;

/** Blocks as Discord's Markdown, a list of chunks for each block. A heading is joined to the block below it. */
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

/** Chunks joined into one text. */
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

/**
 * Discord has three levels of headings and the answer's title takes the upper ones, so deeper headings are bold text.
 */
function headingLine({ level, children }: Heading): string {
  const words = renderInline(children, level === 1 ? [] : ['strong'])
    .replace(/\s+/g, ' ')
    .trim();
  return level === 1 ? HEADING + words : marked(words, MARK.strong);
}

/** As a code block if its lines fit on a phone's screen, else as a record for each row. Rows are not split. */
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

/** Discord's lists have no blank lines, and nested items are indented by two spaces. */
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

/** A blank line would end a quote, so blank lines are removed. */
function prefixed({ text, gap, head }: Chunk, prefix: string, isFirst: boolean): Chunk {
  const lines = text.replaceAll('\n', `\n${prefix}`);
  return { text: lines, gap: gap === '\n\n' && !isFirst ? '\n' : gap, head: prefix + head };
}

/** Each chunk gets a code fence of its own, with the language for highlighting. */
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

/** A fence inside the code would end the block, so a zero-width space is put into it. */
const unfenced = (text: string): string => plain(text).replaceAll('```', '`\u200b``');

const fenced = (text: string, language = ''): Chunk => ({
  text: `\`\`\`${language}\n${unfenced(text)}\n\`\`\``,
  gap: '\n',
  head: '',
});

const shortLines = (line: string): string[] =>
  line === '' ? [''] : (line.match(new RegExp(`[\\s\\S]{1,${MOST - 20}}`, 'gu')) ?? []);

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Long text split between words into pieces of at most `most` UTF-16 units; links and surrogate pairs stay whole. */
export const piecesOf = (children: readonly Inline[], most: number): string[] =>
  split(children, most).map((piece) => renderInline(piece));

function split(children: readonly Inline[], most: number): Inline[][] {
  if (renderInline(children).length <= most) return [[...children]];
  const pieces: Inline[][] = [[]];
  let length = 0;
  for (const part of children.flatMap((child) => partsOf(child, most))) {
    // One more, for a separator that may be needed before it.
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

/** @param most size of a piece; a part is at most half of it */
function partsOf(child: Inline, most: number): Inline[] {
  if (child.kind === 'text' || child.kind === 'entry')
    return wordsOf(child.text, most).map((text) => ({ kind: 'text', text }));
  if (renderInline([child]).length <= most / 2) return [child];
  if (child.kind === 'code') return hardCut(child.text, most / 4).map((text) => ({ kind: 'code', text }));
  if (child.kind === 'link') return child.children.flatMap((one) => partsOf(one, most));
  if (!('children' in child)) return [child];
  // Leaves room for the style's own markers.
  return split(child.children, most / 2 - 6).map((inner) => ({ ...child, children: inner }));
}

/** Words, each with the space after it; a word that is too long is cut. */
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
/** Zero-width space that keeps the markers of two adjacent styles apart. */
const JOINT = '\u200b';
/** A heading inside an answer; the zero-width space tells it from the answer's title. */
export const HEADING = `### ${JOINT}`;
const OWN_DIRECTION: readonly Inline['kind'][] = ['code', 'command', 'mention'];
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Inline parts as Discord's Markdown. @param within styles that are open already: repeating a marker would close it */
export function renderInline(children: readonly Inline[], within: readonly Style[] = []): string {
  // In right-to-left text these parts are isolated: `/ask` would otherwise be displayed as `ask/`.
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

/** Adds style markers next to the words: beside white space Discord ignores them. */
function marked(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inner === '' ? words : `${before}${mark}${inner}${mark}${after}`;
}

/** Code with a backtick, or of nothing but white space, cannot be written between backticks. */
function renderCode(text: string): string {
  const words = plain(text);
  return words.includes('`') || words.trim() === '' ? escapeText(text) : `\`${words}\``;
}

/** Link text that looks like a URL, or has brackets that would end the link. */
const UNFIT = /:\/\/|(?:^|\s)[\w-]+(?:\.[\w-]+)+(?=$|[\s/:?#])|[[\]]/;
/** A user name before the host would mislead about the target. */
const NAMED_HOST = /^https?:\/\/[^/]*@/;

/** A masked link. If the link text looks like another URL, the target is shown as well, so that it cannot deceive. */
function renderLink({ children, url }: Extract<Inline, { kind: 'link' }>): string {
  const target = linkTarget(url);
  const words = plainInline(children);
  if (target === undefined) return escapeText(words === url ? words : `${words} (${url})`);
  if (words.trim() === '' || linkTarget(words) === target) return `<${target}>`;
  const label = escapeText(words.replace(/\s+/g, ' '));
  if (UNFIT.test(words) || NAMED_HOST.test(target)) return `${label} (<${target}>)`;
  // A closing parenthesis would end the URL.
  return `[${label}](<${target.replaceAll('(', '%28').replaceAll(')', '%29')}>)`;
}
