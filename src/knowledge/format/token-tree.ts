import type { Token } from 'markdown-it';

/** A token with those inside it. */
export interface Node {
  readonly token: Token;
  readonly children: readonly Node[];
}

/**
 * Folds markdown-it's flat list, in which `x_open` and `x_close` enclose what is inside. Hostile text nests thousands
 * deep: do not recurse without a bound.
 */
export function treeOf(tokens: readonly Token[]): Node[] {
  const roots: Node[] = [];
  const open = [roots];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const children: Node[] = [];
    open.at(-1)?.push({ token, children });
    if (token.nesting > 0) open.push(children);
  }
  return roots;
}
