import { MARGIN, VOTE } from '../calibration/reading-policy.ts';
import { baseOf, type LanguageData } from '../text/language.ts';
import { keyboardsOf, letterFold } from '../text/letter-fold.ts';
import { foldMarks } from '../text/normalize.ts';
import { remember } from '../text/remember.ts';
import { letterModel } from './letter-model.ts';

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
