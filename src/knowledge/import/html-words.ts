import type { HtmlElement } from './html-tree.ts';

/** What is done to a text so that every platform can show it. */
export type Repair =
  | 'HTML became plain text'
  | 'an image became a link'
  | 'an image without a whole address was left out'
  | 'a badge or icon was left out'
  | 'a table became a list'
  | 'an inner heading became strong text'
  | 'a rule was left out'
  | 'struck out words were left out'
  | 'a link without a whole address became text'
  | 'a part that folds out became plain text'
  | 'a box became plain text'
  | 'a line for the program that makes the page was left out'
  | 'a mention became words'
  | 'a link between notes became text'
  | 'an embedded note or file was left out'
  | 'a note to editors was left out'
  | "a page's properties were left out"
  | 'lists or quotes nested too deeply were flattened'
  | 'a quote at the beginning became plain text'
  | 'a list was counted anew'
  | 'a video or another embedded part was left out'
  | 'an empty part was left out'
  | 'a long answer was split at its headings'
  | 'a long answer was cut'
  | 'a placeholder for names was left out'
  | 'the same question a second time was told apart';

/** Their text is for programs. */
export const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'svg',
  'math',
  'canvas',
  'select',
  'option',
  'textarea',
  'input',
  'object',
  'map',
  'dialog',
]);
export const EMBEDDED = new Set(['video', 'audio', 'iframe', 'embed']);
export const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** What holds blocks and is none itself. */
const BOXES = [
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'figure',
  'figcaption',
  'address',
  'center',
  'form',
  'fieldset',
  'hgroup',
  'search',
  'body',
  'html',
  'legend',
  'details',
  'summary',
  'caption',
  'li',
  'dd',
];
const LISTS = ['ul', 'ol', 'menu', 'dl', 'dt', 'blockquote', 'pre', 'hr', 'table'];
const BLOCKS = new Set([...BOXES, ...LISTS, ...HEADINGS]);
const INLINE =
  'a abbr acronym area b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark meter noscript optgroup output picture progress q rp rt ruby s samp slot small source span strike strong sub sup tbody td tfoot th thead time tr track tt u var wbr col colgroup'.split(
    ' ',
  );
const KNOWN = new Set([...BLOCKS, ...INLINE, ...UNSEEN, ...EMBEDDED]);

/** A component such as `<nav to="downloads">` stands in a line, whatever its name. */
export const isBlock = (element: HtmlElement): boolean =>
  BLOCKS.has(element.tag) && element.attributes.to === undefined;

/** `<your-name>` is no HTML: somebody meant these characters. */
export const isLiteral = ({ tag, attributes, isClosed }: HtmlElement): boolean =>
  !KNOWN.has(tag) && !isClosed && Object.keys(attributes).length === 0;

/** What a component shows that has no text of its own, as far as its attributes tell. */
export function componentWords({ tag, attributes }: HtmlElement): string {
  if (KNOWN.has(tag) && attributes.to === undefined) return '';
  const words = attributes.title ?? attributes.label ?? attributes.text ?? attributes.name ?? attributes.to ?? '';
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]{0,60}$/u.test(words) ? words.replace(/[-_]+/g, ' ') : '';
}
