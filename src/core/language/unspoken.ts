import {
  MOST_FREQUENT,
  RANK_OF_LISTED,
  RANK_OF_OTHERS,
  STRANGE_LETTER,
  UNSPOKEN_LEAD,
} from '../calibration/reading-policy.ts';
import { gradual, type Prepared } from '../text/gradual.ts';
import type { LanguageData } from '../text/language.ts';
import { foldMarks } from '../text/normalize.ts';
import { words } from '../text/tokenize.ts';
import { listsOf } from './likely-languages.ts';

/** Letters of alphabets to which languages add their own, such as ã and ї. */
const ADDED = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const LATIN = /^\p{Script=Latin}/u;

/** The words that people use most in languages that nobody has described, the most frequent first, by a list's name. */
export type UnspokenLists = ReadonlyMap<string, readonly string[]>;

/** How frequent a folded word is: its place in a list of frequent ones. */
type Ranks = ReadonlyMap<string, number>;

/**
 * Tells whether a text is rather in a language that nobody has described, such as French beside Italian. By Zipf's law,
 * a word's place in a list of frequent ones says how likely it is; so the lists of all languages are compared.
 * @param lists asked for when a text needs them
 */
export function unspokenFinder(
  languages: readonly LanguageData[],
  lists: () => UnspokenLists,
): Prepared<(text: string) => boolean> {
  const spoken = gradual(() => read(languages));
  const unspoken = gradual(() => readLists(lists()));
  const isUnspoken = (text: string): boolean => {
    const distinct = [...new Set(words(text.toLowerCase().normalize()))];
    const folded = distinct.map(foldMarks);
    const { ranks, letters } = spoken.get();
    // Most texts: the other lists are not even read.
    if (ranks.some((own) => folded.every((word) => (own.get(word) ?? RANK_OF_OTHERS) <= MOST_FREQUENT))) return false;
    const isStrange = (word: string) => [...word].some((letter) => ADDED.test(letter) && !letters.has(letter));
    const strange = STRANGE_LETTER * distinct.filter(isStrange).length;
    const best = Math.max(...unspoken.get().map((one) => likelihood(folded, one)));
    return best + strange - Math.max(...ranks.map((one) => likelihood(folded, one))) >= UNSPOKEN_LEAD;
  };
  return Object.assign(isUnspoken, {
    *steps() {
      yield* spoken.steps();
      yield* unspoken.steps();
    },
  });
}

/** As a logarithm of which only differences mean anything. */
const likelihood = (words: readonly string[], ranks: Ranks): number =>
  words.reduce((sum, word) => sum - Math.log(ranks.get(word) ?? RANK_OF_OTHERS), 0);

interface Spoken {
  /** Of each described language. */
  readonly ranks: readonly Ranks[];
  /** Of all described languages, in lower case. */
  readonly letters: ReadonlySet<string>;
}

function* readLists(lists: UnspokenLists): Generator<undefined, readonly Ranks[]> {
  const ranks: Ranks[] = [];
  for (const list of lists.values()) {
    ranks.push(ranksOf(inOneScript(list.slice(0, MOST_FREQUENT))));
    yield;
  }
  return ranks;
}

function* read(languages: readonly LanguageData[]): Generator<undefined, Spoken> {
  const ranks: Ranks[] = [];
  for (const language of languages) {
    const own = ranksOf(language.frequent ?? []);
    for (const word of listsOf(language).flatMap(words).map(foldMarks))
      own.set(word, Math.min(own.get(word) ?? RANK_OF_LISTED, RANK_OF_LISTED));
    ranks.push(own);
    yield;
  }
  const all = languages.flatMap((language) => [
    ...listsOf(language),
    ...(language.frequent ?? []).slice(0, MOST_FREQUENT),
  ]);
  return { ranks, letters: new Set(all.join('').toLowerCase().normalize()) };
}

function ranksOf(list: readonly string[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [at, word] of list.map(foldMarks).entries()) if (!ranks.has(word)) ranks.set(word, at + 1);
  return ranks;
}

/** Subtitles in Thai have English words, which say nothing of Thai. */
function inOneScript(list: readonly string[]): readonly string[] {
  const latin = list.filter((word) => LATIN.test(word));
  return 2 * latin.length > list.length ? latin : list.filter((word) => !LATIN.test(word));
}
