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
 * @param lists asked for when a text needs them
 */
export function unspokenFinder(
  languages: readonly LanguageData[],
  lists: () => UnspokenLists,
): (text: string) => boolean {
  let known: Known | undefined;
  let unspoken: readonly Words[] | undefined;
  return (text) => {
    known ??= read(languages);
    const distinct = [...new Set(words(text.toLowerCase().normalize()))];
    const folded = distinct.map(foldMarks);
    const { spoken, letters } = known;
    const most = (all: readonly Words[]): number =>
      Math.max(0, ...all.map((own) => folded.filter((word) => own.has(word)).length));
    const isStrange = (word: string) => [...word].some((letter) => ADDED.test(letter) && !letters.has(letter));
    const least = Math.max(1, most(spoken) + UNSPOKEN_LEAD - distinct.filter(isStrange).length);
    // Mostly no other language could have so many of its words: their lists are not even read.
    if (least > folded.length) return false;
    unspoken ??= [...lists().values()].map((list) => fold(mostOf(list)));
    return most(unspoken) >= least;
  };
}

type Words = ReadonlySet<string>;

interface Known {
  /** Of each language, folded. */
  readonly spoken: readonly Words[];
  /** Of all described languages, in lower case. */
  readonly letters: ReadonlySet<string>;
}

function read(languages: readonly LanguageData[]): Known {
  const spoken = languages.map((language) => [...listsOf(language), ...mostOf(language.frequent)]);
  return { spoken: spoken.map(fold), letters: new Set(spoken.flat().join('').toLowerCase().normalize()) };
}

const mostOf = (list: readonly string[] = []): readonly string[] => list.slice(0, MOST_FREQUENT);

const fold = (list: readonly string[]): Words => new Set(list.map(foldMarks));
