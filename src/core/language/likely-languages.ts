import {
  AVERAGE_PARTS,
  LONGEST_PART,
  MARGIN,
  MOST_FREQUENT,
  NEVER,
  RANK_OF_LISTED,
  RANK_OF_OTHERS,
  STRANGE_LETTER,
  UNSPOKEN_LEAD,
  VOTE,
} from '../calibration/reading-policy.ts';
import { baseOf, type LanguageData } from '../text/language.ts';
import { foldMarks, keyboardsOf, letterFold } from '../text/normalize.ts';
import { gradual, inParts, type Prepared, remember } from '../text/remember.ts';
import { words, words as wordsOf } from '../text/tokenize.ts';

/** Most folded words that are cached. */
const MOST_WORDS = 2000;

/** Ranks languages of one script by how likely they make the words. Its tables can be read in steps. */
export type Ranker = Prepared<(words: readonly string[]) => readonly LanguageData[]>;

/** Data by which languages are told apart. */
interface Known {
  /** Sample lines by language tag. */
  readonly samples: ReadonlyMap<string, readonly string[]>;
  /** Whether a folded word is an everyday word of any language. */
  readonly isEveryday: (word: string) => boolean;
}

export function rankerFor(languages: readonly LanguageData[], known: Known): Ranker {
  const bases = [...new Set(languages.map(({ tag }) => baseOf(tag)))];
  const scorer = gradual(() =>
    readScorer(
      bases.map((base) => languages.filter(({ tag }) => baseOf(tag) === base)),
      known,
    ),
  );
  const rank = (words: readonly string[]): readonly LanguageData[] => {
    if (bases.length < 2) return languages;
    const scores = scorer.get()(words);
    const best = Math.max(...scores);
    const scoreOf = ({ tag }: LanguageData) => scores[bases.indexOf(baseOf(tag))] ?? best;
    return languages.filter((language) => scoreOf(language) >= best - MARGIN).sort((a, b) => scoreOf(b) - scoreOf(a));
  };
  return Object.assign(rank, {
    *steps() {
      if (bases.length > 1) yield* scorer.steps();
    },
  });
}

/**
 * @param bases the variants of each language
 * @returns log likelihoods, of which only the differences have a meaning
 */
function* readScorer(
  bases: readonly (readonly LanguageData[])[],
  { samples, isEveryday }: Known,
): Generator<undefined, (words: readonly string[]) => number[]> {
  const fold = letterFold(bases.flat());
  const read = (line: string) => fold(foldMarks(line));
  const linesOf = (language: LanguageData) => [...listsOf(language), ...(samples.get(language.tag) ?? [])];
  const everyday: ReadonlySet<string>[] = [];
  const counts: PartCounts[] = [];
  for (const own of bases) {
    yield;
    everyday.push(new Set(Array.from(everydayWords(own), read)));
    yield;
    counts.push(yield* countParts(own.flatMap(linesOf), read));
  }
  const model = letterModel(counts, (word) => isEveryday(word) || everyday.some((own) => own.has(word)));
  const keyboards = keyboardsOf(bases.flatMap((own) => own.slice(0, 1)));
  const foldWord = remember(fold, MOST_WORDS);
  return (written) => {
    const words = written.map(foldWord);
    const typed = keyboards(written.join(''));
    const votes = (at: number) => words.filter((word) => everyday[at]?.has(word)).length + (typed[at] ? 1 : 0);
    return model(words).map((score, at) => score + VOTE * votes(at));
  };
}

/** Everyday words of all languages, folded. */
export const everydayWords = (languages: readonly LanguageData[]): ReadonlySet<string> =>
  new Set(languages.flatMap(({ stopWords, commonWords }) => [...stopWords, ...commonWords].map(foldMarks)));

export const listsOf = ({ stopWords, commonWords, smallTalk }: LanguageData): string[] => [
  ...stopWords,
  ...commonWords,
  ...smallTalk,
];

/** Log likelihood of words in each language. Only the differences have a meaning. */
type LetterModel = (words: readonly string[]) => number[];

/**
 * Tells languages of one script apart by parts of words (naive Bayes over parts of one to four letters, and whole
 * words). Words that several languages share, such as names, are no evidence unless they are everyday words.
 * @param counts parts in the lines of each language, of some thousand words
 * @returns a function from folded words to log likelihoods
 */
function letterModel(counts: readonly PartCounts[], isEveryday: (word: string) => boolean): LetterModel {
  const sizes = counts.map((parts) => [...parts.values()].reduce((sum, count) => sum + count, 0));
  const average = (found: readonly number[]) =>
    found.reduce((sum, count, at) => sum + count / (sizes[at] || 1), 0) / counts.length + NEVER;
  const isShared = (word: string) => !isEveryday(word) && counts.filter((known) => known.has(whole(word))).length > 1;
  const nothing = sizes.map(() => 0);
  const scoresOf = remember((word) => {
    if (isShared(word)) return nothing;
    /** How often each part occurs in each language. */
    const parts = partsOf(word).map((part) => counts.map((known) => known.get(part) ?? 0));
    // Parts of a word overlap, so a long word would count too much.
    const weight = 1 / Math.sqrt(parts.length);
    const expected = parts.map((found) => AVERAGE_PARTS * average(found));
    return sizes.map(
      (size, at) =>
        weight *
        parts.reduce(
          (sum, found, n) => sum + Math.log(((found[at] ?? 0) + (expected[n] ?? 0)) / (size + AVERAGE_PARTS)),
          0,
        ),
    );
  });
  return (words) => {
    const all = words.map(scoresOf);
    return sizes.map((_, at) => all.reduce((sum, scores) => sum + (scores[at] ?? 0), 0));
  };
}

/** How often each part of a word occurs. */
type PartCounts = ReadonlyMap<string, number>;

/** Counts parts of words. Each distinct word is split once, as the first question waits for this. */
function* countParts(lines: readonly string[], read: (line: string) => string): Generator<undefined, PartCounts> {
  const times = new Map<string, number>();
  for (const some of inParts(lines)) {
    for (const word of wordsOf(foldMarks(some.map(read).join('\n')))) times.set(word, (times.get(word) ?? 0) + 1);
    yield;
  }
  const counts = new Map<string, number>();
  for (const some of inParts([...times])) {
    for (const [word, count] of some)
      for (const part of partsOf(word)) counts.set(part, (counts.get(part) ?? 0) + count);
    yield;
  }
  return counts;
}

const whole = (word: string): string => `=${word}`;

/** Parts of a word with its boundaries marked, and the whole word. */
function partsOf(word: string): string[] {
  const bordered = ` ${word} `;
  const parts = [whole(word)];
  for (let length = 1; length <= LONGEST_PART; length++) {
    for (let at = 0; at + length <= bordered.length; at++) parts.push(bordered.slice(at, at + length));
  }
  return parts;
}

/** Scripts to which languages add letters of their own, such as ã and ї. */
const ADDED = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const LATIN = /^\p{Script=Latin}/u;

/** Frequent words of languages without a description, the most frequent first, by the list's name. */
export type UnspokenLists = ReadonlyMap<string, readonly string[]>;

/** Frequency ranks of folded words. */
type Ranks = ReadonlyMap<string, number>;

/**
 * Tells whether a text is rather in a language without a description, such as French if only Italian is described. By
 * Zipf's law, the rank of a word in a frequency list tells how probable it is, so the lists of all languages are
 * compared.
 * @param lists loads the lists when a text first needs them
 */
export function unspokenFinder(
  languages: readonly LanguageData[],
  lists: () => UnspokenLists,
): Prepared<(text: string) => boolean> {
  const spoken = gradual(() => read(languages));
  const unspoken = gradual(() => readLists(lists()));
  const distinctIn = (text: string) => [...new Set(words(text.toLowerCase().normalize()))];
  /** All words are frequent in a described language: the usual case, for which the other lists need not be loaded. */
  const isUsual = (folded: readonly string[]) =>
    spoken.get().ranks.some((own) => folded.every((word) => (own.get(word) ?? RANK_OF_OTHERS) <= MOST_FREQUENT));
  const isUnspoken = (text: string): boolean => {
    const distinct = distinctIn(text);
    const folded = distinct.map(foldMarks);
    if (isUsual(folded)) return false;
    const { ranks, letters } = spoken.get();
    const isStrange = (word: string) => [...word].some((letter) => ADDED.test(letter) && !letters.has(letter));
    const strange = STRANGE_LETTER * distinct.filter(isStrange).length;
    const best = Math.max(...unspoken.get().map((one) => likelihood(folded, one)));
    return best + strange - Math.max(...ranks.map((one) => likelihood(folded, one))) >= UNSPOKEN_LEAD;
  };
  return Object.assign(isUnspoken, {
    *steps(text?: string) {
      yield* spoken.steps();
      if (text !== undefined && isUsual(distinctIn(text).map(foldMarks))) return;
      yield* unspoken.steps();
    },
  });
}

/** A log likelihood. Only the differences have a meaning. */
const likelihood = (words: readonly string[], ranks: Ranks): number =>
  words.reduce((sum, word) => sum - Math.log(ranks.get(word) ?? RANK_OF_OTHERS), 0);

interface Spoken {
  /** Ranks in each described language. */
  readonly ranks: readonly Ranks[];
  /** Letters of all described languages, lower case. */
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

/**
 * The words of a list that are in its main script. Thai subtitles contain English words, which are no evidence for
 * Thai.
 */
function inOneScript(list: readonly string[]): readonly string[] {
  const latin = list.filter((word) => LATIN.test(word));
  return 2 * latin.length > list.length ? latin : list.filter((word) => !LATIN.test(word));
}
