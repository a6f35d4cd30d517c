import { Parser } from 'htmlparser2';

/** A part of an HTML text. */
export interface HtmlElement {
  /** In lower case; empty for the whole. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
  /** Whether the text itself ends it. */
  readonly isClosed: boolean;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

export type HtmlNode = string | HtmlElement;

/** Elements inside one another; people nest some 30. */
const DEEPEST = 200;

/** Elements of a text; a page for people has some thousand. */
const MOST = 200_000;

/** The text holds more elements than people write, or nests them too deeply. */
export class LargeHtmlError extends Error {
  override readonly name = 'LargeHtmlError';
  readonly code: 'large-page' | 'deep-page';
  /** Elements that there may be, or inside one another. */
  readonly most: number;

  constructor(code: LargeHtmlError['code'], most: number) {
    super(code);
    this.code = code;
    this.most = most;
  }
}

interface Open extends HtmlElement {
  readonly children: HtmlNode[];
  isClosed: boolean;
}

/**
 * Takes HTML apart as browsers roughly do; nothing in it is run or fetched. The parser does not repeat open elements as
 * the standard asks, because that lets a small text become a tree of any size.
 * @throws LargeHtmlError beyond 200,000 elements, or 200 inside one another: each end tag looks through all that are
 * open.
 */
export function parseHtml(text: string): HtmlElement {
  const root: Open = { tag: '', attributes: {}, children: [], isClosed: true, line: 1 };
  const open: Open[] = [root];
  const lineAt = lineCounter(text);
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (++count > MOST) throw new LargeHtmlError('large-page', MOST);
        if (open.length > DEEPEST) throw new LargeHtmlError('deep-page', DEEPEST);
        const element: Open = { tag, attributes, children: [], isClosed: false, line: lineAt(parser.startIndex) };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (words) => {
        const { children = [] } = open.at(-1) ?? {};
        const last = children.at(-1);
        // The parser hands out a text in as many parts as it likes.
        if (typeof last === 'string') children[children.length - 1] = last + words;
        else children.push(words);
      },
      onclosetag: (_tag, isImplied) => {
        const element = open.length > 1 ? open.pop() : undefined;
        if (element && !isImplied) element.isClosed = true;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return root;
}

/** Places are asked for in order; the next line break is looked for once only. */
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

/** The words of a part, as they stand. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Goes through all elements, from the first to the last; `false` leaves out what is inside. */
export function visit(node: HtmlElement, see: (element: HtmlElement) => boolean): void {
  for (const child of node.children) if (typeof child !== 'string' && see(child)) visit(child, see);
}
