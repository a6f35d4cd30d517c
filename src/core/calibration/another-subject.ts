import type { LanguageIndex, Match } from '../index/language-index.ts';
import { missingNames } from '../ranking/features.ts';
import type { Ranked } from '../ranking/rank.ts';
import {
  BUT_FOR_A_WORD,
  COMMON_CASE,
  ENOUGH_IN_COMMON,
  LARGE_PACK,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  NAMING,
  SAID_WHOLE,
  SMALL_PACK,
} from './policy.ts';
import { mayBeSibling } from './sibling.ts';

/**
 * Whether a question may be about another subject than the entry that is nearest to it, however near it is: that entry
 * is offered, never given outright.
 */
export const mayBeAnotherSubject = (match: Match, first: Ranked, index: LanguageIndex): boolean =>
  maySwapSubject(match, first, index) || lacksNamedCase(match, first, index) || mayBeSibling(match, first, index);

/**
 * Whether a question may be about something else than a small pack, in its words: it is like a title or phrasing, but
 * names what no entry has in place of what that is about, and has little more in common with the entry.
 */
export function maySwapSubject(
  match: Pick<Match, 'words' | 'outOfVocabulary'>,
  { features }: Pick<Ranked, 'features'>,
  index: Pick<LanguageIndex, 'size' | 'phrasings'>,
): boolean {
  const { nearest, wordUnit, wordHeadingBack, conceptHeadingBack } = features;
  const isInPlace = nearest >= BUT_FOR_A_WORD && Math.max(wordHeadingBack, conceptHeadingBack) < SAID_WHOLE;
  return (
    isInPlace &&
    wordUnit * match.words.weight < ENOUGH_IN_COMMON * smallness(index) &&
    match.outOfVocabulary().length > 0
  );
}

/** 1 if neither other entries nor phrasings tell what is to be told apart, 0 if there are enough of either. */
function smallness({ size, phrasings }: Pick<LanguageIndex, 'size' | 'phrasings'>): number {
  const few = Math.max(0, Math.min(1, (LARGE_PACK - size) / (LARGE_PACK - SMALL_PACK)));
  return phrasings < LOCAL_FIT_FROM ? few : few * Math.max(0, 1 - phrasings / LOCAL_FIT_IN_FULL);
}

/**
 * Whether a question may be about another case than an entry, however alike they are otherwise: it names a country, a
 * year, a version or the like that the entry lacks, or writes a name that no entry has with a capital letter, in place
 * of what a title or phrasing says, or one that people seldom use beside it: "on Sunday" only adds to a question, "on
 * Hypixel" asks about another place. If phrasings are many, those tell how much that matters.
 */
export function lacksNamedCase(
  match: Pick<Match, 'words' | 'question' | 'unknownWords' | 'analyzer'>,
  { entry, features }: Pick<Ranked, 'entry' | 'features'>,
  index: Pick<LanguageIndex, 'size' | 'phrasings' | 'headingsOf'>,
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

/** Whether an entry may be about a case that it does not name. */
function goesWithoutSaying(
  name: string,
  { question, words, analyzer }: Pick<Match, 'words' | 'question' | 'analyzer'>,
  entry: number,
  index: Pick<LanguageIndex, 'size' | 'phrasings' | 'headingsOf'>,
): boolean {
  const kind = analyzer.caseKindOf(name);
  const isOfKind = (word: string) => analyzer.caseKindOf(word) === kind;
  // "In 2022 or 2023?" is about the one that the entry has.
  const isOneOfSeveral =
    kind !== 'country' && [...question.cases].some((other) => isOfKind(other) && words.holds(entry, other));
  if (isOneOfSeveral || index.phrasings < LOCAL_FIT_FROM) return isOneOfSeveral;
  // A pack with many phrasings names what it is about in many of them, and means it in the others.
  if (words.headingsWith(name) > COMMON_CASE * index.size * (1 + index.phrasings)) return true;
  // An entry whose phrasings name several countries or years is about any; other numbers are of many kinds.
  if (kind === 'number') return false;
  return new Set(index.headingsOf(entry).flatMap((heading) => heading.words.filter(isOfKind))).size > 1;
}
