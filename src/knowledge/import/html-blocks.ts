import { type Block, type Inline, plainInline, plainText } from '../../core/entry/blocks.ts';
import { isVisible } from '../format/files.ts';
import { isWebAddress } from '../format/web-address.ts';
import { type HtmlElement, type HtmlNode, textOf, visit } from './html-tree.ts';
import { componentWords, EMBEDDED, HEADINGS, isBlock, isLiteral, type Repair, UNSEEN } from './html-words.ts';

export interface HtmlContext {
  /** The page's own address, where it is known. */
  readonly base?: string | undefined;
  /** Is told what cannot be shown as it is. */
  readonly repaired: (what: Repair) => void;
  /** Classes that the page shows in bold. Default: none. */
  readonly boldClasses?: ReadonlySet<string> | undefined;
}

/** Lists and quotes inside one another that readers take. */
const DEEPEST = 4;
const STRONG = new Set(['strong', 'b', 'th']);
const EMPHASIS = new Set(['em', 'i', 'cite', 'var', 'dfn']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const STRUCK = new Set(['del', 's', 'strike']);

/** What HTML says, as far as any platform can show it. Never throws. */
export function toBlocks(nodes: readonly HtmlNode[], context: HtmlContext, depth = 0): Block[] {
  const blocks: Block[] = [];
  let line: HtmlNode[] = [];
  const flush = () => {
    const children = trimmed(toInline(line, context, 0));
    if (isVisible(plainInline(children))) blocks.push({ kind: 'paragraph', children });
    line = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !holdsBlocks(node)) line.push(node);
    else {
      flush();
      blocks.push(...toBlock(node, context, depth));
    }
  }
  flush();
  return blocks;
}

/** Also `<a>` and `<span>` around paragraphs. */
function holdsBlocks(element: HtmlElement): boolean {
  if (isBlock(element)) return true;
  return !UNSEEN.has(element.tag) && element.children.some((child) => typeof child !== 'string' && holdsBlocks(child));
}

function toBlock(element: HtmlElement, context: HtmlContext, depth: number): Block[] {
  const { tag, children } = element;
  if (HEADINGS.has(tag)) context.repaired('an inner heading became strong text');
  if (HEADINGS.has(tag) || tag === 'summary' || tag === 'dt' || tag === 'caption') return strongLine(children, context);
  switch (tag) {
    case 'hr':
      context.repaired('a rule was left out');
      return [];
    case 'pre':
      return codeBlock(element);
    case 'blockquote':
      return quote(children, context, depth);
    case 'ul':
    case 'ol':
    case 'menu':
      return list(element, context, depth);
    case 'table':
      context.repaired('a table became a list');
      return table(element, context, depth);
    case 'details':
      context.repaired('a part that folds out became plain text');
      return toBlocks(children, context, depth);
    default:
      return toBlocks(children, context, depth);
  }
}

function strongLine(nodes: readonly HtmlNode[], context: HtmlContext): Block[] {
  const children = trimmed(unmarked(toInline(nodes, context, 1)));
  return isVisible(plainInline(children)) ? [{ kind: 'paragraph', children: [{ kind: 'strong', children }] }] : [];
}

const unmarked = (children: readonly Inline[]): Inline[] =>
  children.flatMap((child) =>
    child.kind === 'strong' || child.kind === 'emphasis' ? unmarked(child.children) : [child],
  );

function codeBlock(element: HtmlElement): Block[] {
  const text = textOf(element).replace(/\r\n?/g, '\n').replaceAll('\t', '    ').replace(/^\n/, '').trimEnd();
  return text.trim() === '' ? [] : [{ kind: 'code', text }];
}

function quote(nodes: readonly HtmlNode[], context: HtmlContext, depth: number): Block[] {
  const isTooDeep = depth >= DEEPEST;
  if (isTooDeep) context.repaired('lists or quotes nested too deeply were flattened');
  const children = toBlocks(nodes, context, isTooDeep ? depth : depth + 1);
  return children.length === 0 || isTooDeep ? children : [{ kind: 'quote', children }];
}

function list(element: HtmlElement, context: HtmlContext, depth: number): Block[] {
  const isTooDeep = depth >= DEEPEST;
  if (isTooDeep) context.repaired('lists or quotes nested too deeply were flattened');
  if (element.attributes.start !== undefined && element.attributes.start !== '1')
    context.repaired('a list was counted anew');
  const inside = isTooDeep ? depth : depth + 1;
  const items = itemsOf(element)
    .map((nodes) => toBlocks(nodes, context, inside))
    .filter((blocks) => blocks.length > 0);
  if (items.length === 0) return [];
  return isTooDeep ? items.flat() : [{ kind: 'list', ordered: element.tag === 'ol', items }];
}

/** What stands beside the items belongs to the one before. */
function itemsOf({ children }: HtmlElement): HtmlNode[][] {
  const items: HtmlNode[][] = [];
  for (const node of children) {
    if (typeof node !== 'string' && node.tag === 'li') items.push([...node.children]);
    else if (typeof node !== 'string' || node.trim() !== '') {
      if (items.length === 0) items.push([]);
      items.at(-1)?.push(node);
    }
  }
  return items;
}

/** Each row becomes an item that names its columns. A table of one column is only a layout. */
function table(element: HtmlElement, context: HtmlContext, depth: number): Block[] {
  const { caption, header, rows } = tableRows(element);
  const columns = Math.max(header.length, ...rows.map((cells) => cells.length), 0);
  const title = caption ? strongLine(caption.children, context) : [];
  if (columns <= 1 || depth >= DEEPEST)
    return [...title, ...[header, ...rows].flat().flatMap((cell) => toBlocks(cell.children, context, depth))];
  const names = header.map((cell) => unmarked(cellWords(cell, context)));
  const items = rows
    .map((cells) => joined(cells.flatMap((cell, at) => namedCell(cellWords(cell, context), names[at]))))
    .filter((children) => children.length > 0);
  return items.length === 0
    ? title
    : [
        ...title,
        { kind: 'list', ordered: false, items: items.map((children): Block[] => [{ kind: 'paragraph', children }]) },
      ];
}

function namedCell(words: Inline[], name: readonly Inline[] = []): Inline[][] {
  if (!isVisible(plainInline(words))) return [];
  const mark = plainInline(name).replace(/[:：]\s*$/, '');
  return [
    mark.trim() === ''
      ? words
      : [{ kind: 'strong', children: [{ kind: 'text', text: `${mark}:` }] }, { kind: 'text', text: ' ' }, ...words],
  ];
}

const joined = (parts: readonly (readonly Inline[])[]): Inline[] =>
  parts.flatMap((part, at): Inline[] => (at === 0 ? [...part] : [{ kind: 'text', text: '; ' }, ...part]));

/** Blocks in a cell stand one after the other. */
function cellWords(cell: HtmlElement, context: HtmlContext): Inline[] {
  return joined(
    toBlocks(cell.children, context, DEEPEST).map((block): Inline[] =>
      block.kind === 'paragraph'
        ? unbroken(block.children)
        : [{ kind: 'text', text: plainText([block]).replace(/\s+/g, ' ') }],
    ),
  );
}

const unbroken = (children: readonly Inline[]): Inline[] =>
  children.map((child): Inline => (child.kind === 'break' ? { kind: 'text', text: ' ' } : child));

/** @param depth of strong words and emphasis around. */
function toInline(nodes: readonly HtmlNode[], context: HtmlContext, depth: number): Inline[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? words(node) : element(node, context, depth)));
}

/** Between characters of scripts without spaces, a line break is nothing. */
const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const WIDE_BREAK = new RegExp(`(?<=${WIDE})[ \\t]*\\n\\s*(?=${WIDE})`, 'gu');

const words = (text: string): Inline[] => [
  {
    kind: 'text',
    text: text
      .replace(/\r\n?/g, '\n')
      .replace(WIDE_BREAK, '')
      .replace(/[^\S\u00a0\u3000]+/g, ' '),
  },
];

function element(node: HtmlElement, context: HtmlContext, depth: number): Inline[] {
  const { tag, attributes, children } = node;
  const inside = (deeper = depth): Inline[] => toInline(children, context, deeper);
  if (UNSEEN.has(tag)) return [];
  if (isLiteral(node)) return [{ kind: 'text', text: `<${tag}>` }, ...inside()];
  if (tag === 'br') return [{ kind: 'break' }];
  if (tag === 'img') return image(attributes, context);
  if (tag === 'a') return link(attributes.href ?? '', inside(), context);
  if (EMBEDDED.has(tag)) {
    context.repaired('a video or another embedded part was left out');
    return [];
  }
  if (STRUCK.has(tag)) {
    context.repaired('struck out words were left out');
    return [];
  }
  if (CODE.has(tag)) return code(textOf(node));
  const isStrong = STRONG.has(tag) || isBold(attributes, context);
  if (isStrong || EMPHASIS.has(tag)) {
    const marked = inside(depth + 1);
    return depth >= 2 || !isVisible(plainInline(marked))
      ? marked
      : [{ kind: isStrong ? 'strong' : 'emphasis', children: marked }];
  }
  const component = componentWords(node);
  return component === '' ? inside() : [{ kind: 'strong', children: [{ kind: 'text', text: component }] }, ...inside()];
}

/** Documents of Google mark bold words by style only. */
const isBold = (
  { class: names = '', style = '' }: Readonly<Record<string, string>>,
  { boldClasses }: HtmlContext,
): boolean =>
  BOLD_STYLE.test(style) || (boldClasses !== undefined && names.split(/\s+/).some((name) => boldClasses.has(name)));

const BOLD_STYLE = /font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)/i;

/** Names of the classes that a style sheet makes bold. */
export function boldClassesIn(sheet: string): string[] {
  return [...sheet.matchAll(/\.([\w-]{1,100})\s{0,9}\{([^{}]{0,2000})\}/g)].flatMap(([, name = '', rules = '']) =>
    BOLD_STYLE.test(rules) ? [name] : [],
  );
}

function code(text: string): Inline[] {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.trim() === '' ? [] : [{ kind: 'code', text: oneLine }];
}

function image(attributes: Readonly<Record<string, string>>, context: HtmlContext): Inline[] {
  const { src = '', alt = '' } = attributes;
  if (isBadge(src) || isIcon(attributes)) {
    context.repaired('a badge or icon was left out');
    return [];
  }
  const url = absoluteAddress(src, context.base);
  const name = alt.trim() || fileName(url);
  context.repaired(
    url !== undefined && isVisible(name) ? 'an image became a link' : 'an image without a whole address was left out',
  );
  if (!isVisible(name)) return [];
  return url === undefined
    ? []
    : [{ kind: 'link', url, children: [{ kind: 'text', text: name.replace(/\s+/g, ' ') }] }];
}

/** What a picture's file is called, where that says anything. */
function fileName(url: string | undefined): string {
  const [, name = ''] = /\/([^/?#]{1,300})(?:[?#]|$)/.exec(url?.replace(/^https?:\/\//i, '') ?? '') ?? [];
  const written = /%[0-9a-f]{2}/i.test(name) && isDecodable(name) ? decodeURIComponent(name) : name;
  return /\p{L}{3}.*\.\w{3,4}$/u.test(written) ? written : '';
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

const isIcon = ({ class: name = '', width = '', height = '' }: Readonly<Record<string, string>>): boolean =>
  /(?:^|[\s_-])(?:icon|emoji|avatar)/i.test(name) ||
  [width, height].some((size) => /^\d{1,2}(?:px)?$/.test(size) && Number.parseInt(size, 10) <= LARGEST_ICON);

/** Pixels. */
const LARGEST_ICON = 48;

/** Links inside links, as around an image, stay what they are. */
function link(href: string, children: Inline[], { base, repaired }: HtmlContext): Inline[] {
  if (!isVisible(plainInline(children))) return children;
  const url = absoluteAddress(href, base);
  if (url !== undefined) return [{ kind: 'link', url, children: unlinked(children) }];
  if (href === '') return children;
  repaired('a link without a whole address became text');
  const address = /^(?:mailto|tel):([^?]{1,200})/i.exec(href)?.[1] ?? '';
  return address === '' || plainInline(children).includes(address)
    ? children
    : [...children, { kind: 'text', text: ` (${address})` }];
}

const unlinked = (children: readonly Inline[]): Inline[] =>
  children.flatMap((child): Inline[] => {
    if (child.kind === 'break') return [{ kind: 'text', text: ' ' }];
    if (child.kind === 'link') return unlinked(child.children);
    return 'children' in child ? [{ ...child, children: unlinked(child.children) }] : [child];
  });

/** No spaces and breaks at the ends, and no two spaces one after the other. */
function trimmed(children: readonly Inline[]): Inline[] {
  const kept = [...children];
  const isBlank = (child: Inline | undefined): boolean =>
    child?.kind === 'break' || (child?.kind === 'text' && child.text.trim() === '');
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  return kept.map((child, at): Inline => {
    if (child.kind !== 'text') return child;
    const before = kept[at - 1];
    const text =
      at === 0 || before?.kind === 'break' || (before?.kind === 'text' && before.text.endsWith(' '))
        ? child.text.trimStart()
        : child.text;
    return { kind: 'text', text: at === kept.length - 1 || kept[at + 1]?.kind === 'break' ? text.trimEnd() : text };
  });
}

/**
 * A link's target as an address on the web; brackets in it would end a link of Markdown. @param base the address of the
 * page.
 */
function absoluteAddress(target: string, base: string | undefined): string | undefined {
  const text = target.trim();
  if (text === '' || text.length > 2000 || !URL.canParse(text, base)) return undefined;
  const url = behindRedirect(new URL(text, base)).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
  return isWebAddress(url) ? url : undefined;
}

/** Documents of Google lead through its own pages. */
function behindRedirect({ host, pathname, searchParams, href }: URL): string {
  const target = host === 'www.google.com' && pathname === '/url' ? (searchParams.get('q') ?? '') : '';
  return URL.canParse(target) ? new URL(target).href : href;
}

/** Hosts of pictures that show a state, such as that of a build. */
const BADGES =
  /^(?:https?:)?\/\/(?:[\w-]+\.)?(?:shields\.io|badgen\.net|badge\.fury\.io|travis-ci\.(?:org|com)|codecov\.io|coveralls\.io|circleci\.com)\/|^https?:\/\/[^?#]+\/badge\.svg(?:[?#]|$)/i;

const isBadge = (src: string): boolean => BADGES.test(src);

export interface TableRows {
  readonly caption?: HtmlElement | undefined;
  /** Cells that name the columns; none where no row does. */
  readonly header: readonly HtmlElement[];
  readonly rows: readonly (readonly HtmlElement[])[];
}

/** The cells of a table; those of a table inside it are left to that one. */
export function tableRows(table: HtmlElement): TableRows {
  const rows: HtmlElement[][] = [];
  let caption: HtmlElement | undefined;
  visit(table, (element) => {
    if (element.tag === 'caption') caption = element;
    if (element.tag === 'tr')
      rows.push(element.children.flatMap((cell) => (typeof cell !== 'string' && isCell(cell) ? [cell] : [])));
    return element.tag !== 'table' && element.tag !== 'tr' && element.tag !== 'caption';
  });
  const [first = [], ...others] = rows;
  const isHeader = first.length > 0 && first.every(({ tag }) => tag === 'th') && others.length > 0;
  return isHeader ? { caption, header: first, rows: others } : { caption, header: [], rows };
}

const isCell = ({ tag }: HtmlElement): boolean => tag === 'td' || tag === 'th';
