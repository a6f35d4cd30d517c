/** What can be told of a JSON text without reading it. */
export interface JsonOutline {
  /** Brackets inside one another. */
  readonly depth: number;
  /** The lines on which the items of a list begin: of the whole where that is a list, else of the lists in it, by key. */
  readonly items: ReadonlyMap<string, readonly number[]>;
}

/** The list that is the whole. */
export const WHOLE = '';

/** One pass over the text, so that even millions of brackets cost nothing but that. Never throws. */
export function scanJson(text: string): JsonOutline {
  const items = new Map<string, number[]>();
  let list: number[] | undefined;
  let listDepth = 0;
  let isAwaited = false;
  let key = WHOLE;
  let line = 1;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    if (character === undefined || /[\s:]/.test(character)) continue;
    if (isAwaited && character !== ']') list?.push(line);
    isAwaited = character === ',' && list !== undefined && depth === listDepth;
    if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1 && !list) key = text.slice(at + 1, Math.min(end, at + LONGEST_KEY));
      at = end;
    } else if (character === '{' || character === '[') {
      depth++;
      deepest = Math.max(deepest, depth);
      if (character === '[' && !list && depth <= 2) {
        list = [];
        items.set(depth === 1 ? WHOLE : key, list);
        listDepth = depth;
        isAwaited = true;
      }
    } else if (character === '}' || character === ']') {
      depth--;
      if (depth < listDepth) list = undefined;
    }
  }
  return { depth: deepest, items };
}

const LONGEST_KEY = 100;

/** The place of the closing quotation mark. A string has no line breaks. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
