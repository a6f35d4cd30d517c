import { editDistance } from '../../core/text/spelling.ts';

/** Longer words are compared with nothing: each comparison costs the product of both lengths. */
const LONGEST = 100;
/** Share of letters. */
const MOST_CHANGED = 0.4;
/** Nobody reads more; each suggestion among 10,000 ids costs up to 0.1 s. */
const MOST_SUGGESTIONS = 20;

/**
 * The known word that was probably meant.
 * @returns undefined if more than two of five letters would have to change: "Status" is no mistyped "tags".
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let most = Math.max(1, Math.floor(word.length * MOST_CHANGED));
  for (const other of known) {
    if (most < 0 || Math.abs(other.length - word.length) > most) continue;
    const distance = editDistance(word.toLowerCase(), other.toLowerCase(), most);
    if (distance > most) continue;
    best = other;
    most = distance - 1;
  }
  return best;
}

/** A cure that names the nearest known word if there is one: `did you mean "x"? …`; after 20 words only the advice. */
export function suggester(known: Iterable<string>): (word: string, advice: string) => string {
  const words = [...known];
  let left = MOST_SUGGESTIONS;
  return (word, advice) => {
    const meant = left-- > 0 ? nearest(word, words) : undefined;
    return meant === undefined ? advice : `did you mean "${meant}"? ${advice}`;
  };
}
