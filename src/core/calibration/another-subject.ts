import type { EntryHeading } from '../index/entry-search.ts';
import type { LanguageIndex, Match } from '../index/language-index.ts';
import { missingNames } from '../ranking/features.ts';
import type { Ranked } from '../ranking/rank.ts';
import { type ConceptMention, rarityOfThing, thingsOf } from '../text/concepts.ts';
import { editDistance } from '../text/spelling.ts';
import { isUnspaced } from '../text/tokenize.ts';
import { frameLikeness, wordsInOrder } from './features.ts';
import {
  BUT_FOR_A_WORD,
  COMMON_CASE,
  ENOUGH_IN_COMMON,
  EVERYDAY,
  LARGE_PACK,
  LEAST_SUBJECT,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  NAMING,
  SAID_WHOLE,
  SAME_FRAME,
  SEEN_SELDOM,
  SMALL_PACK,
} from './policy.ts';
import { SHORTEST_CORRECTED } from './reading-policy.ts';

/** How many entries an index has, and how many phrasings each. */
type IndexSize = Pick<LanguageIndex, 'size' | 'phrasings'>;
type IndexHeadings = Pick<LanguageIndex, 'size' | 'phrasings' | 'headingsOf'>;

/**
 * Whether a question may be about another subject than the nearest entry, however similar they are. Such an entry is
 * offered, but never given as a direct answer.
 */
export const mayBeAnotherSubject = (match: Match, first: Ranked, index: LanguageIndex): boolean =>
  maySwapSubject(match, first, index) || lacksNamedCase(match, first, index) || mayBeSibling(match, first, index);

/**
 * Whether a question may be about something that a small pack does not cover, although it is phrased like an entry: it
 * resembles a title or phrasing, but names something that no entry has in place of the heading's subject, and has
 * little else in common with the entry.
 */
export function maySwapSubject(
  match: Pick<Match, 'words' | 'outOfVocabulary'>,
  { features }: Pick<Ranked, 'features'>,
  index: IndexSize,
): boolean {
  const { nearest, wordUnit, wordHeadingBack, conceptHeadingBack } = features;
  const isInPlace = nearest >= BUT_FOR_A_WORD && Math.max(wordHeadingBack, conceptHeadingBack) < SAID_WHOLE;
  return (
    isInPlace &&
    wordUnit * match.words.weight < ENOUGH_IN_COMMON * smallness(index) &&
    match.outOfVocabulary().length > 0
  );
}

/** From 1, with too few entries and phrasings to tell subjects apart, to 0, with enough of either. */
function smallness({ size, phrasings }: IndexSize): number {
  const few = Math.max(0, Math.min(1, (LARGE_PACK - size) / (LARGE_PACK - SMALL_PACK)));
  return phrasings < LOCAL_FIT_FROM ? few : few * Math.max(0, 1 - phrasings / LOCAL_FIT_IN_FULL);
}

/**
 * Whether a question may be about another case than an entry, however alike they are otherwise. Either it names a
 * country, a year, a version or the like that the entry lacks. Or it has a capitalised name that no entry has, in place
 * of a part of a title or phrasing, or in addition to it if the name is rare: "on Sunday" only adds to a question, "on
 * Hypixel" asks about another place. With many phrasings, the fitted weights decide how much that matters.
 */
export function lacksNamedCase(
  match: Pick<Match, 'words' | 'question' | 'unknownWords' | 'analyzer'>,
  { entry, features }: Pick<Ranked, 'entry' | 'features'>,
  index: IndexHeadings,
): boolean {
  const { question, unknownWords } = match;
  if (
    missingNames(match, entry).some((name) => question.cases.has(name) && !goesWithoutSaying(name, match, entry, index))
  )
    return true;
  if (index.phrasings >= LOCAL_FIT_FROM) return false;
  if (question.capitalised.size === 0) return false;
  const isInPlace = Math.max(features.wordHeadingBack, features.conceptHeadingBack) < SAID_WHOLE;
  return unknownWords().some(
    (word) => question.capitalised.has(word) && (isInPlace || match.analyzer.rarityOf(word) >= NAMING),
  );
}

/** Whether an entry may be about a case without naming it. */
function goesWithoutSaying(
  name: string,
  { question, words, analyzer }: Pick<Match, 'words' | 'question' | 'analyzer'>,
  entry: number,
  index: IndexHeadings,
): boolean {
  const kind = analyzer.caseKindOf(name);
  const isOfKind = (word: string) => analyzer.caseKindOf(word) === kind;
  // An entry for one of the years answers "In 2022 or 2023?".
  const isOneOfSeveral =
    kind !== 'country' && [...question.cases].some((other) => isOfKind(other) && words.holds(entry, other));
  if (isOneOfSeveral || index.phrasings < LOCAL_FIT_FROM) return isOneOfSeveral;
  // A pack with many phrasings names its usual case in many of them, and means it in all others, too.
  if (words.headingsWith(name) > COMMON_CASE * index.size * (1 + index.phrasings)) return true;
  // An entry whose phrasings name several countries or years is about any of them. Other numbers may be of different
  // kinds.
  if (kind === 'number') return false;
  return new Set(index.headingsOf(entry).flatMap((heading) => heading.words.filter(isOfKind))).size > 1;
}

type Asked = Pick<Match, 'question' | 'analyzer' | 'words' | 'concepts'>;

/**
 * Whether a question may be about a sibling of the entry's subject: it repeats a title or phrasing except for a thing
 * that none of them names ("may I bring my cat" for "May I bring my dog?"). Members who mean the entry seldom repeat
 * its wording with another thing in it. The more phrasings an entry has, the more it tells that none of them names the
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

/**
 * For an entry with few phrasings: whether the question repeats one of them, and names a thing that none of them does.
 */
function repeatsBut({ question, analyzer }: Asked, headings: readonly EntryHeading[], frame: number): boolean {
  if (!headings.some(({ words }) => isRepeated(words, question.words, frame))) return false;
  const asked = new Set(question.words);
  const things = thingsOf(question.words, analyzer);
  return !headings.some((heading) => {
    // Things that the heading names, except those that the question names in the same words.
    const others = analyzer.meantBy(heading.words).filter(({ words }) => !words.every((word) => asked.has(word)));
    return things.every((thing) => isRepeatedIn(thing, heading) || others.some((other) => isNamedBy(thing, other)));
  });
}

/**
 * For an entry with many phrasings: whether the question is like one of them, but names a thing that neither they nor
 * the answer mention. That counts in a pack of few entries, or if the entry is about another thing of the same
 * category. In a large pack, the other entries show how much such a thing matters.
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
        !isPartly(thing, headings, analyzer.weightOf),
    )
    .some(
      (thing) =>
        hasSibling(thing, headings, analyzer.meantBy) ||
        (isOfFew &&
          !thing.categoryNames.some((concept) => concepts.holds(entry, concept)) &&
          rarityOfThing(thing, analyzer) >= SEEN_SELDOM),
    );
}

/** Whether headings name another thing of the same category, and not only the category. */
const hasSibling = (
  { categories, same, categoryNames }: ConceptMention,
  headings: readonly EntryHeading[],
  meantBy: (words: readonly string[]) => readonly ConceptMention[],
): boolean =>
  categories.length > 0 &&
  headings.some((heading) =>
    meantBy(heading.words).some(
      (other) =>
        other.categories.some((one) => categories.includes(one)) &&
        !other.same.some((concept) => same.includes(concept) || categoryNames.includes(concept)),
    ),
  );

/**
 * Whether a text repeats most of a heading in its order, function words included. Repeating all of it would only be an
 * addition to it.
 */
function isRepeated(heading: readonly string[], text: readonly string[], frame: number): boolean {
  return wordsInOrder(heading, text) < heading.length && frameLikeness(heading, text) >= frame;
}

const isRepeatedIn = ({ words }: ConceptMention, heading: EntryHeading): boolean =>
  words.every((word) => heading.words.some((other) => isSpelling(word, other)) || isWithin(word, heading));

/** Whether two words mean the same thing, or one names the category of the other. */
const isNamedBy = ({ same, categoryNames }: ConceptMention, other: ConceptMention): boolean =>
  other.same.some((concept) => same.includes(concept) || categoryNames.includes(concept));

const isSpelling = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= SHORTEST_CORRECTED && editDistance(a, b, 1) <= 1);

/**
 * Dictionaries segment text without spaces differently from sentence to sentence, so a word is looked for in the text.
 */
const isWithin = (word: string, { stretches }: EntryHeading): boolean =>
  isUnspaced(word) && stretches.some((stretch) => stretch.includes(word));

/**
 * In text without spaces, a word may be segmented differently in a heading (丢了 for 丢), if the additional part has
 * little weight: 钢琴 is not a variant of 小提琴.
 */
const isPartly = (
  { words }: ConceptMention,
  headings: readonly EntryHeading[],
  weightOf: Match['analyzer']['weightOf'],
): boolean =>
  words.every((word) => {
    const others = [...word].filter((letter) => !headings.some((heading) => isWithin(letter, heading)));
    return isUnspaced(word) && others.length < [...word].length && others.every((letter) => weightOf(letter) < 1);
  });

/** A question, with the matches for it. */
type AskedSubject = Pick<Match, 'question' | 'analyzer'> & {
  readonly [index in 'words' | 'concepts']: Pick<Match[index], 'holds'>;
};

/**
 * Whether a question names its subject, so that it can be understood without its context: "who decided that" and "is
 * that still a thing" do not. A name does, and so does a rare word. Of other words there must be more than one if the
 * question also has a word such as "that".
 * @param entry the entry that is to answer the question
 */
export function namesSubject({ question, analyzer, words, concepts }: AskedSubject, entry: number): boolean {
  const { weightOf, conceptRarity, isPointing } = analyzer;
  if ([...question.names].some((name) => weightOf(name) > 0 && words.holds(entry, name))) return true;
  const held = [...new Set(question.concepts)]
    .filter((concept) => weightOf(concept) > EVERYDAY && concepts.holds(entry, concept))
    .map(conceptRarity);
  if (held.some((rarity) => rarity >= NAMING)) return true;
  const sum = held.reduce((total, rarity) => total + rarity ** 2, 0);
  return sum >= LEAST_SUBJECT && !(held.length === 1 && question.words.some(isPointing));
}
