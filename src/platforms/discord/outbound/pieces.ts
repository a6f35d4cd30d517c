import type { Inline } from '../../../core/entry/blocks.ts';
import { renderInline } from './inline.ts';
import { isHigh } from './limits.ts';

type Style = 'strong' | 'emphasis';

/** Something that is not parted, and the styles in which it stands. */
interface Leaf {
  readonly inline: Inline;
  readonly styles: readonly Style[];
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Long text in pieces of at most so many units, parted between words; links and pairs of surrogates stay whole. */
export function piecesOf(children: readonly Inline[], most: number): string[] {
  const whole = renderInline(children);
  if (whole.length <= most) return [whole];
  const pieces: string[] = [];
  let current: Leaf[] = [];
  let length = 0;
  for (const leaf of children.flatMap((child) => leavesOf(child, [], most))) {
    // Marks and joints are counted for every leaf, though neighbours share them: a piece is never too long.
    const size = render([leaf]).length + 1;
    if (length + size > most && current.length > 0) {
      pieces.push(render(current));
      [current, length] = [[], 0];
    }
    current.push(leaf);
    length += size;
  }
  return [...pieces, render(current)];
}

function leavesOf(child: Inline, styles: readonly Style[], most: number): Leaf[] {
  if (child.kind === 'strong' || child.kind === 'emphasis') {
    const { kind } = child;
    return child.children.flatMap((one) => leavesOf(one, [...styles, kind], most));
  }
  if (child.kind === 'text')
    return wordsOf(child.text, most).map((text) => ({ inline: { kind: 'text', text }, styles }));
  if (child.kind === 'link' && renderInline([child]).length > most / 2)
    return child.children.flatMap((one) => leavesOf(one, styles, most));
  if (child.kind === 'code')
    return hardCut(child.text, most / 4).map((text) => ({ inline: { kind: 'code', text }, styles }));
  return [{ inline: child, styles }];
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

function render(leaves: readonly Leaf[]): string {
  return renderInline(nest(leaves));
}

/** Neighbours of one style stand in it together. */
function nest(leaves: readonly Leaf[]): Inline[] {
  const nested: Inline[] = [];
  for (let at = 0; at < leaves.length; ) {
    const style = leaves[at]?.styles[0];
    const end = leaves.findIndex((leaf, index) => index > at && leaf.styles[0] !== style);
    const group = leaves.slice(at, end < 0 ? undefined : end);
    if (style === undefined) nested.push(...group.map(({ inline }) => inline));
    else nested.push({ kind: style, children: nest(group.map((leaf) => ({ ...leaf, styles: leaf.styles.slice(1) }))) });
    at += group.length;
  }
  return nested;
}
