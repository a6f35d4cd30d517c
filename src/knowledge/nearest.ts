/** Longer words are compared with nothing: each comparison costs the product of both lengths. */
const LONGEST = 100;
/** Nobody reads more; each suggestion among 10,000 ids costs up to 0.1 s. */
const MOST_SUGGESTIONS = 20;

/**
 * The known word that was probably meant.
 * @returns undefined where more than half of the letters would have to change.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let most = Math.max(1, Math.floor(word.length / 2));
  for (const other of known) {
    if (most < 0 || Math.abs(other.length - word.length) > most) continue;
    const distance = editDistance(word.toLowerCase(), other.toLowerCase(), most);
    if (distance > most) continue;
    best = other;
    most = distance - 1;
  }
  return best;
}

/** A cure that names the nearest known word where there is one: `did you mean "x"? …`; gives up naming after 20 words. */
export function suggester(known: Iterable<string>): (word: string, advice: string) => string {
  const words = [...known];
  let left = MOST_SUGGESTIONS;
  return (word, advice) => {
    const meant = left-- > 0 ? nearest(word, words) : undefined;
    return meant === undefined ? advice : `did you mean "${meant}"? ${advice}`;
  };
}

/** Levenshtein's distance; any number above `most` where it is above `most`. */
function editDistance(a: string, b: string, most: number): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced));
    }
    if (Math.min(...row) > most) return most + 1;
    above = row;
  }
  return above[b.length] ?? 0;
}
