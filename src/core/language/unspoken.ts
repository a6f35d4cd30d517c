import { MOST_FREQUENT, UNSPOKEN_LEAD } from '../calibration/policy.ts';
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
 * @param lists asked for when the first text needs them
 */
export function unspokenFinder(
  languages: readonly LanguageData[],
  lists: () => UnspokenLists,
): (text: string) => boolean {
  let known: Known | undefined;
  return (text) => {
    known ??= read(languages, lists());
    const distinct = [...new Set(words(text.toLowerCase().normalize()))];
    const folded = distinct.map(foldMarks);
    const { spoken, unspoken, letters } = known;
    const most = (all: readonly Words[]): number =>
      Math.max(0, ...all.map((own) => folded.filter((word) => own.has(word)).length));
    const others = most(unspoken);
    const isStrange = (word: string) => [...word].some((letter) => ADDED.test(letter) && !letters.has(letter));
    return others > 0 && others + distinct.filter(isStrange).length >= most(spoken) + UNSPOKEN_LEAD;
  };
}

type Words = ReadonlySet<string>;

interface Known {
  /** Of each language, folded. */
  readonly spoken: readonly Words[];
  readonly unspoken: readonly Words[];
  /** Of all described languages, in lower case. */
  readonly letters: ReadonlySet<string>;
}

function read(languages: readonly LanguageData[], lists: UnspokenLists): Known {
  const mostOf = (list: readonly string[] = []) => list.slice(0, MOST_FREQUENT);
  const fold = (list: readonly string[]): Words => new Set(list.map(foldMarks));
  const spoken = languages.map((language) => [...listsOf(language), ...mostOf(language.frequent)]);
  return {
    spoken: spoken.map(fold),
    unspoken: [...lists.values()].map((list) => fold(mostOf(list))),
    letters: new Set(spoken.flat().join('').toLowerCase().normalize()),
  };
}
