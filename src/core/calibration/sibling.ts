import type { EntryHeading, LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import type { ConceptMention } from '../text/concepts.ts';
import { editDistance } from '../text/edit-distance.ts';
import { rarityOfThing, thingsOf } from '../text/things.ts';
import { isUnspaced } from '../text/tokenize.ts';
import { LARGE_PACK, LOCAL_FIT_FROM, SAME_FRAME, SEEN_SELDOM, SMALL_PACK } from './policy.ts';
import { SHORTEST_CORRECTED } from './reading-policy.ts';
import { frameLikeness, wordsInOrder } from './subject.ts';

type Asked = Pick<Match, 'question' | 'analyzer' | 'words' | 'concepts'>;

/**
 * Whether a question may be about a sibling of what an entry is about: it repeats a title or phrasing but for a thing
 * that none of them names ("may I bring my cat" of "May I bring my dog?"). Members who mean the entry seldom repeat its
 * words with another thing in them. The more phrasings an entry has, the more it tells that none of its lines names the
 * thing.
 */
export function mayBeSibling(
  match: Asked,
  { entry }: Pick<Ranked, 'entry'>,
  index: Pick<LanguageIndex, 'headingsOf' | 'size'>,
  frame = SAME_FRAME,
): boolean {
  const headings = index.headingsOf(entry);
  return headings.length > LOCAL_FIT_FROM
    ? namesAnother(match, entry, headings, index.size, frame)
    : repeatsBut(match, headings, frame);
}

/** Of an entry with few lines: whether it repeats one, and names a thing that no title or phrasing does. */
function repeatsBut({ question, analyzer }: Asked, headings: readonly EntryHeading[], frame: number): boolean {
  if (!headings.some(({ words }) => isRepeated(words, question.words, frame))) return false;
  const asked = new Set(question.words);
  const things = thingsOf(question.words, analyzer);
  return !headings.some((heading) => {
    // What the question repeats names no other thing in it.
    const others = analyzer.meantBy(heading.words).filter(({ words }) => !words.every((word) => asked.has(word)));
    return things.every((thing) => isRepeatedIn(thing, heading) || others.some((other) => isNamedBy(thing, other)));
  });
}

/**
 * Of an entry with many lines: whether the question is like one of them, and names a thing of which none of them, nor
 * the answer, says anything, in a pack of few entries or if the entry is about another thing of its kind. A large pack
 * has other entries to tell what such a thing matters.
 */
function namesAnother(
  { question, analyzer, words, concepts }: Asked,
  entry: number,
  headings: readonly EntryHeading[],
  size: number,
  frame: number,
): boolean {
  const likeness = Math.max(...headings.map((heading) => frameLikeness(heading.words, question.words)));
  if (likeness < frame) return false;
  const few = Math.max(0, Math.min(1, (LARGE_PACK - size) / (LARGE_PACK - SMALL_PACK)));
  const isOfFew = likeness >= 1 - few * (1 - frame) && few > 0;
  return thingsOf(question.words, analyzer)
    .filter(
      (thing) =>
        !thing.words.every((word) => words.holds(entry, word)) &&
        !thing.same.some((concept) => concepts.holds(entry, concept)) &&
        !headings.some((heading) => isRepeatedIn(thing, heading)) &&
        !isPartly(thing, headings),
    )
    .some(
      (thing) =>
        hasSibling(thing, headings, analyzer.meantBy) ||
        (isOfFew &&
          !thing.drawers.some((concept) => concepts.holds(entry, concept)) &&
          rarityOfThing(thing, analyzer) >= SEEN_SELDOM),
    );
}

/** Whether headings name another thing of one kind with it, and not only the kind. */
const hasSibling = (
  { kin, same, drawers }: ConceptMention,
  headings: readonly EntryHeading[],
  meantBy: (words: readonly string[]) => readonly ConceptMention[],
): boolean =>
  kin.length > 0 &&
  headings.some((heading) =>
    meantBy(heading.words).some(
      (other) =>
        other.kin.some((one) => kin.includes(one)) &&
        !other.same.some((concept) => same.includes(concept) || drawers.includes(concept)),
    ),
  );

/** Whether a text says most of a heading in its order, function words too; all of it would only add to it. */
function isRepeated(heading: readonly string[], text: readonly string[], frame: number): boolean {
  return wordsInOrder(heading, text) < heading.length && frameLikeness(heading, text) >= frame;
}

const isRepeatedIn = ({ words }: ConceptMention, heading: EntryHeading): boolean =>
  words.every((word) => heading.words.some((other) => isSpelling(word, other)) || isWithin(word, heading));

/** Whether a word means a thing, or the class to which it belongs. */
const isNamedBy = ({ same, drawers }: ConceptMention, other: ConceptMention): boolean =>
  other.same.some((concept) => same.includes(concept) || drawers.includes(concept));

const isSpelling = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= SHORTEST_CORRECTED && editDistance(a, b, 1) <= 1);

/** Dictionaries cut text without spaces differently from sentence to sentence. */
const isWithin = (word: string, { stretches }: EntryHeading): boolean =>
  isUnspaced(word) && stretches.some((stretch) => stretch.includes(word));

/** In text without spaces, a word of which half is in a heading may be another cut of the same. */
const isPartly = ({ words }: ConceptMention, headings: readonly EntryHeading[]): boolean =>
  words.every(
    (word) =>
      isUnspaced(word) &&
      [...word].length > 1 &&
      [...word].filter((letter) => headings.some((heading) => isWithin(letter, heading))).length * 2 >=
        [...word].length,
  );
