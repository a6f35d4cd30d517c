import type { Analyzer } from './analyze.ts';
import type { AskingWords } from './language.ts';
import { patternOf, spacedWords } from './question-form.ts';
import { isUnspaced } from './tokenize.ts';

/** The classes by which texts ask, such as why or when: "how come" asks why, though "how" alone does not. */
export interface Asking {
  /**
   * A bit for each class by which something is asked, in the order of the language's list; 0 if nothing is, or if no
   * class is known. @param surface words as written (normalised)
   */
  readonly classesOf: (surface: readonly string[]) => number;
  /**
   * The same words asked by another class: "why was it banned" of "when was it banned".
   * @param turn any whole number from 0; another one takes another class.
   * @returns undefined if they ask by no class, or by several
   */
  readonly otherwise: (surface: readonly string[], turn: number) => AskedOtherwise | undefined;
}

export interface AskedOtherwise {
  readonly text: string;
  /** The bit of the class by which it asks. */
  readonly asking: number;
}

/** @param words default: no class is known. */
export function askingOf({ read }: Pick<Analyzer, 'read'>, words: AskingWords = {}): Asking {
  const classes = Object.values(words);
  const phrases = classes
    .flatMap((own, at) => own.map((phrase) => ({ pattern: patternOf(phrase, read), bit: 1 << at })))
    // Of two that fit at a place, the longer one says how it is asked.
    .sort((a, b) => b.pattern.length - a.pattern.length);
  const pattern = new RegExp(` (?:${phrases.map((one) => `(${one.pattern})`).join('|')})(?= )`, 'gu');
  const bitOf = (found: RegExpMatchArray): number =>
    phrases[found.findIndex((group, place) => place > 0 && group !== undefined) - 1]?.bit ?? 0;
  const foundIn = (said: string) => (phrases.length === 0 ? [] : [...said.matchAll(pattern)]);
  return {
    classesOf: (surface) => foundIn(spacedWords(surface)).reduce((all, found) => all | bitOf(found), 0),
    otherwise: (surface, turn) => {
      const said = spacedWords(surface);
      const [found, ...more] = foundIn(said);
      if (!found || more.length > 0) return undefined;
      const others = classes.flatMap((own, at) => (1 << at === bitOf(found) ? [] : [{ bit: 1 << at, phrase: own[0] }]));
      const other = others[turn % others.length];
      if (other?.phrase === undefined) return undefined;
      const start = found.index + 1;
      const rest = said.slice(found.index + found[0].length);
      return { text: unspaced(`${said.slice(0, start)}${other.phrase}${rest}`.trim()), asking: other.bit };
    },
  };
}

/** Without the spaces that `spacedWords` puts into text that is written without any. */
const unspaced = (text: string): string =>
  text.replace(/(\S) (?=\S)/gu, (both, before: string, at: number) =>
    isUnspaced(before) && isUnspaced(text[at + both.length] ?? '') ? before : both,
  );
