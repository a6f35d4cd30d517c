import { phraseKey } from '../../core/text/normalize.ts';
import type { Services } from '../services.ts';
import { readCommand } from './command-text.ts';

/** Words of a remark: more say something of their own. */
const MOST_WORDS = 7;

/** Whether somebody says one of a message's phrases, and little else, in any language. @param key of the message */
export function says(
  { languages, speak }: Pick<Services, 'languages' | 'speak'>,
  key: 'says-wrong' | 'says-solved' | 'says-withdrawn',
  said: string,
): boolean {
  if (/[?？؟]/.test(said) || readCommand(said)) return false;
  if (phraseKey(said).split(' ').length > MOST_WORDS) return false;
  // Such words inside a longer clause are about something else: what is wrong with my account.
  const clauses = said.split(PAUSE).map(phraseKey);
  return [...languages.keys()].some((tag) =>
    speak(tag)(key)
      .split('|')
      .some((phrase) => clauses.includes(phraseKey(phrase))),
  );
}

/** Between clauses. An apostrophe is within a word. */
const PAUSE = /[\n.,;:!…—–()。，、；：！،؛]+/u;
