import type { Analyzer } from '../src/core/analyze.ts';
import type { LanguageData } from '../src/core/language.ts';
import { isUnspaced } from '../src/core/tokenize.ts';

/** A question put a little differently, and one that looks alike but asks about something else. */
export interface Reworded {
  readonly same: readonly string[];
  readonly other: readonly string[];
}

/**
 * Rewords a question by rule: everyday words are dropped, changed or added, the order is turned, a letter is mistyped.
 * For a near miss its most telling words are replaced.
 * @param strange words of other subjects, put in for a near miss.
 */
export function reword(question: string, analyzer: Analyzer, language: LanguageData, strange: readonly string[], seed: number): Reworded {
  const words = [...analyzer.analyze(question).surface];
  const isTelling = (word: string) => analyzer.weightOf(analyzer.stem(word)) === 1;
  const telling = words.filter(isTelling);
  if (telling.length === 0) return { same: [], other: [] };
  const pick = <T>(list: readonly T[], turn: number): T | undefined => list[(seed * 31 + turn * 17) % Math.max(1, list.length)];
  const common = [pick(language.commonWords, 1), pick(language.stopWords, 2)].filter((word) => word !== undefined);
  const longest = [...telling].sort((a, b) => b.length - a.length)[0] ?? '';
  const replaced = new Set(telling.length > 3 ? [telling[0], longest] : [longest]);
  const same = [
    telling,
    [pick(language.smallTalk, 3) ?? '', ...words],
    [...telling.slice(1), ...telling.slice(0, 1)],
    words.map((word) => (isTelling(word) ? word : (pick(language.stopWords, word.length) ?? word))),
    [...common, ...words],
    words.map((word) => (word === longest && word.length > 5 && !isUnspaced(word) ? mistype(word) : word)),
    telling.length > 3 ? words.filter((word) => word !== telling[1]) : words,
  ];
  const other = [0, 1].map((turn) => words.map((word) => (replaced.has(word) ? (pick(strange, turn + word.length) ?? word) : word)));
  return { same: same.map(join), other: other.map(join) };
}

/** Two neighbouring letters change places. */
const mistype = (word: string): string => `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}`;

function join(words: readonly string[]): string {
  return words.reduce((text, word) => (isUnspaced(text.slice(-1)) && isUnspaced(word) ? text + word : `${text} ${word}`), '').trim();
}
