/** Mistakes that a name may have and still be recognised. */
const MOST_MISTAKES = 3;

/** The name that a misspelt one was probably meant to be: at most three letters away, and less than half of it. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  const near = names.map((name) => ({ name, distance: distance(word, name) })).sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(MOST_MISTAKES, word.length / 2) ? near.name : undefined;
}

/** Levenshtein's edit distance. */
function distance(from: string, to: string): number {
  const b = [...to];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
