import type { LanguageIndex, Match } from '../index/language-index.ts';
import type { ReadText } from '../index/read-entry.ts';
import type { Ranked } from '../ranking/rank.ts';
import { editDistance } from '../text/edit-distance.ts';
import { isUnspaced } from '../text/tokenize.ts';
import { SAME_FRAME, SHORTEST_CORRECTED } from './policy.ts';

/**
 * Whether a question may be about a sibling of what an entry is about: it repeats a title or phrasing but for a thing
 * that none of them names ("may I bring my cat" of "May I bring my dog?"). Members who mean the entry seldom repeat its
 * words with another thing in them.
 */
export function mayBeSibling(
  { question, analyzer }: Pick<Match, 'question' | 'analyzer'>,
  { entry }: Pick<Ranked, 'entry'>,
  index: Pick<LanguageIndex, 'headingsOf'>,
): boolean {
  const headings = index.headingsOf(entry);
  if (!headings.some(({ words }) => frameLikeness(question.words, words) >= SAME_FRAME)) return false;
  const things = analyzer
    .meantBy(question.words)
    .filter(({ words }) => words.some((word) => analyzer.weightOf(word) > 0));
  const isNamed = ({ words, same, drawers }: (typeof things)[number], heading: ReadText): boolean =>
    [...same, ...drawers].some((concept) => heading.concepts.includes(concept)) ||
    words.every((word) => heading.words.some((other) => isSpelling(word, other)) || isWithin(word, heading));
  return !headings.some((heading) => things.every((thing) => isNamed(thing, heading)));
}

/** Twice the longest common subsequence of two texts' words, function words too, divided by the sum of their lengths. */
function frameLikeness(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [at, other] of b.entries())
      row.push(word === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    above = row;
  }
  return (2 * (above.at(-1) ?? 0)) / Math.max(1, a.length + b.length);
}

const isSpelling = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= SHORTEST_CORRECTED && editDistance(a, b, 1) <= 1);

/** Dictionaries cut text without spaces differently from sentence to sentence. */
const isWithin = (word: string, { stretches }: ReadText): boolean =>
  isUnspaced(word) && stretches.some((stretch) => stretch.includes(word));
