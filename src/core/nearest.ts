import { editDistance } from './edit-distance.ts';

/** Mistakes that a name may have and still be recognised. */
const MOST_MISTAKES = 3;

/** The name that a misspelt one was probably meant to be: at most three letters away, and less than half of it. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  const near = names.map((name) => ({ name, distance: editDistance(word, name) })).sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(MOST_MISTAKES, word.length / 2) ? near.name : undefined;
}
