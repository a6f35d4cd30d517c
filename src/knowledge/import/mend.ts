import MarkdownIt from 'markdown-it';
import type { Block } from '../../core/entry/blocks.ts';
import { plainText } from '../../core/entry/blocks.ts';
import { beginsWithQuote } from '../export/entry-text.ts';
import { oneLine } from '../export/words.ts';
import { markdownTokens } from '../format/markdown-tokens.ts';
import { toBlocks as readBlocks } from '../format/to-blocks.ts';
import { treeOf } from '../format/token-tree.ts';
import { toBlocks } from './html-blocks.ts';
import { LargeHtmlError, parseHtml } from './html-tree.ts';
import type { Repair } from './html-words.ts';
import { writeBlocks } from './write-blocks.ts';

export interface Mended {
  /** Markdown. */
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Characters of Markdown that are looked at; some searches in longer texts take squared time. */
export const LONGEST_MENDED = 64 * 1024;
/** Blocks inside one another: beyond, the parser leaves out what it holds. */
const DEEPEST = 16;

/**
 * Makes an answer's Markdown such that readers take it, and leaves it as it is where they do. What cannot be mended
 * comes back unchanged.
 */
export function mendAnswer(markdown: string, base: string | undefined, mayBeginWithQuote: boolean): Mended {
  const isUnread = beginsWithQuote(markdown) && !mayBeginWithQuote;
  if (markdown.length > LONGEST_MENDED || (!isUnread && blocksOf(markdown) !== undefined))
    return { text: markdown, repairs: [] };
  const repairs = new Set<Repair>();
  const blocks = htmlBlocks(render(markdown), { base, repaired: (what) => repairs.add(what) });
  if (!blocks) return { text: markdown, repairs: [] };
  const [first, ...others] = blocks;
  const isQuoted = isUnread && first?.kind === 'quote';
  if (isQuoted) repairs.add('a quote at the beginning became plain text');
  const text = writeBlocks(isQuoted ? [...first.children, ...others] : blocks);
  return { text, repairs: repairs.size > 0 ? [...repairs] : ['HTML became plain text'] };
}

/** An answer as readers see it; absent where they refuse something in it. */
export function blocksOf(markdown: string): Block[] | undefined {
  let isRefused = false;
  const blocks = readBlocks(treeOf(markdownTokens(markdown)), () => {
    isRefused = true;
  });
  return isRefused ? undefined : blocks;
}

function htmlBlocks(html: string | undefined, context: Parameters<typeof toBlocks>[1]): Block[] | undefined {
  if (html === undefined) return undefined;
  try {
    return toBlocks(parseHtml(html).children, context);
  } catch (error) {
    if (error instanceof LargeHtmlError) return undefined;
    throw error;
  }
}

const renderer = new MarkdownIt('default', { html: true, linkify: false, typographer: false, maxNesting: 40 });
renderer.validateLink = () => true;
/** A component in the middle of a line would end the paragraph for the reader of HTML. */
renderer.renderer.rules.html_inline = (tokens, at) =>
  (tokens[at]?.content ?? '').replace(/^(<\/?)nav(?=[\s>/])/i, '$1x-nav');

function render(markdown: string): string | undefined {
  const tokens = renderer.parse(unsearchable(markdown), {});
  return tokens.some(({ level }) => level > DEEPEST * 2)
    ? undefined
    : renderer.renderer.render(tokens, renderer.options, {});
}

/** For each of these the parser would search the whole text for an end. */
const unsearchable = (markdown: string): string => markdown.replace(/<(?=!(?!--)|\?)/g, '\\<');

/** The plain words of a line of Markdown, such as a heading. */
export function plainWords(markdown: string): string {
  if (!/[\\`*_[\]<>&~!]/.test(markdown)) return oneLine(markdown);
  if (markdown.length > LONGEST_LINE) return oneLine(markdown);
  const blocks = htmlBlocks(renderer.renderInline(unsearchable(markdown)), { repaired: () => undefined });
  return oneLine(blocks ? plainText(blocks) : markdown);
}

const LONGEST_LINE = 2000;
