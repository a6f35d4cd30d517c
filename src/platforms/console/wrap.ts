import { stripVTControlCharacters } from 'node:util';

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** Where a line may end: after a space, or next to a wide character; closing marks stay with what they close. */
const PIECES = /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：？！）》」』”’…]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Breaks text into lines of at most so many columns; a longer word stands alone. */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  const lines = [''];
  for (const [piece] of line.matchAll(PIECES)) {
    const current = lines.at(-1) ?? '';
    if (current !== '' && widthOf(current + piece.trimEnd()) > columns) lines.push(piece.trimStart());
    else lines[lines.length - 1] = current + piece;
  }
  return lines.map((one) => one.trimEnd()).join('\n');
}

/** Columns that a text takes in a terminal. */
function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
