import { type Block, type Inline, plainInline } from '../../core/entry/blocks.ts';
import { inlineText, lineText } from '../export/words.ts';
import { markdownTokens } from '../format/markdown-tokens.ts';
import { toInline } from '../format/to-inline.ts';

/**
 * Blocks as Markdown in one form. Reading it yields the same words; where Markdown cannot mark a part of a word, the
 * mark is left out.
 */
export function writeBlocks(blocks: readonly Block[]): string {
  return linesOf(blocks).join('\n');
}

function linesOf(blocks: readonly Block[]): string[] {
  let lists = 0;
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    // Two lists one after the other need different marks, or they would be one.
    lists = block.kind === 'list' && before?.kind === 'list' ? lists + 1 : 0;
    return [...(at === 0 ? [] : ['']), ...blockLines(block, lists % 2 === 1)];
  });
}

function blockLines(block: Block, isSecond: boolean): string[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphLines(block.children);
    case 'code':
      return codeLines(block.text, block.language);
    case 'quote':
      return linesOf(block.children).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'list':
      return block.items.flatMap((item, at) => {
        const mark = block.ordered ? `${at + 1}${isSecond ? ')' : '.'} ` : isSecond ? '* ' : '- ';
        return itemLines(item).map((line, number) =>
          number === 0 ? `${mark}${line}` : line === '' ? '' : `${' '.repeat(mark.length)}${line}`,
        );
      });
  }
}

/** A list right below a line needs no empty line between. */
function itemLines(blocks: readonly Block[]): string[] {
  const [first, second] = blocks;
  if (blocks.length === 2 && first?.kind === 'paragraph' && second?.kind === 'list')
    return [...linesOf([first]), ...linesOf([second])];
  return linesOf(blocks);
}

function codeLines(text: string, language = ''): string[] {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [fence + language, ...text.split('\n'), fence];
}

/**
 * What emphasis may stand beside depends on its neighbours: the outcome is read, and where words changed, marks are
 * given up.
 */
function paragraphLines(children: readonly Inline[]): string[] {
  const words = squeezed(plainInline(children));
  const plain = lineText(inlineText(words.replaceAll('\n', ' ')));
  if (words.length > LONGEST_MARKED) return [plain];
  const candidates = [inlineMarkdown(children, ALL), inlineMarkdown(children, { ...ALL, isMarked: false })].map(
    ownLines,
  );
  return (candidates.find((text) => readsAs(text, words)) ?? plain).split('\n');
}

/** Characters; no answer is as long, so that what is longer is cut, or left out. */
const LONGEST_MARKED = 20_000;

const ownLines = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => lineText(line.trim()))
    .join('\n');

function readsAs(markdown: string, words: string): boolean {
  const tokens = markdownTokens(markdown);
  const [open, inline] = tokens;
  let isRefused = false;
  const refuse = () => {
    isRefused = true;
  };
  return (
    tokens.length === 3 &&
    open?.type === 'paragraph_open' &&
    inline !== undefined &&
    squeezed(plainInline(toInline(inline, refuse))) === words &&
    !isRefused
  );
}

const squeezed = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

interface Style {
  /** Whether strong words and emphasis are marked. */
  readonly isMarked: boolean;
  readonly isLink: boolean;
}

const ALL: Style = { isMarked: true, isLink: false };

function inlineMarkdown(children: readonly Inline[], style: Style): string {
  return children
    .map((child) => {
      switch (child.kind) {
        case 'text':
          return style.isLink ? inlineText(child.text).replaceAll(']', '\\]') : inlineText(child.text);
        case 'break':
          return '\\\n';
        case 'code':
          return codeSpan(child.text);
        case 'link':
          return `[${inlineMarkdown(child.children, { ...style, isLink: true })}](${child.url})`;
        default:
          return style.isMarked
            ? emphasised(inlineMarkdown(child.children, style), child.kind === 'strong' ? '**' : '*')
            : inlineMarkdown(child.children, style);
      }
    })
    .join('');
}

/** Spaces at the ends would make the marks plain characters. */
function emphasised(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === '' ? text : `${before}${mark}${words}${mark}${after}`;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
