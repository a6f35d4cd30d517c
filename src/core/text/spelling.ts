import SearchableMap from 'minisearch/SearchableMap';
import { SHORTEST_CORRECTED, TWO_MISTAKES_FROM } from '../calibration/reading-policy.ts';
import { remember } from './remember.ts';
import { isUnspaced } from './tokenize.ts';

/** Strange words that are remembered with what they were taken for. */
const MOST_STRANGE = 500;

/**
 * Finds the known word that a misspelt one was meant to be.
 * @param words known ones and how often each occurs.
 * @returns the word itself if it is known, too short, or near to none.
 */
export function speller(
  words: ReadonlyMap<string, number>,
  isKnown: (word: string) => boolean,
): (word: string) => string {
  let tree: SearchableMap<number> | undefined;
  const correct = remember((word) => {
    tree ??= treeOf(words);
    return swapped(words, word) ?? nearest(tree, word) ?? word;
  }, MOST_STRANGE);
  return (word) =>
    word.length < SHORTEST_CORRECTED || isUnspaced(word) || /\d/.test(word) || isKnown(word) ? word : correct(word);
}

/** Two letters in each other's place are one slip of the fingers. */
function swapped(counts: ReadonlyMap<string, number>, word: string): string | undefined {
  const others = Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  );
  return others.filter((other) => counts.has(other)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}

function treeOf(counts: ReadonlyMap<string, number>): SearchableMap<number> {
  const tree = new SearchableMap<number>();
  for (const [word, count] of counts)
    if (word.length >= SHORTEST_CORRECTED - 1 && !isUnspaced(word)) tree.set(word, count);
  return tree;
}

function nearest(known: SearchableMap<number>, word: string): string | undefined {
  const most = word.length >= TWO_MISTAKES_FROM ? 2 : 1;
  let best: { word: string; distance: number; count: number } | undefined;
  for (const [other, [count, distance]] of known.fuzzyGet(word, most)) {
    const same = best !== undefined && distance === best.distance;
    if (best === undefined || distance < best.distance || (same && count > best.count))
      best = { word: other, distance, count };
  }
  return best?.word;
}
