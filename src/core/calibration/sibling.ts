import type { Heading, LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import type { Meant } from '../text/concepts.ts';
import { editDistance } from '../text/edit-distance.ts';
import { thingsOf } from '../text/things.ts';
import { isUnspaced } from '../text/tokenize.ts';
import { frameLikeness, wordsInOrder } from './frame.ts';
import { LOCAL_FIT_FROM, SAME_FRAME } from './policy.ts';
import { SHORTEST_CORRECTED } from './reading-policy.ts';

/**
 * Whether a question may be about a sibling of what an entry is about: it repeats a title or phrasing but for a thing
 * that none of them names ("may I bring my cat" of "May I bring my dog?"). Members who mean the entry seldom repeat its
 * words with another thing in them. Where an entry has many phrasings, those tell how much that matters.
 */
export function mayBeSibling(
  { question, analyzer }: Pick<Match, 'question' | 'analyzer'>,
  { entry }: Pick<Ranked, 'entry'>,
  index: Pick<LanguageIndex, 'headingsOf'>,
  frame = SAME_FRAME,
): boolean {
  const headings = index.headingsOf(entry);
  if (headings.length > LOCAL_FIT_FROM || !headings.some(({ words }) => isRepeated(words, question.words, frame)))
    return false;
  const asked = new Set(question.words);
  const things = thingsOf(question.words, analyzer);
  return !headings.some((heading) => {
    // What the question repeats names no other thing in it.
    const others = analyzer.meantBy(heading.words).filter(({ words }) => !words.every((word) => asked.has(word)));
    return things.every((thing) => isRepeatedIn(thing, heading) || others.some((other) => isNamedBy(thing, other)));
  });
}

/** Whether a text says most of a heading in its order, function words too; all of it would only add to it. */
function isRepeated(heading: readonly string[], text: readonly string[], frame: number): boolean {
  return wordsInOrder(heading, text) < heading.length && frameLikeness(heading, text) >= frame;
}

const isRepeatedIn = ({ words }: Meant, heading: Heading): boolean =>
  words.every((word) => heading.words.some((other) => isSpelling(word, other)) || isWithin(word, heading));

/** Whether a word means a thing, or the class to which it belongs. */
const isNamedBy = ({ same, drawers }: Meant, other: Meant): boolean =>
  other.same.some((concept) => same.includes(concept) || drawers.includes(concept));

const isSpelling = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= SHORTEST_CORRECTED && editDistance(a, b, 1) <= 1);

/** Dictionaries cut text without spaces differently from sentence to sentence. */
const isWithin = (word: string, { stretches }: Heading): boolean =>
  isUnspaced(word) && stretches.some((stretch) => stretch.includes(word));
