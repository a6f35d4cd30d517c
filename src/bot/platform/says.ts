import { phraseKey } from '../../core/text/normalize.ts';
import type { Phrasebook } from '../services.ts';
import { readCommand } from './command-text.ts';

/** Most words of a remark; a longer text says more than that. */
const MOST_WORDS = 7;

/** Whether a text says one of the phrases of a message in `locales/`, and little else, in any language. */
export function says(
  { languages, speak }: Phrasebook,
  key: 'says-wrong' | 'says-solved' | 'says-withdrawn',
  said: string,
): boolean {
  if (/[?？؟]/.test(said) || readCommand(said)) return false;
  if (phraseKey(said).split(' ').length > MOST_WORDS) return false;
  // Inside a longer clause such words are about something else: "what is wrong with my account".
  const clauses = said.split(PAUSE).map(phraseKey);
  return [...languages.keys()].some((tag) =>
    speak(tag)(key)
      .split('|')
      .some((phrase) => clauses.includes(phraseKey(phrase))),
  );
}

/** Separates clauses; an apostrophe is part of a word. */
const PAUSE = /[\n.,;:!…—–()。，、；：！،؛]+/u;
