import type { LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import { frameLikeness } from './frame.ts';
import { LOCAL_FIT_FROM } from './policy.ts';

/** Entries behind the first that may be meant instead. */
const MOST_NEAR = 2;

/**
 * Whether a question asks in a way in which nobody asks for the first entry, but for another one, in words as like its
 * own: "why was it banned" of "when was it banned". In a pack with few phrasings a heading does not tell how people
 * ask.
 */
export function asksOtherwise(
  { question, analyzer }: Pick<Match, 'question' | 'analyzer'>,
  [first, ...others]: readonly Pick<Ranked, 'entry'>[],
  index: Pick<LanguageIndex, 'headingsOf' | 'phrasings'>,
): boolean {
  const asking = question.words.filter(analyzer.isAsking);
  if (!first || index.phrasings < LOCAL_FIT_FROM || asking.length === 0) return false;
  const isAskedBy = (words: readonly string[]): boolean => asking.some((word) => words.includes(word));
  const headingsOf = ({ entry }: Pick<Ranked, 'entry'>) => index.headingsOf(entry).map(({ words }) => words);
  const likeness = (headings: readonly (readonly string[])[]): number =>
    Math.max(0, ...headings.map((words) => frameLikeness(words, question.words)));
  const own = headingsOf(first);
  if (own.some(isAskedBy)) return false;
  const alike = likeness(own);
  return others.slice(0, MOST_NEAR).some((other) => {
    const asked = headingsOf(other).filter(isAskedBy);
    return asked.length > 0 && likeness(asked) >= alike;
  });
}
