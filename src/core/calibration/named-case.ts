import type { LanguageIndex, Match } from '../index/language-index.ts';
import { missingNames } from '../ranking/features.ts';
import type { Ranked } from '../ranking/rank.ts';
import { COMMON_CASE, LOCAL_FIT_FROM, NAMING, SAID_WHOLE } from './policy.ts';

const DIGIT = /\p{Nd}/u;

/**
 * Whether a question may be about another case than an entry, however alike they are otherwise: it names a country, a
 * year, a version or the like that the entry lacks, or writes a name that no entry has with a capital letter, in place
 * of what a title or phrasing says, or one that people seldom use beside it: "on Sunday" only adds to a question, "on
 * Hypixel" asks about another place. If phrasings are many, those tell how much that matters.
 */
export function lacksNamedCase(
  match: Pick<Match, 'words' | 'question' | 'unknownWords' | 'analyzer'>,
  { entry, features }: Pick<Ranked, 'entry' | 'features'>,
  { size, phrasings }: Pick<LanguageIndex, 'size' | 'phrasings'>,
): boolean {
  const { question, unknownWords, words } = match;
  // A pack with many phrasings names what it is about in many of them, and means it in the others.
  const isCommon = (name: string) =>
    phrasings >= LOCAL_FIT_FROM && words.headingsWith(name) > COMMON_CASE * size * (1 + phrasings);
  // "In 2022 or 2023?" is about the one that the entry has.
  const isOneOfSeveral = (name: string) =>
    DIGIT.test(name) && [...question.cases].some((other) => DIGIT.test(other) && words.holds(entry, other));
  if (missingNames(match, entry).some((name) => question.cases.has(name) && !isCommon(name) && !isOneOfSeveral(name)))
    return true;
  if (phrasings >= LOCAL_FIT_FROM) return false;
  if (question.capitalised.size === 0) return false;
  const isInPlace = Math.max(features.wordHeadingBack, features.conceptHeadingBack) < SAID_WHOLE;
  return unknownWords().some(
    (word) => question.capitalised.has(word) && (isInPlace || match.analyzer.rarityOf(word) >= NAMING),
  );
}
