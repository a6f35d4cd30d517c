import type { LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import { lacksNamedCase } from './named-case.ts';
import { mayBeSibling } from './sibling.ts';
import { maySwapSubject } from './swapped-subject.ts';

/**
 * Whether a question may be about another subject than the entry that is nearest to it, however near it is: that entry
 * is offered, never given outright.
 */
export const mayBeAnotherSubject = (match: Match, first: Ranked, index: LanguageIndex): boolean =>
  maySwapSubject(match, first, index) || lacksNamedCase(match, first, index) || mayBeSibling(match, first, index);
