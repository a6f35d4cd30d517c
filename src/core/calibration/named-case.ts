import type { LanguageIndex, Match } from '../index/language-index.ts';
import { missingNames } from '../ranking/features.ts';
import type { Ranked } from '../ranking/rank.ts';
import { COMMON_CASE, LOCAL_FIT_FROM, NAMING, SAID_WHOLE } from './policy.ts';

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
