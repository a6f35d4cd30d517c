import { keepLines, lineNumbers } from './line-numbers.ts';

/** Which of some grams stands at a place of a text. */
export interface GramFinder {
  /** False for most places where none of them begins: looked at before `of`, at a fraction of its cost. */
  readonly mayBegin: (text: string, at: number) => boolean;
  /** Its number; -1 for none. */
  readonly of: (text: string, from: number, to: number) => number;
}

const PLACES = 4096;
const placeOf = (first: number, second: number): number => (first * 61 + second) & (PLACES - 1);

/** @param grams none twice, none empty */
export function gramFinder(grams: readonly string[]): GramFinder {
  const { of } = lineNumbers(keepLines(grams));
  const beginnings = new Uint8Array(PLACES);
  for (const gram of grams) {
    if (gram.length > 1) beginnings[placeOf(gram.charCodeAt(0), gram.charCodeAt(1))] = 1;
    else for (let second = 0; second < PLACES; second++) beginnings[placeOf(gram.charCodeAt(0), second)] = 1;
  }
  return { mayBegin: (text, at) => beginnings[placeOf(text.charCodeAt(at), text.charCodeAt(at + 1))] === 1, of };
}
