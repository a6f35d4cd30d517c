import { LEAST_OF_A_CODE, MOST_BESIDE_THANKS } from '../calibration/policy.ts';
import type { TextReader } from './analyze.ts';
import type { LanguageData } from './language.ts';
import { questionForm } from './question-form.ts';

/** A text, parted into small talk and the rest. */
export interface Parted {
  /** All other words; the whole text if it is only small talk, as a pack may have an entry for a greeting. */
  readonly rest: readonly string[];
  /** Greetings and politeness, in order. */
  readonly smallTalk: readonly string[];
  /** Whether the text is only small talk. */
  readonly isAll: boolean;
}

/** Laughter is shortened, however long it is: "hahahaha" and "hahah" become "haha", and 哈哈 becomes 哈. */
const LAUGHTER = /^(\p{L}{1,3}?)\1+(\p{L}{0,2})$/u;

const shortened = (word: string): string => {
  const [, part = '', end = ''] = LAUGHTER.exec(word) ?? [];
  if (part === '' || !part.startsWith(end)) return word;
  return part.length === 1 ? part : part + part;
};

/** A function that removes greetings and politeness ("hey bot, please …"). */
export const smallTalkRemover = (
  phrases: readonly (readonly string[])[],
): ((words: readonly string[]) => readonly string[]) => {
  const part = smallTalkParter(phrases);
  return (words) => part(words).rest;
};

/** A function that separates greetings and politeness from the rest. */
export function smallTalkParter(phrases: readonly (readonly string[])[]): (words: readonly string[]) => Parted {
  const known = new Set(phrases.map((words) => words.map(shortened).join(' ')));
  // Number of words of the longest phrase that begins with a word. Most words begin none.
  const longest = new Map<string, number>();
  for (const [first = '', ...more] of phrases)
    longest.set(shortened(first), Math.max(longest.get(shortened(first)) ?? 0, 1 + more.length));
  return (words) => {
    const read = words.map(shortened);
    const [rest, smallTalk]: [string[], string[]] = [[], []];
    for (let at = 0; at < words.length; ) {
      const most = longest.get(read[at] ?? '');
      const length = most === undefined ? 0 : matchAt(read, at, most, known);
      if (length === 0) rest.push(words[at] ?? '');
      else smallTalk.push(words.slice(at, at + length).join(' '));
      at += Math.max(1, length);
    }
    return rest.length > 0
      ? { rest, smallTalk, isAll: false }
      : { rest: words, smallTalk: [], isAll: words.length > 0 };
  };
}

function matchAt(words: readonly string[], at: number, longest: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    if (known.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/**
 * Recognises texts that ask nothing, so that no entry is offered for them: small talk with words that add nothing
 * ("good morning everyone", "solved, thanks"), a few words after thanks or laughter that are no question ("thanks that
 * worked"), and a sign or two ("+1").
 */
export function chatTeller({ read }: TextReader, language: LanguageData): (text: string) => boolean {
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
