import type { LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import { lacksNamedCase } from './named-case.ts';
import {
  BUT_FOR_A_WORD,
  ENOUGH_IN_COMMON,
  LARGE_PACK,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
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
