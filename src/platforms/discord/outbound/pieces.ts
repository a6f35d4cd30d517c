import type { Inline } from '../../../core/entry/blocks.ts';
import { renderInline } from './inline.ts';
import { isHigh } from './limits.ts';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Long text in pieces of at most so many units, parted between words; links and pairs of surrogates stay whole. */
export const piecesOf = (children: readonly Inline[], most: number): string[] =>
  split(children, most).map((piece) => renderInline(piece));

function split(children: readonly Inline[], most: number): Inline[][] {
  if (renderInline(children).length <= most) return [[...children]];
  const pieces: Inline[][] = [[]];
  let length = 0;
  for (const part of children.flatMap((child) => partsOf(child, most))) {
    // A joint may come before it.
    const size = renderInline([part]).length + 1;
    if (length + size > most && length > 0) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(part);
    length += size;
  }
  return pieces;
}

/** @param most units of the piece; no part is longer than half of it */
function partsOf(child: Inline, most: number): Inline[] {
  if (child.kind === 'text' || child.kind === 'entry')
    return wordsOf(child.text, most).map((text) => ({ kind: 'text', text }));
  if (renderInline([child]).length <= most / 2) return [child];
  if (child.kind === 'code') return hardCut(child.text, most / 4).map((text) => ({ kind: 'code', text }));
  if (child.kind === 'link') return child.children.flatMap((one) => partsOf(one, most));
  if (!('children' in child)) return [child];
  // Its marks take room as well.
  return split(child.children, most / 2 - 6).map((inner) => ({ ...child, children: inner }));
}

/** With the space behind it; a word that no piece can hold is cut. */
function wordsOf(text: string, most: number): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    if (/^\s+$/.test(segment) && found.length > 0) found[found.length - 1] += segment;
    else found.push(...hardCut(segment, most / 4));
  }
  return found;
}

function hardCut(text: string, most: number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = rest.length > most && isHigh(rest, Math.floor(most) - 1) ? Math.floor(most) - 1 : Math.floor(most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}
