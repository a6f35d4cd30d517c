import type { LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import { ENOUGH_IN_COMMON, LARGE_PACK, LOCAL_FIT_FROM, LOCAL_FIT_IN_FULL, SAID_WHOLE, SMALL_PACK } from './policy.ts';

/**
 * Whether a question may be about something else than a small pack, in its words: it names what no entry has, leaves out what the
 * nearest title or phrasing is about, and has little more in common with the entry. In a larger pack, words weigh by what they tell apart there.
 */
export function maySwapSubject(match: Pick<Match, 'words' | 'unheard'>, { features }: Pick<Ranked, 'features'>, index: Pick<LanguageIndex, 'size' | 'phrasings'>): boolean {
  const { wordUnit, wordHeadingBack, conceptHeadingBack } = features;
  const isInPlace = Math.max(wordHeadingBack, conceptHeadingBack) < SAID_WHOLE;
  return isInPlace && wordUnit * match.words.weight < ENOUGH_IN_COMMON * smallness(index) && match.unheard().length > 0;
}

/** 1 where neither other entries nor phrasings tell what is to be told apart, 0 where there are enough of either. */
function smallness({ size, phrasings }: Pick<LanguageIndex, 'size' | 'phrasings'>): number {
  const few = Math.max(0, Math.min(1, (LARGE_PACK - size) / (LARGE_PACK - SMALL_PACK)));
  return phrasings < LOCAL_FIT_FROM ? few : few * Math.max(0, 1 - phrasings / LOCAL_FIT_IN_FULL);
}
