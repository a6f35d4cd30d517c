import type { Token } from 'markdown-it';

const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const ENDS_WIDE = new RegExp(`${WIDE}$`, 'u');
const STARTS_WIDE = new RegExp(`^${WIDE}`, 'u');

/**
 * Gives each line break inside a paragraph what joins the lines: a space, or nothing between characters of scripts
 * that are written without spaces.
 */
export function joinLines(tokens: readonly Token[]): void {
  let before = '';
  let pending: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'softbreak') {
      token.content = ' ';
      pending = token;
    } else if (token.content !== '') {
      if (pending && ENDS_WIDE.test(before) && STARTS_WIDE.test(token.content)) pending.content = '';
      pending = undefined;
      before = token.content;
    }
  }
}
