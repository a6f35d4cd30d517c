import { simplify } from '../../core/text/chinese.ts';
import { baseOf } from '../../core/text/language.ts';
import { phraseKey } from '../../core/text/phrase-key.ts';

/** One question has one pin: case, punctuation, width and the script of Chinese do not count. */
export function keyOfPin(question: string, language: string): string {
  return `${baseOf(language)}/${wordsOfPin(question)}`;
}

/** The same whatever the language. */
export const wordsOfPin = (question: string): string => simplify(phraseKey(question));
