/** What can be told of a JSON text without reading it. */
export interface JsonOutline {
  /** Brackets inside one another. */
  readonly depth: number;
  /** The lines on which objects and lists begin, in the order in which they end. */
  readonly starts: readonly number[];
}

/** One pass over the text, so that even millions of brackets cost nothing but that. Never throws. */
export function scanJson(text: string): JsonOutline {
  const starts: number[] = [];
  const open: number[] = [];
  let line = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    else if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth = Math.max(depth, open.push(line));
    else if (character === '}' || character === ']') starts.push(open.pop() ?? line);
  }
  return { depth, starts };
}

/** The place of the closing quotation mark. A string has no line breaks. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
