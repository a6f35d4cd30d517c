import type { Token } from 'markdown-it';

/** A token with what stands inside it. */
export interface Node {
  readonly token: Token;
  readonly children: readonly Node[];
}

/** Levels that are kept. Entries may nest four; hostile text nests thousands, and whoever walks the tree would fall too deep. */
export const DEEPEST_KEPT = 20;

/** Folds markdown-it's flat list, in which `x_open` and `x_close` enclose what is inside. */
export function treeOf(tokens: readonly Token[]): Node[] {
  const roots: Node[] = [];
  const open = [roots];
  let depth = 0;
  for (const token of tokens) {
    if (token.nesting < 0) depth--;
    const isKept = depth < DEEPEST_KEPT;
    if (isKept && token.nesting < 0) open.pop();
    if (isKept && token.nesting >= 0) {
      const children: Node[] = [];
      open.at(-1)?.push({ token, children });
      if (token.nesting > 0) open.push(children);
    }
    if (token.nesting > 0) depth++;
  }
  return roots;
}
