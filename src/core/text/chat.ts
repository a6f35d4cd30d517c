import { LEAST_OF_A_CODE, MOST_BESIDE_THANKS } from '../calibration/policy.ts';
import type { Analyzer } from './analyze.ts';
import type { LanguageData } from './language.ts';
import { questionForm } from './question-form.ts';
import { smallTalkParter } from './small-talk.ts';

/**
 * Tells lines that ask nothing, so that no entry is worth offering: small talk with words that add nothing to it ("good
 * morning everyone", "solved, thanks"), a few words after thanks or laughter that are no question ("thanks that
 * worked"), and a sign or two ("+1").
 */
export function chatTeller({ read }: Pick<Analyzer, 'read'>, language: LanguageData): (text: string) => boolean {
  const saidIn = (list: readonly string[] = []) => list.map((phrase) => read(phrase).said);
  const asides = new Set(saidIn(language.asides).flat());
  const partClosings = smallTalkParter(saidIn(language.closings));
  const formOf = questionForm({ read }, language.questionWords);
  const isAfterThanks = (said: readonly string[]): boolean => {
    const { rest, smallTalk } = partClosings(said);
    const isFirst = smallTalk.length > 0 && rest[0] !== said[0];
    return isFirst && rest.length <= MOST_BESIDE_THANKS;
  };
  return (text) => {
    const { said, surface, smallTalk, isSmallTalk } = read(text);
    if (isSmallTalk || (smallTalk.length > 0 && surface.every((word) => asides.has(word)))) return true;
    if (!/\p{L}/u.test(text)) return said.join('').length < LEAST_OF_A_CODE;
    return isAfterThanks(said) && formOf(text) === undefined;
  };
}
