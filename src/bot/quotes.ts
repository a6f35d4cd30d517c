/** Pairs of quotation marks; what stands in one is words only. */
const QUOTES = [
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
] as const;

/** Where a quotation at the beginning ends; 0 where there is none. */
export function endOfQuote(rest: string): number {
  const start = rest.length - rest.trimStart().length;
  const close = QUOTES.find(([open]) => open === rest[start])?.[1];
  if (close === undefined) return 0;
  for (let at = rest.indexOf(close, start + 1); at >= 0; at = rest.indexOf(close, at + 1)) if (/^(?:\s|$)/.test(rest.slice(at + 1))) return at + 1;
  return 0;
}

/** Words without the quotation marks that hold all of them. */
export function unquoted(words: string): string {
  const pair = QUOTES.find(([open, close]) => words.length > 1 && words.startsWith(open) && words.endsWith(close));
  const inner = words.slice(1, -1);
  return pair && !pair.some((mark) => inner.includes(mark)) ? inner : words;
}

/** In a pair of quotation marks that the words do not hold. */
export function quotedWords(words: string): string {
  const pair = QUOTES.find((marks) => !marks.some((mark) => words.includes(mark)));
  return pair ? pair.join(words) : `"${words.replaceAll('"', '”')}"`;
}
