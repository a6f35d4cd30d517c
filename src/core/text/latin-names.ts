import {
  CONSONANTS_OF_A_CLEAR_NAME,
  LEAST_CONSONANTS,
  OTHER_VOWELS,
  OTHER_VOWELS_OF_FEW,
} from '../calibration/reading-policy.ts';
import type { LanguageData } from './language.ts';
import { latinKey } from './latin-key.ts';
import { gradual, type Prepared } from './remember.ts';
import { editDistance } from './spelling.ts';

const LATIN = /^(?=.*[a-z])[a-z0-9]+$/;
const HAS_LATIN = /[a-z]/;
const VOWELS = /[aeiou]/g;

/** A Latin name that sounds like a word in a language's own script. */
export interface LatinName {
  readonly name: string;
  /** Whether all of the several sounds are equal. Then the word is read as the name even if it is in use. */
  readonly isSame: boolean;
}

/** The sounds of a name, and its consonants only. */
interface Sounds {
  readonly name: string;
  readonly all: string;
}

/**
 * Finds the Latin name that is written in a language's own letters: биос is BIOS, 디스코드 is Discord. Consonants must be
 * the same; some vowels may differ, as people hear them differently or leave them out.
 * @param words of an index as written (normalised), with or without an ending in other letters, as in Korean
 * @param stemOf removes endings
 * @returns a function from the forms of a word, such as itself and its stem. Undefined if the word is in Latin letters,
 * or sounds like none of the names, or like several
 */
export function latinNames(
  { latinNames: replace }: Pick<LanguageData, 'latinNames'>,
  words: { readonly keys: () => Iterable<string> },
  stemOf: (word: string) => string,
): Prepared<(forms: readonly string[]) => LatinName | undefined> {
  if (!replace) return Object.assign(() => undefined, { steps: function* () {} });
  const soundsOf = latinKey({ replace });
  const known = gradual(() => byConsonants(words.keys(), stemOf, soundsOf));
  const nameOf = (forms: readonly string[]): LatinName | undefined => {
    const all = known.get();
    const near = forms.flatMap((form) => (HAS_LATIN.test(form) ? [] : nearIn(all, soundsOf(form))));
    const least = Math.min(...near.map(({ distance }) => distance));
    const nearest = near.filter(({ distance }) => distance === least);
    const [first] = nearest;
    if (!first || nearest.some(({ name }) => name !== first.name)) return undefined;
    return { name: first.name, isSame: least === 0 && first.consonants >= CONSONANTS_OF_A_CLEAR_NAME };
  };
  return Object.assign(nameOf, { steps: known.steps });
}

function* byConsonants(
  words: Iterable<string>,
  stemOf: (word: string) => string,
  soundsOf: (word: string) => string,
): Generator<undefined, ReadonlyMap<string, readonly Sounds[]>> {
  const names = new Set<string>();
  const found = new Map<string, Sounds[]>();
  for (const word of words) {
    for (const name of [word, stemOf(word)].filter((one) => LATIN.test(one) && !names.has(one))) {
      names.add(name);
      const all = soundsOf(name);
      const alike = found.get(consonantsOf(all));
      if (alike) alike.push({ name, all });
      else found.set(consonantsOf(all), [{ name, all }]);
    }
    yield;
  }
  return found;
}

const consonantsOf = (sounds: string): string => sounds.replace(VOWELS, '');

/** Names with the same consonants, and nearly the same vowels. */
function nearIn(
  known: ReadonlyMap<string, readonly Sounds[]>,
  sounds: string,
): { readonly name: string; readonly distance: number; readonly consonants: number }[] {
  const { length: consonants } = consonantsOf(sounds);
  if (consonants < LEAST_CONSONANTS) return [];
  const share = consonants === LEAST_CONSONANTS ? OTHER_VOWELS_OF_FEW : OTHER_VOWELS;
  return (known.get(consonantsOf(sounds)) ?? []).flatMap(({ name, all }) => {
    const distance = editDistance(all, sounds);
    return distance <= share * Math.max(all.length, sounds.length) ? [{ name, distance, consonants }] : [];
  });
}
