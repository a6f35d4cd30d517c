import { Parser } from 'htmlparser2';
import { isProperTag, spelledProperly } from '../format/language-tag.ts';
import type { ProblemCode } from '../format/problem.ts';
import { isWebAddress } from '../format/web-address.ts';
import { asksIn } from './lines.ts';

/**
 * HTML that turndown and its parser can read in reasonable time: balanced, of known elements only, and of a bounded
 * size and depth.
 */
export interface BalancedHtml {
  readonly html: string;
  /** As the page states it in `<html lang>`. */
  readonly language?: string;
  readonly url?: string;
  /** JSON-LD blocks of the page, which are meant for search engines and may list its questions. */
  readonly told: readonly { readonly text: string; readonly line: number }[];
}

/** The text holds more elements than people write, or nests them too deeply. */
export class LargeHtmlError extends Error {
  override readonly name = 'LargeHtmlError';
  readonly code: Extract<ProblemCode, 'large-page' | 'deep-page'>;
  /** The limit that was exceeded: elements in all for `large-page`, levels of nesting for `deep-page`. */
  readonly most: number;

  constructor(code: LargeHtmlError['code'], most: number) {
    super(code);
    this.code = code;
    this.most = most;
  }
}

/** Most elements inside one another; people nest some 30. */
const DEEPEST = 200;
/**
 * Most elements of a text. A page for people has some thousand; the parser behind turndown takes 8 seconds for this
 * many.
 */
const MOST = 100_000;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Elements whose text is for programs, or is a control. */
const UNSEEN = words(
  'script style template noscript title meta link base svg math canvas select option textarea input object map dialog',
);
/** Elements around a page's main text, such as menus. */
const AROUND = words('nav header footer aside form');
const AROUND_ROLES = words('navigation banner contentinfo search complementary');
const AROUND_NAME = /^(?:main-header|footer|breadcrumbs?(?:-section)?|page-metadata|sidebar)$/;
const KNOWN = words(
  'a abbr address area article aside audio b bdi bdo big blockquote body br button caption center cite code col ' +
    'colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 ' +
    'h5 h6 head header hgroup hr html i iframe img ins kbd label legend li main mark menu meter nav ol optgroup ' +
    'output p picture pre progress q rp rt ruby s samp search section slot small source span strike strong sub ' +
    'summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr',
);
const QUESTION = /^(?:h[1-6]|summary|dt)$/;
/** A heading inside one of these is part of the text around it, and opens no section. */
const ENCLOSING = /^(?:table|blockquote|pre)$/;
/** Classes with which pages mark the head of a part that folds out, such as `accordion-header`. */
const HEAD_CLASS = new RegExp(
  String.raw`(?:^|[\s_-])(?:question|q|accordion[_-]{1,2}(?:header|button|title|trigger|toggle|head)|` +
    String.raw`faq[_-]{1,2}(?:q|title|header|question)|toggle[_-]title|expand-control-text)(?:$|\s)`,
  'i',
);
const LONGEST_HEAD = 300;
/** Scripts without spaces: a line break between two of their characters must not become a space. */
const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const WIDE_BREAK = new RegExp(`(?<=${WIDE})[ \\t]*\\n\\s*(?=${WIDE})`, 'gu');

type Attributes = Readonly<Record<string, string>>;

interface Open {
  /** Its name in the source; `tag` is the name in the output, empty if it is left out. */
  readonly name: string;
  tag: string;
  /** The index in the output at which its start tag is. */
  readonly slot: number;
  readonly line: number;
  readonly attributes: Attributes;
  /**
   * `likely` is marked as the head of a part that folds out; `asking` is a button, which is such a head only if its
   * words ask.
   */
  head: 'likely' | 'asking' | undefined;
  readonly isSkipped: boolean;
}

/**
 * Reads HTML roughly as browsers do; nothing in it is run or fetched. Headings, terms and heads of parts that fold out
 * get the number of their line as `data-line`. The parser behind turndown repeats unclosed elements, as the standard
 * requires, by which a small text can become a tree of any size; here each element is closed first.
 * @param isPage whether it is a whole page: menus and other parts around the text are then left out.
 * @throws LargeHtmlError beyond 100,000 elements, or 200 inside one another.
 */
export function balancedHtml(text: string, isPage: boolean): BalancedHtml {
  const out: string[] = [];
  const open: Open[] = [];
  const lineAt = lineCounter(text);
  const told: { text: string; line: number }[] = [];
  const mains: { readonly isArticle: boolean; readonly from: number; readonly to: number }[] = [];
  let [count, skipped]: [number, number] = [0, 0];
  let [language, url]: [string | undefined, string | undefined] = [undefined, undefined];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++count > MOST) throw new LargeHtmlError('large-page', MOST);
      if (open.length > DEEPEST) throw new LargeHtmlError('deep-page', DEEPEST);
      const line = lineAt(parser.startIndex);
      const lang = spelledProperly(attributes.lang ?? '');
      if (name === 'html' && isProperTag(lang)) language ??= lang;
      if (name === 'link' && attributes.rel === 'canonical' && isWebAddress(attributes.href ?? ''))
        url ??= attributes.href;
      if (name === 'script' && attributes.type === 'application/ld+json') told.push({ text: '', line });
      const isSkipped = UNSEEN.has(name) || (isPage && isAround(name, attributes));
      if (isSkipped) skipped++;
      const isShown = skipped === 0 && !/^(?:html|head|body)$/.test(name);
      const tag = isShown ? (KNOWN.has(name) ? name : 'span') : '';
      const isInside = open.some((element) => QUESTION.test(element.name));
      const head = isPage && isShown && !isInside ? headOf(name, attributes) : undefined;
      if (isPage && isShown && QUESTION.test(name)) unlisted(open, out);
      open.push({ name, tag, slot: out.length, line, attributes, head, isSkipped });
      out.push(
        tag === ''
          ? ''
          : `<${tag}${shownAttributes(attributes)}${lineOf(tag, line)}>${componentWords(name, attributes)}`,
      );
    },
    ontext: (part) => {
      const around = open.at(-1);
      if (around?.name === 'script' && around.attributes.type === 'application/ld+json') {
        const last = told.at(-1);
        if (last) last.text += part;
      } else if (skipped === 0) out.push(escaped(part.replace(WIDE_BREAK, '')));
    },
    onclosetag: (name, isImplied) => {
      const element = open.pop();
      if (!element) return;
      if (element.isSkipped) skipped--;
      if (element.tag === '') return;
      if (isImplied && !KNOWN.has(name) && Object.keys(element.attributes).length === 0) {
        // `<your-name>` is not HTML: the author meant these characters.
        out[element.slot] = escaped(`<${name}>`);
        return;
      }
      if (element.head && isQuestion(out, element)) {
        unlisted(open, out);
        element.tag = 'dt';
        out[element.slot] = `<dt${lineOf('dt', element.line)}>`;
      }
      out.push(/^(?:br|hr|img|col|wbr|source|track|embed|area)$/.test(element.tag) ? '' : `</${element.tag}>`);
      const isArticle = name === 'article';
      if (isPage && (isArticle || name === 'main' || element.attributes.role === 'main'))
        mains.push({ isArticle, from: element.slot, to: out.length });
    },
  });
  parser.end(text);
  const [main, ...others] = mains.some(({ isArticle }) => !isArticle) ? mains.filter((one) => !one.isArticle) : mains;
  const shown = main && (!main.isArticle || others.length === 0) ? out.slice(main.from, main.to) : out;
  return { html: shown.join(''), language, url, told };
}

/** Gives the line of an offset. Offsets must not decrease, so that each line break is searched for only once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

const isAround = (name: string, { role = '', hidden, id, class: names }: Attributes): boolean =>
  AROUND.has(name) || AROUND_ROLES.has(role) || hidden !== undefined || AROUND_NAME.test(id ?? names ?? '');

function headOf(name: string, attributes: Attributes): Open['head'] {
  const isLikely =
    attributes['aria-expanded'] !== undefined ||
    attributes['data-bs-toggle'] === 'collapse' ||
    HEAD_CLASS.test(attributes.class ?? '');
  return isLikely ? 'likely' : name === 'button' ? 'asking' : undefined;
}

/**
 * Turns the lists around a question into plain boxes: a heading inside a list item would be read as part of that list.
 */
function unlisted(open: readonly Open[], out: string[]): void {
  if (open.some(({ name }) => ENCLOSING.test(name))) return;
  for (const element of open) {
    element.head = undefined;
    if (!/^(?:ul|ol|li|menu)$/.test(element.tag)) continue;
    element.tag = 'div';
    out[element.slot] = '<div>';
  }
}

/**
 * Whether the element is the head of an answer: short, without blocks inside, and either marked as a head or a
 * question.
 */
function isQuestion(out: readonly string[], { slot, head }: Open): boolean {
  if (out.length - slot > LONGEST_HEAD) return false;
  const inside = out.slice(slot + 1).join('');
  const text = inside.replace(/<[^>]*>/g, '').trim();
  const isBox = /<(?:h[1-6]|p|ul|ol|table|summary|dt)\b/.test(inside);
  return text !== '' && text.length <= LONGEST_HEAD && !isBox && (head === 'likely' || asksIn(text));
}

/** Words for an empty component such as `<Badge text="New">`, taken from its attributes; empty if none fits. */
function componentWords(name: string, attributes: Attributes): string {
  if (KNOWN.has(name)) return '';
  const text = attributes.title ?? attributes.label ?? attributes.text ?? attributes.name ?? '';
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]{0,60}$/u.test(text)
    ? `<strong>${text.replace(/[-_]+/g, ' ')}</strong>`
    : '';
}

const SHOWN = ['href', 'src', 'alt', 'start', 'style', 'id', 'name'];

const shownAttributes = (attributes: Attributes): string =>
  SHOWN.filter((key) => attributes[key] !== undefined)
    .map((key) => ` ${key}="${escaped(attributes[key] ?? '').replaceAll('"', '&quot;')}"`)
    .join('');

const lineOf = (tag: string, line: number): string => (QUESTION.test(tag) ? ` data-line="${line}"` : '');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\0', '\uFFFD');
