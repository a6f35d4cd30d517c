import { analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import type { ChatQuestion } from './find-questions.ts';

/** Replaces what may identify a person. */
const GAP = '…';

/** Removes what identifies people from texts that are shown. */
export interface Scrubber {
  /** A question with a gap for each personal number and address. */
  readonly question: (text: string, language: string) => string;
  /** Whether a word is in common use. */
  readonly isOrdinary: (word: string, language: string) => boolean;
}

/** People who must use a word before it counts as common. */
const LEAST_PEOPLE = 3;

/**
 * Words of what the group talks about: several people use them in questions, and they are in nobody's name.
 * @returns whether a word is one. It takes a stem, and the language's primary subtag.
 */
export function wordsOfAll(
  asked: readonly ChatQuestion[],
  people: ReadonlySet<string>,
  languages: ReadonlyMap<string, LanguageData>,
): (stem: string, base: string) => boolean {
  const found = new Map<string, ReadonlySet<string>>();
  for (const base of new Set(asked.map(({ language }) => baseOf(language)))) {
    const { read } = analyzer(languageOf(base, languages));
    const sayers = new Map<string, Set<string>>();
    for (const { text, author, language } of asked) {
      if (baseOf(language) !== base) continue;
      for (const word of read(text).words) sayers.set(word, (sayers.get(word) ?? new Set()).add(author));
    }
    for (const name of people) for (const word of read(name).words) sayers.delete(word);
    found.set(base, new Set([...sayers].flatMap(([word, { size }]) => (size >= LEAST_PEOPLE ? [word] : []))));
  }
  return (stem, base) => found.get(base)?.has(stem) === true;
}

/** Whether a scrubbed question lost nothing. */
export const isWhole = (scrubbed: string): boolean => scrubbed !== '' && !scrubbed.includes(GAP);

/** Mentions that notify people, with the comma after them; elsewhere they would not work. */
const PING = /(?:<@[!&]?\d+>|(?<![\p{L}\p{N}_])@(?:everyone|here|channel)\b)[,:]?[ \t]*/gu;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const HANDLE = /(?<![\p{L}\p{N}_/.])@[\p{L}\p{N}_.-]{2,}/gu;
/** Numbers such as those of telephones and cards; versions and dates are shorter. */
const LONG_NUMBER = /(?<![\p{L}\p{N}./:=_-])[+(]?\p{Nd}(?:[\s()./·–—-]{0,2}\p{Nd}){8,}(?![\p{L}\p{N}])/gu;
const WORD = /@?[\p{L}\p{M}\p{N}_'’.-]*[\p{L}\p{M}\p{N}_]/gu;
/** Most words of a name. */
const LONGEST_NAME = 4;

/**
 * An answer without the people in it: mentions are removed; names, handles, mail addresses and long numbers become
 * gaps. Links and other numbers stay, because people asked for them.
 */
export function withoutPeople(
  markdown: string,
  people: ReadonlySet<string>,
  isOrdinary: (word: string) => boolean,
): string {
  const plain = markdown.replace(PING, '').replace(MAIL, GAP).replace(LONG_NUMBER, GAP);
  return withoutNames(plain, people, isOrdinary).replace(HANDLE, GAP).trim();
}

function withoutNames(text: string, people: ReadonlySet<string>, isOrdinary: (word: string) => boolean): string {
  const words = [...text.matchAll(WORD)];
  let [rest, behind] = ['', 0];
  for (let at = 0; at < words.length; at++) {
    const start = words[at]?.index ?? 0;
    if (start < behind) continue;
    for (let length = LONGEST_NAME; length > 0; length--) {
      const last = words[at + length - 1];
      if (!last) continue;
      const end = last.index + last[0].length;
      const name = text.slice(start, end);
      const bare = name.replace(/^@/, '');
      const isSaid = bare !== name || length > 1 || !isOrdinary(bare);
      if (!people.has(bare) || !isSaid || bare.length < 2) continue;
      rest += `${text.slice(behind, start)}${GAP}`;
      behind = end;
      break;
    }
  }
  return rest + text.slice(behind);
}
