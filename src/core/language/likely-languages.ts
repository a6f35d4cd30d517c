import { AVERAGE_PARTS, LONGEST_PART, MARGIN, NEVER, VOTE } from '../calibration/reading-policy.ts';
import { baseOf, type LanguageData } from '../text/language.ts';
import { keyboardsOf, letterFold } from '../text/letter-fold.ts';
import { foldMarks } from '../text/normalize.ts';
import { remember } from '../text/remember.ts';
import { words as wordsOf } from '../text/tokenize.ts';

/** Words that are remembered as they are folded. */
const MOST_WORDS = 2000;

/** Languages of one script that words may be of, the likeliest first. */
export type Ranker = (words: readonly string[]) => readonly LanguageData[];

/** Features of languages that tell them apart. */
interface Known {
  /** Lines in a language, by tag. */
  readonly samples: ReadonlyMap<string, readonly string[]>;
  /** Of any language; takes a folded word. */
  readonly isEveryday: (word: string) => boolean;
}

export function rankerFor(languages: readonly LanguageData[], known: Known): Ranker {
  const bases = [...new Set(languages.map(({ tag }) => baseOf(tag)))];
  if (bases.length < 2) return () => languages;
  const scoresOf = scorer(
    bases.map((base) => languages.filter(({ tag }) => baseOf(tag) === base)),
    known,
  );
  return (words) => {
    const scores = scoresOf(words);
    const best = Math.max(...scores);
    const scoreOf = ({ tag }: LanguageData) => scores[bases.indexOf(baseOf(tag))] ?? best;
    return languages.filter((language) => scoreOf(language) >= best - MARGIN).sort((a, b) => scoreOf(b) - scoreOf(a));
  };
}

/**
 * @param bases the scripts of each language. @returns how likely each is, as a logarithm of which only differences mean
 * anything.
 */
function scorer(
  bases: readonly (readonly LanguageData[])[],
  { samples, isEveryday }: Known,
): (words: readonly string[]) => number[] {
  const fold = letterFold(bases.flat());
  const read = (lines: Iterable<string>) => Array.from(lines, (line) => fold(foldMarks(line)));
  const everyday = bases.map((own) => new Set(read(everydayWords(own))));
  const linesOf = (language: LanguageData) => [...listsOf(language), ...(samples.get(language.tag) ?? [])];
  const model = letterModel(
    bases.map((own) => read(own.flatMap(linesOf))),
    (word) => isEveryday(word) || everyday.some((own) => own.has(word)),
  );
  const keyboards = keyboardsOf(bases.flatMap((own) => own.slice(0, 1)));
  const foldWord = remember(fold, MOST_WORDS);
  return (written) => {
    const words = written.map(foldWord);
    const typed = keyboards(written.join(''));
    const votes = (at: number) => words.filter((word) => everyday[at]?.has(word)).length + (typed[at] ? 1 : 0);
    return model(words).map((score, at) => score + VOTE * votes(at));
  };
}

/** Folded. */
export const everydayWords = (languages: readonly LanguageData[]): ReadonlySet<string> =>
  new Set(languages.flatMap(({ stopWords, commonWords }) => [...stopWords, ...commonWords].map(foldMarks)));

export const listsOf = ({ stopWords, commonWords, smallTalk }: LanguageData): string[] => [
  ...stopWords,
  ...commonWords,
  ...smallTalk,
];

/** How alike a text is to what was written in each language; only differences mean anything. */
type LetterModel = (words: readonly string[]) => number[];

/**
 * Tells languages of one script apart by the parts of their words (naive Bayes over parts of one to four letters and
 * whole words). Words that are written alike in several languages, as names are, tell nothing unless they are everyday
 * words.
 * @param samples lines in each language, some thousand words of each.
 * @returns a function from folded words to one score a language: logarithms, the greater the likelier.
 */
function letterModel(samples: readonly (readonly string[])[], isEveryday: (word: string) => boolean): LetterModel {
  const counts = samples.map(countParts);
  const sizes = counts.map((parts) => [...parts.values()].reduce((sum, count) => sum + count, 0));
  const average = (found: readonly number[]) =>
    found.reduce((sum, count, at) => sum + count / (sizes[at] || 1), 0) / counts.length + NEVER;
  const isShared = (word: string) => !isEveryday(word) && counts.filter((known) => known.has(whole(word))).length > 1;
  const nothing = samples.map(() => 0);
  const scoresOf = remember((word) => {
    if (isShared(word)) return nothing;
    /** Of each part, how often it is in each language. */
    const parts = partsOf(word).map((part) => counts.map((known) => known.get(part) ?? 0));
    // The parts of a word overlap: a long one would count too much.
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
    return samples.map((_, at) => all.reduce((sum, scores) => sum + (scores[at] ?? 0), 0));
  };
}

/** Each word is cut once, however often it is there: the first question that needs this waits for it. */
function countParts(lines: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of wordsOf(foldMarks(lines.join('\n')))) times.set(word, (times.get(word) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [word, count] of times)
    for (const part of partsOf(word)) counts.set(part, (counts.get(part) ?? 0) + count);
  return counts;
}

const whole = (word: string): string => `=${word}`;

/** Parts of the word with its borders marked, and the whole of it. */
function partsOf(word: string): string[] {
  const bordered = ` ${word} `;
  const parts = [whole(word)];
  for (let length = 1; length <= LONGEST_PART; length++) {
    for (let at = 0; at + length <= bordered.length; at++) parts.push(bordered.slice(at, at + length));
  }
  return parts;
}
