import Turndown from 'turndown';
import {
  closedHeading,
  codeBlock,
  codeSpan,
  headingText,
  inlineText,
  itemText,
  oneLine,
} from '../../core/entry/markdown-words.ts';
import type { Repair } from '../export/flaws.ts';
import { linkedEntry } from '../format/entry-file.ts';
import { addressOn } from '../format/web-address.ts';
import { above, attribute, type Dom, depthOf, type HtmlTable, isIn, tableOf, tableOfRows, topOf } from './html-dom.ts';

type Is = (node: Dom) => boolean;

interface HtmlContext {
  /** The address of the page, against which links are resolved. Default: unknown, and relative links become text. */
  readonly base?: string;
  /**
   * Whether questions are searched for in the result: headings and tables are then kept, and each heading or term
   * carries its line for numberedLines. Default: it is an answer, and becomes what every platform can show.
   */
  readonly isPage?: boolean;
  /** Called for everything that cannot be shown as it is; for a page, with the line of the question above. */
  readonly repaired: (what: Repair, line: number) => void;
}

/** Most lists and quotes inside one another in an answer. */
const DEEPEST = 4;
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
/** Most columns and rows of a table in an answer. */
const MOST_COLUMNS = 10;
const MOST_ROWS = 100;
/** Most characters of a heading in an answer. */
const LONGEST_HEADING = 200;
/** Elements that can hold neither a heading nor a table in an answer. */
const INNER = /^(?:LI|BLOCKQUOTE|TABLE)$/;
const CELL = '\uE000';
const [LINE, LINE_END] = ['\uE001', '\uE002'];
/** Signs that pages put beside a part that folds out. */
const FOLDING_SIGN = /^[+−–×✕▶►▸▾▼›⌄]\s*|\s*[+−–×✕▶►▸▾▼›⌄]$/gu;
const BOLD_STYLE = /font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)/i;

/** Splits a page's Markdown into lines; each gets the line, in the page, of the question above it. */
export function numberedLines(markdown: string): { readonly text: string; readonly number: number }[] {
  let number = 1;
  return markdown.split('\n').map((line) => {
    const [mark, found] = /\uE001(\d+)\uE002/.exec(line) ?? [];
    if (found !== undefined) number = Number(found);
    return { text: mark === undefined ? line : line.replace(mark, ''), number };
  });
}

/**
 * Turns HTML into Markdown. What cannot be shown is left out or replaced, and reported to `repaired`.
 * @param html must come from balancedHtml.
 */
export function htmlToMarkdown(html: string, { base, isPage = false, repaired }: HtmlContext): string {
  let line = 1;
  /** The level of the answer's largest headings; worked out at the first heading. */
  let top: number | undefined;
  /** For each list and row, the number of items or cells written so far. */
  const counts = new WeakMap<Dom, number>();
  const tables = new WeakMap<Dom, HtmlTable>();
  const note = (what: Repair): void => repaired(what, line);
  const service = new Turndown({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '\\',
  });
  service.escape = itemText;
  const rule = (name: string, filter: Turndown.Filter | Is, replacement: (content: string, node: Dom) => string) =>
    service.addRule(name, { filter, replacement } as object as Turndown.Rule);

  rule('strong', isStrong, (content, node) => marked(content, node, '**', isStrong));
  rule('emphasis', isEmphasis, (content, node) => marked(content, node, '*', isEmphasis));
  rule('code', ['code', 'kbd', 'samp', 'tt' as 'samp'], (_, node) => {
    const words = (node.textContent ?? '').replace(/\s+/g, ' ');
    return isNamed(node) ? inlineText(words) : codeSpan(words);
  });
  rule('block of code', 'pre', (_, node) => {
    const code = (node.textContent ?? '').replaceAll('\t', '    ').replace(/^\n/, '').trimEnd();
    return code.trim() === '' ? '' : codeBlock(code);
  });
  rule('struck', ['del', 's', 'strike'], () => left('struck out words were left out'));
  rule('rule', 'hr', () => left('a rule was left out'));
  rule('embedded', ['video', 'audio', 'iframe', 'embed'], () => left('a video or another embedded part was left out'));
  rule('image', 'img', (_, node) => image(node));
  rule('link', 'a', (content, node) => link(content, attribute(node, 'href'), node));
  rule('line break', 'br', (_, node) => {
    if (!isIn(node, /^(?:A|H[1-6]|SUMMARY|DT|TD|TH)$/)) return '\\\n';
    return !isPage && isIn(node, /^T[DH]$/) && isTable(tableOf(node)) ? '<br>' : ' ';
  });
  rule('paragraph', 'p', (content) => {
    const text = content.replace(/(?:\\\n\s*)+$/, '').replace(/(?<=\S) {2,}(?=\S)/g, ' ');
    return `\n\n${text.trim()}\n\n`;
  });
  rule('heading', [...HEADINGS], (content, node) => heading(content, node));
  rule('term', ['summary', 'dt'], (content, node) => {
    const tag = node.nodeName.toLowerCase();
    return isPage ? named(content, node, (text) => `<${tag}>${text}</${tag}>`) : strongLine(content);
  });
  rule('part that folds out', 'details', (content) => {
    if (isPage) return `\n\n<details>\n\n${content}\n\n</details>\n\n`;
    note('a part that folds out became plain text');
    return `\n\n${content}\n\n`;
  });
  rule('quote', 'blockquote', (content, node) =>
    depthOf(node) > DEEPEST ? flat(content) : `\n\n${content.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`,
  );
  rule('list', ['ul', 'ol', 'menu'], (content, node) => {
    if (/^(?!1$)./.test(attribute(node, 'start'))) note('a list was numbered again');
    const isTight = node.parentElement?.nodeName === 'LI' && depthOf(node) < DEEPEST;
    return isTight ? `\n${content.trim()}\n` : `\n\n${content.trim()}\n\n`;
  });
  rule('item', 'li', (content, node) => item(content, node));
  rule('cell', ['td', 'th'], (content, node) => cell(content, node));
  rule('row', 'tr', (content, node) => row(content, node));
  rule('table', 'table', (content, node) => {
    if (!isPage && !about(node).isLayout && !isTable(node)) note('a table became a list');
    return `\n\n${content.trim()}\n\n`;
  });
  rule('caption of an image', 'figcaption', (content, node) => {
    // Without its image, a caption is about nothing.
    const isShown = isIn(node, /^FIGURE$/) && /\]\(|\|/.test(node.parentElement?.textContent ?? '');
    if (isShown || content.trim() === '' || !node.parentElement?.querySelector?.('img'))
      return `\n\n${content.trim()}\n\n`;
    return left('the caption of an image was left out');
  });
  rule('caption', 'caption', (content) => strongLine(content));
  rule('parts of a table', ['thead', 'tbody', 'tfoot'], (content) => content);
  return service.turndown(html.replace(/[\uE000-\uE002]/g, ''));

  /** Whether a node is part of a question, which must be plain text. */
  function isNamed(node: Dom): boolean {
    return isPage && isIn(node, /^(?:H[1-6]|SUMMARY|DT)$/);
  }

  function left(what: Repair): string {
    note(what);
    return '';
  }

  function flat(content: string): string {
    note('lists or quotes nested too deeply were flattened');
    return `\n\n${content.trim()}\n\n`;
  }

  /** Writes a question or section of a page together with its line. */
  function named(content: string, node: Dom, shown: (text: string) => string): string {
    line = Number(attribute(node, 'data-line') || line);
    const text = plainLine(content).replace(FOLDING_SIGN, '');
    return text === '' ? '' : `\n\n${shown(text)}${LINE}${line}${LINE_END}\n\n`;
  }

  function heading(content: string, node: Dom): string {
    const depth = Number(node.nodeName[1]);
    const marks = '#'.repeat(depth);
    if (isPage && !isIn(node, INNER))
      return named(content, node, (text) => `${marks} ${headingText(text)}${nameOf(node)}`);
    const text = lineOf(content);
    if (!isIn(node, INNER) && text !== '' && text.length <= LONGEST_HEADING) {
      top ??= topOf(node);
      const inner = depth === top ? '###' : '####';
      if (inner !== marks) note('a heading was put below the question');
      return `\n\n${inner} ${closedHeading(text)}\n\n`;
    }
    note('an inner heading became strong text');
    return strongLine(content);
  }

  /** Whether a table is written as a table, rather than as a list. */
  function isTable(table: Dom | undefined): boolean {
    if (!table || isIn(table, INNER)) return false;
    const { isLayout, columns, count } = about(table);
    return !isLayout && columns <= MOST_COLUMNS && count <= MOST_ROWS;
  }

  function image(node: Dom): string {
    const [src, alt] = [attribute(node, 'src'), attribute(node, 'alt')];
    if (isNamed(node)) return '';
    const url = addressOn(src, base);
    const name = alt.trim() || decoded(url?.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
    if (url === undefined || name === '') return left('an image without a whole address was left out');
    note('an image became a link');
    const text = inlineText(name.replace(/\s+/g, ' ')).replaceAll(']', '\\]');
    return isIn(node, /^A$/) ? text : `[${text}](${url})`;
  }

  /** A link without words, such as an anchor or the link of an icon, is left out. */
  function link(content: string, href: string, node: Dom): string {
    const text = content.replace(/\s*\n\s*/g, ' ');
    if (text.trim() === '' || href === '' || isNamed(node)) return content;
    const isInside = linkedEntry(href) !== undefined || (isPage && /^#[^\s()<>]+$/.test(href));
    const url = isInside ? href : addressOn(href, base);
    const before = node.previousSibling?.textContent?.endsWith('!') ? ' ' : '';
    if (url !== undefined) return `${before}[${text.trim().replace(/(?<!\\)\]/g, '\\]')}](${url})`;
    note('a link without a whole address became text');
    const address = /^(?:mailto|tel):([^?]{1,200})/i.exec(href)?.[1] ?? '';
    return address === '' || text.includes(address) ? content : `${content} (${inlineText(address)})`;
  }

  function item(content: string, node: Dom): string {
    if (depthOf(node) > DEEPEST) return flat(content);
    const list = node.parentElement ?? node;
    const text = content.trim();
    if (text === '') return '';
    const number = next(list);
    const mark = list.nodeName === 'OL' ? `${number}. ` : '- ';
    return `\n${mark}${text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)}\n`;
  }

  /**
   * A cell of a row. If the table stays a table, or is part of a page (its rows may be questions), the cell stays as it
   * is; otherwise the row becomes a list item, and each cell gets the name of its column.
   */
  function cell(content: string, node: Dom): string {
    const { isLayout, names } = about(tableOf(node));
    const number = next(node.parentElement ?? node);
    const text = content.trim();
    if (isLayout) return `\n\n${text}\n\n`;
    const line = text.replace(/\\?\s*\n\s*/g, ' ');
    if (isPage || isTable(tableOf(node))) return `${CELL}${line.replaceAll('|', '\\|')}`;
    const name = names?.[number - 1] ?? '';
    if (text === '') return '';
    return name === '' ? `${CELL}${line}` : `${CELL}**${inlineText(name)}:** ${line}`;
  }

  function row(content: string, node: Dom): string {
    const { isLayout, names, first, columns } = about(tableOf(node));
    if (isLayout) return content;
    const isKept = !isPage && isTable(tableOf(node));
    const found = content
      .split(CELL)
      .slice(1)
      .map((text) => text.trim());
    const cells = isKept ? Array.from({ length: columns }, (_, at) => found[at] ?? '') : found;
    const isNaming = first === node && names !== undefined;
    if (!isPage && !isKept) return cells.length === 0 || isNaming ? '' : `- ${cells.join('; ')}\n`;
    const written = `| ${cells.join(' | ')} |\n`;
    const divider = `|${' --- |'.repeat(cells.length)}\n`;
    if (first !== node) return written;
    return isNaming ? written + divider : `|${' |'.repeat(cells.length)}\n${divider}${written}`;
  }

  function next(parent: Dom): number {
    const number = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, number);
    return number;
  }

  function about(table: Dom | undefined): HtmlTable {
    const known = table && tables.get(table);
    if (known) return known;
    const found = tableOfRows(table);
    if (table) tables.set(table, found);
    return found;
  }
}

/** The id of a heading as `{#name}`, so that links within the page still find it. */
function nameOf(node: Dom): string {
  const name = attribute(node, 'id') || attribute(node.querySelector('a[name],a[id]') ?? node, 'name');
  return /^[\w-]{1,99}$/.test(name) ? ` {#${name}}` : '';
}

const isStrong: Is = (node) => /^(?:STRONG|B)$/.test(node.nodeName) || BOLD_STYLE.test(attribute(node, 'style'));
const isEmphasis: Is = (node) => /^(?:EM|I|CITE|VAR|DFN)$/.test(node.nodeName);

/**
 * Puts marks around bold or italic words. They are left out inside text that is already bold or italic, and if Markdown
 * would not read them as marks because of the letters beside them.
 */
function marked(content: string, node: Dom, mark: string, isAlike: Is): string {
  const words = content.trim();
  if (isIn(node, /^(?:H[1-6]|SUMMARY|DT|TH|CAPTION)$/) || above(node).some(isAlike)) return content;
  const before = node.previousSibling?.textContent?.at(-1) ?? ' ';
  const after = node.nextSibling?.textContent?.[0] ?? ' ';
  const isJoined =
    (/[^\s\p{P}\p{S}]/u.test(before) && /^[\p{P}\p{S}]/u.test(words)) ||
    (/[^\s\p{P}\p{S}]/u.test(after) && /[\p{P}\p{S}]$/u.test(words));
  return words === '' || isJoined || /\n\n/.test(words) ? content : `${mark}${words}${mark}`;
}

/** Removes the backslashes of escaped Markdown. */
const plainLine = (markdown: string): string => oneLine(markdown.replace(/\\(?=[\p{P}\p{S}])/gu, ''));

const lineOf = (content: string): string => content.replace(/\\?\s*\n\s*/g, ' ').trim();

const strongLine = (content: string): string => {
  const text = lineOf(content);
  return text === '' ? '' : `\n\n**${text}**\n\n`;
};

const decoded = (text: string): string => new URLSearchParams(`text=${text}`).get('text') ?? '';
