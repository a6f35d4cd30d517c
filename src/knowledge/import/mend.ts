import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';
import type { Block } from '../../core/entry/blocks.ts';
import { oneLine } from '../../core/entry/markdown-words.ts';
import { beginsWithQuote } from '../export/entry-text.ts';
import type { Repair } from '../export/flaws.ts';
import { markdownTokens, treeOf } from '../format/markdown-tokens.ts';
import { toBlocks } from '../format/to-blocks.ts';
import { balancedHtml, LargeHtmlError } from './balanced-html.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

interface Mended {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Most characters of Markdown that is mended; on longer texts some searches take quadratic time. */
export const LONGEST_MENDED = 64 * 1024;
/** Most blocks inside one another; the parser drops the content of deeper ones. */
const DEEPEST = 16;
/** Most characters of a line whose Markdown is parsed. */
const LONGEST_LINE = 2000;

/**
 * Rewrites Markdown that an entry cannot have, such as HTML, so that it can be shown. Markdown that is fine comes back
 * unchanged, and so does what cannot be mended.
 */
export function mendAnswer(markdown: string, base: string | undefined, mayBeginWithQuote: boolean): Mended {
  const isUnread = beginsWithQuote(markdown) && !mayBeginWithQuote;
  if (markdown.length > LONGEST_MENDED || (!isUnread && blocksOf(markdown) !== undefined))
    return { text: markdown, repairs: [] };
  const repairs = new Set<Repair>();
  const text = rewritten(markdown, base, (what) => repairs.add(what));
  if (text === undefined) return { text: markdown, repairs: [] };
  const isQuoted = isUnread && beginsWithQuote(text);
  if (isQuoted) repairs.add('a quote at the beginning became plain text');
  return {
    text: isQuoted ? text.replace(/^(?:>.*(?:\n|$))+/, (quote) => quote.replace(/^> ?/gm, '')) : text,
    repairs:
      repairs.size > 0 ? [...repairs] : [HTML.test(markdown) ? 'HTML became plain text' : 'an empty part was left out'],
  };
}

const HTML = /<\/?[a-z]|<!--|&\w/i;

/** Parses an answer as the check of knowledge does; undefined if that would refuse a part of it. */
export function blocksOf(markdown: string): Block[] | undefined {
  let isRefused = false;
  const blocks = toBlocks(treeOf(markdownTokens(markdown)), () => {
    isRefused = true;
  });
  return isRefused ? undefined : blocks;
}

const renderer = new MarkdownIt('default', { html: true, linkify: false, typographer: false, maxNesting: 40 });
renderer.validateLink = () => true;

function rewritten(markdown: string, base: string | undefined, repaired: (what: Repair) => void): string | undefined {
  const tokens = renderer.parse(unsearchable(markdown), {});
  if (tokens.some(({ level }) => level > DEEPEST * 2)) return undefined;
  try {
    const { html } = balancedHtml(renderer.renderer.render(tokens, renderer.options, {}), false);
    return htmlToMarkdown(html, { base, repaired });
  } catch (error) {
    if (error instanceof LargeHtmlError) return undefined;
    throw error;
  }
}

/** Escapes the beginnings of declarations, for each of which the parser would search the whole text for the end. */
const unsearchable = (markdown: string): string => markdown.replace(/<(?=!(?!--)|\?)/g, '\\<');

/** The plain text of one line of Markdown, such as a heading. */
export function plainWords(markdown: string): string {
  if (!/[\\`*_[\]<>&~!]/.test(markdown) || markdown.length > LONGEST_LINE) return oneLine(markdown);
  const parts: string[] = [];
  const { html } = balancedHtml(renderer.renderInline(unsearchable(markdown)), false);
  new Parser({ ontext: (text) => parts.push(text) }).end(html);
  return oneLine(parts.join(''));
}
