import { phraseKey } from '../../core/text/phrase-key.ts';
import { type Notice, plainReply } from '../answers/reply.ts';
import { languageFor } from '../conversation/choose-language.ts';
import type { Incoming } from '../conversation/incoming.ts';
import type { Services } from '../services.ts';
import type { Press } from './buttons.ts';
import { readCommand } from './command-text.ts';

/** Words of a remark: more say something of their own. */
const MOST_WORDS = 7;

/**
 * Offers anyone who says in reply that an answer is wrong to note that; a platform does so once for each answer.
 * @param vote on that answer, as a button of the platform
 */
export async function voteOffer(
  services: Services,
  { person, place, text, locale }: Pick<Incoming, 'person' | 'place' | 'text' | 'locale'>,
  vote: Press,
): Promise<Notice> {
  const community = await services.communities.of(place);
  const language = await languageFor(services, community, { person: services.hash(person), text, locale });
  return plainReply(language, services.speak(language)('wrong-offer'), [{ label: '👎', ...vote }]);
}

/** Whether somebody says that an answer was wrong, and little else, in any language. */
export function saysWrong({ languages, speak }: Pick<Services, 'languages' | 'speak'>, said: string): boolean {
  if (/[?？؟]/.test(said) || readCommand(said)) return false;
  const key = ` ${phraseKey(said)} `;
  if (key.trim().split(' ').length > MOST_WORDS) return false;
  return [...languages.keys()].some((tag) =>
    speak(tag)('says-wrong')
      .split('|')
      .some((phrase) => isIn(key, phraseKey(phrase))),
  );
}

/** Whole words, if a script parts them. */
function isIn(said: string, phrase: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(phrase))
    return said.trim().startsWith(phrase) || said.trim().endsWith(phrase);
  // One word alone may be part of anything: what is wrong with my account.
  return phrase.includes(' ') ? said.includes(` ${phrase} `) : said.trim() === phrase;
}
