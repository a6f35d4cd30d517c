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
  /** Markdown. */
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Characters of Markdown that are looked at; some searches in longer texts take squared time. */
export const LONGEST_MENDED = 64 * 1024;
/** Blocks inside one another: beyond, the parser leaves out what it holds. */
const DEEPEST = 16;
/** Characters of a line that is looked at. */
const LONGEST_LINE = 2000;

/**
 * Makes an answer's Markdown such that readers take it, and leaves it as it is if they do. What cannot be mended comes
 * back unchanged.
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

/** An answer as readers see it; absent if they refuse something in it. */
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

/** For each of these the parser would search the whole text for an end. */
const unsearchable = (markdown: string): string => markdown.replace(/<(?=!(?!--)|\?)/g, '\\<');

/** The plain words of a line of Markdown, such as a heading. */
export function plainWords(markdown: string): string {
  if (!/[\\`*_[\]<>&~!]/.test(markdown) || markdown.length > LONGEST_LINE) return oneLine(markdown);
  const parts: string[] = [];
  const { html } = balancedHtml(renderer.renderInline(unsearchable(markdown)), false);
  new Parser({ ontext: (text) => parts.push(text) }).end(html);
  return oneLine(parts.join(''));
}
