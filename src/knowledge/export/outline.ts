import { splitFrontMatter } from '../format/front-matter.ts';
import { markdownTokens } from '../format/markdown-tokens.ts';
import { readPhrasings, readQuestion } from '../format/phrasings.ts';
import { type Node, treeOf } from '../format/token-tree.ts';

/** Lines of a file, counted from 0; the last is not among them. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

export interface PhrasingLines extends Lines {
  readonly text: string;
}

/** Where the parts of an entry's file stand. What the file lacks is absent. */
export interface Outline {
  /** Between the `---` lines. */
  readonly matter?: Lines | undefined;
  /** The first line below the front matter. */
  readonly bodyFrom: number;
  readonly heading?: PhrasingLines | undefined;
  readonly quote?: Lines | undefined;
  readonly phrasings: readonly PhrasingLines[];
}

const LIST = /^(?:bullet|ordered)_list_open$/;

/**
 * Finds the parts of an entry just as the reader does. @param file at most as long as an entry may be; see
 * MOST_ENTRY_BYTES.
 */
export function outlineOf(file: string): Outline {
  const { body, bodyLine } = splitFrontMatter(file);
  const matter = bodyLine > 1 ? { from: 1, to: bodyLine - 2 } : undefined;
  const bodyFrom = bodyLine - 1;
  const nodes = treeOf(markdownTokens(body ?? ''));
  const at = nodes.findIndex(({ token }) => token.type === 'heading_open' && token.tag === 'h1');
  const heading = nodes[at];
  if (!heading) return { matter, bodyFrom, phrasings: [] };
  const below = nodes[at + 1];
  const quote = below?.token.type === 'blockquote_open' ? below : undefined;
  const title = { ...linesOf(heading, bodyFrom), text: readQuestion(heading, 'heading', ignore) };
  return {
    matter,
    bodyFrom,
    heading: title,
    quote: quote && linesOf(quote, bodyFrom),
    phrasings: quote ? phrasingsIn(quote, bodyFrom) : [],
  };
}

function phrasingsIn(quote: Node, bodyFrom: number): PhrasingLines[] {
  const items = quote.children.filter(({ token }) => LIST.test(token.type)).flatMap(({ children }) => children);
  const lines = new Map(items.map((item) => linesOf(item, bodyFrom)).map((place) => [place.from, place]));
  return readPhrasings(quote, ignore).flatMap(({ text, line }) => {
    const place = lines.get(bodyFrom + line);
    return place && text !== '' ? [{ ...place, text }] : [];
  });
}

function linesOf({ token }: Node, bodyFrom: number): Lines {
  const [from = 0, to = 0] = token.map ?? [];
  return { from: bodyFrom + from, to: bodyFrom + to };
}

const ignore = (): void => undefined;

/** A file's lines with what ends each of them; joined they are the file, but that the last line is ended, too. */
export function rawLines(file: string): string[] {
  const ended = /[\r\n]$/.test(file) ? file : `${file}${lineEnd(file)}`;
  return ended.match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
}

/** What ends a file's first line. */
export const lineEnd = (file: string): string => /\r\n|\r|\n/.exec(file)?.[0] ?? '\n';
