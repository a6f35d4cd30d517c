import { itemText, oneLine } from '../../core/entry/markdown-words.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { markdownTokens, treeOf } from '../format/markdown-tokens.ts';
import { splitEntryText } from './entry-text.ts';

/**
 * Adds phrasings below those of an entry's file, or below its heading. All other lines stay as they are, with comments,
 * the order of keys and Windows line breaks.
 * @returns undefined if the file has no heading, or if readers would not find the phrasings there
 */
export function insertPhrasings(file: string, phrasings: readonly string[]): string | undefined {
  const place = placeIn(file);
  if (!place) return undefined;
  const lineBreak = file.includes('\r\n') ? '\r\n' : '\n';
  const lines = file.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const [above, below] = [lines.slice(0, place.line), lines.slice(place.line)];
  const last = above.at(-1) ?? '';
  if (!/[\r\n]$/.test(last)) above[above.length - 1] = last + lineBreak;
  const quoted = phrasings.map((phrasing) => `> - ${itemText(oneLine(phrasing))}${lineBreak}`);
  const isGap = below.length === 0 || /^[ \t]*[\r\n]*$/.test(below[0] ?? '');
  const written = [
    ...above,
    ...(place.isList ? [] : [lineBreak]),
    ...quoted,
    ...(place.isList || isGap ? [] : [lineBreak]),
    ...below,
  ].join('');
  const [before, after] = [splitEntryText(file), splitEntryText(written)];
  const isRight =
    after.title === before.title &&
    after.answer === before.answer &&
    after.phrasings.join('\n') === [...before.phrasings, ...phrasings.map(oneLine)].join('\n');
  return isRight ? written : undefined;
}

interface Place {
  /** How many lines are above it. */
  readonly line: number;
  /** Whether a list is there already. */
  readonly isList: boolean;
}

function placeIn(file: string): Place | undefined {
  const { body, bodyLine } = splitFrontMatter(file);
  const nodes = treeOf(markdownTokens(body ?? ''));
  const at = nodes.findIndex(({ token }) => token.type === 'heading_open' && token.tag === 'h1');
  const [heading, below] = [nodes[at], nodes[at + 1]];
  if (!heading) return undefined;
  const quote = below?.token.type === 'blockquote_open' ? below : undefined;
  // An item can have several lines; empty lines below it are no part of it.
  const list = quote?.children.findLast(({ token }) => token.type.endsWith('_list_open'));
  const [, end = 0] = (list?.children.at(-1) ?? quote ?? heading).token.map ?? [];
  return { line: bodyLine - 1 + end, isList: quote !== undefined };
}
