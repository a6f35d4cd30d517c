/**
 * Levenshtein's distance in code points.
 * @param most any number above it is returned if the distance is greater; it saves time. Default: no bound.
 */
export function editDistance(from: string, to: string, most = Number.POSITIVE_INFINITY): number {
  const [a, b] = [[...from], [...to]];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Mistakes that a name may have and still be recognised. */
const MOST_MISTAKES = 3;

/** The name that a misspelt one was probably meant to be: at most three letters away, and less than half of it. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(MOST_MISTAKES, word.length / 2) ? near.name : undefined;
}
