import { phraseKey } from '../../core/text/phrase-key.ts';
import type { Services } from '../services.ts';

/** Words of a remark: more say something of their own. */
const MOST_WORDS = 7;

/** Whether somebody says that an answer was wrong, and little else, in any language. */
export function saysWrong({ languages, speak }: Pick<Services, 'languages' | 'speak'>, said: string): boolean {
  if (/[?？؟]/.test(said)) return false;
  const key = ` ${phraseKey(said)} `;
  if (key.trim().split(' ').length > MOST_WORDS) return false;
  return [...languages.keys()].some((tag) =>
    speak(tag)('says-wrong')
      .split('|')
      .some((phrase) => isIn(key, phraseKey(phrase))),
  );
}

/** Whole words, where a script parts them. */
function isIn(said: string, phrase: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(phrase))
    return said.trim().startsWith(phrase) || said.trim().endsWith(phrase);
  // One word alone may be part of anything: what is wrong with my account.
  return phrase.includes(' ') ? said.includes(` ${phrase} `) : said.trim() === phrase;
}
