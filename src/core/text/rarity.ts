import { gradual, type Prepared } from './gradual.ts';
import type { LanguageData } from './language.ts';

/**
 * How seldom people use a word, by its place in the list of the language's frequent words: the logarithm of the place,
 * so that each time a word is ten times as seldom counts alike.
 * @param stemsOf the stems of a text's words.
 * @returns a function from a stem to 0 (the most frequent word) ... 1 (not in the list, or the language has none).
 */
export function rarity(
  { frequent = [] }: Pick<LanguageData, 'frequent'>,
  stemsOf: (text: string) => readonly string[],
): Prepared<(stem: string) => number> {
  const places = gradual(() => placesOf(frequent, stemsOf));
  const last = Math.log(frequent.length + 1);
  const rarityOf = (stem: string): number => {
    const place = places.get().get(stem);
    return place === undefined ? 1 : Math.log(place + 1) / last;
  };
  return Object.assign(rarityOf, { steps: places.steps });
}

/** Of several forms of a word the most frequent one counts. */
function* placesOf(
  frequent: readonly string[],
  stemsOf: (text: string) => readonly string[],
): Generator<undefined, ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const [place, word] of frequent.entries()) {
    const [stem, ...more] = stemsOf(word);
    if (stem !== undefined && more.length === 0 && !places.has(stem)) places.set(stem, place);
    yield;
  }
  return places;
}
