/**
 * How much of a heading a text says in its order, function words too: twice the length of their longest common
 * subsequence, divided by the lengths of both. @returns 0 (no word) to 1 (word by word the same).
 */
export const frameLikeness = (heading: readonly string[], text: readonly string[]): number =>
  (2 * wordsInOrder(heading, text)) / Math.max(1, heading.length + text.length);

/** Length of the longest common subsequence. */
export function wordsInOrder(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [at, other] of b.entries())
      row.push(word === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    above = row;
  }
  return above.at(-1) ?? 0;
}
