import { MOST_FREQUENT, UNSPOKEN_LEAD } from '../calibration/reading-policy.ts';
import type { LanguageData } from '../text/language.ts';
import { foldMarks } from '../text/normalize.ts';
import { words } from '../text/tokenize.ts';
import { listsOf } from './likely-languages.ts';

/** Letters of alphabets to which languages add their own, such as ã and ї. */
const ADDED = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** The words that people use most in languages that nobody has described, the most frequent first, by a list's name. */
export type UnspokenLists = ReadonlyMap<string, readonly string[]>;

/**
 * Tells whether a text is rather in a language that nobody has described, such as French beside Italian: more of its
 * words are frequent there than in any described language, or have letters that no described language has.
 * @param lists asked for when a text needs them
 */
export function unspokenFinder(
  languages: readonly LanguageData[],
  lists: () => UnspokenLists,
): (text: string) => boolean {
  let known: Known | undefined;
  let most: MostIn | undefined;
  return (text) => {
    known ??= read(languages);
    const distinct = [...new Set(words(text.toLowerCase().normalize()))];
    const folded = distinct.map(foldMarks);
    const { mostSpoken, letters } = known;
    const isStrange = (word: string) => [...word].some((letter) => ADDED.test(letter) && !letters.has(letter));
    const least = Math.max(1, mostSpoken(folded) + UNSPOKEN_LEAD - distinct.filter(isStrange).length);
    // Mostly no other language could have so many of its words: their lists are not even read.
    if (least > folded.length) return false;
    most ??= mostIn([...lists().values()].map(mostOf));
    return most(folded) >= least;
  };
}

/** How many of some folded words the list has that has most of them. */
type MostIn = (words: readonly string[]) => number;

function mostIn(lists: readonly (readonly string[])[]): MostIn {
  const owners = new Map<string, number[]>();
  for (const [at, list] of lists.entries()) {
    for (const word of new Set(list.map(foldMarks))) {
      const own = owners.get(word);
      if (own) own.push(at);
      else owners.set(word, [at]);
    }
  }
  return (words) => {
    const counts = lists.map(() => 0);
    for (const word of words) for (const at of owners.get(word) ?? []) counts[at] = (counts[at] ?? 0) + 1;
    return Math.max(0, ...counts);
  };
}

interface Known {
  /** Among the described languages. */
  readonly mostSpoken: MostIn;
  /** Of all described languages, in lower case. */
  readonly letters: ReadonlySet<string>;
}

function read(languages: readonly LanguageData[]): Known {
  const spoken = languages.map((language) => [...listsOf(language), ...mostOf(language.frequent)]);
  return { mostSpoken: mostIn(spoken), letters: new Set(spoken.flat().join('').toLowerCase().normalize()) };
}

const mostOf = (list: readonly string[] = []): readonly string[] => list.slice(0, MOST_FREQUENT);
