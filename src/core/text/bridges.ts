import {
  LEAST_OF_A_COMPOUND,
  LEAST_SYLLABLES_OF_A_COMPOUND,
  LONGEST_COMPOUND,
  MOST_OF_A_COMPOUND,
} from '../calibration/reading-policy.ts';
import { remember } from './remember.ts';
import { gramSize, isUnspaced } from './tokenize.ts';

/** Words that entries have, and what is known of others. Takes words as written (normalised). */
export interface Vocabulary {
  /** Whether entries have a word in any form. */
  readonly has: (word: string) => boolean;
  /** Whether one of their lines has two words side by side. */
  readonly hasPair: (first: string, second: string) => boolean;
  /** Whether a word is right although no entry has it. */
  readonly isUsual: (word: string) => boolean;
  /** Whether a word says something, and not only how others belong together. */
  readonly hasWeight: (word: string) => boolean;
  /** The entries' Latin name that a word in other letters sounds like, if it is nothing else. */
  readonly nameOf: (word: string) => string | undefined;
}

/** Strange words that are remembered with what they were taken for. */
const MOST_STRANGE = 500;
const DIGIT_FIRST = /^\p{Nd}/u;
const DIGIT_LAST = /\p{Nd}$/u;

/**
 * Reads a question's words as entries write them: "claim blocks" as claimblocks and 6700xt as "6700 xt", each also the
 * other way round, and биос as bios.
 */
export function bridger(entries: Vocabulary): (words: readonly string[]) => readonly string[] {
  const readStrange = remember((word: string) => otherWords(word, entries), MOST_STRANGE);
  const readAlone = (word: string) => (entries.has(word) ? [word] : readStrange(word));
  return (words) => {
    const found: string[] = [];
    for (let at = 0; at < words.length; ) {
      const joined = joinedOf(words.slice(at, at + MOST_OF_A_COMPOUND), entries);
      found.push(...(joined ? [joined.word] : readAlone(words[at] ?? '')));
      at += joined?.length ?? 1;
    }
    return found;
  };
}

/** @param word one that no entry has. */
function otherWords(word: string, entries: Vocabulary): readonly string[] {
  const name = entries.nameOf(word);
  if (name !== undefined) return [name];
  const isWhole = entries.isUsual(word) || isUnspaced(word) || word.length > LONGEST_COMPOUND;
  const [cut, ...more] = isWhole ? [] : cutsOf(word, entries, MOST_OF_A_COMPOUND);
  return cut && more.length === 0 ? cut : [word];
}

/** All ways to part a word into words that entries have side by side. @param most parts */
function cutsOf(word: string, entries: Vocabulary, most: number): (readonly string[])[] {
  if (most < 2) return [];
  const letters = [...word];
  return letters.flatMap((_, at) => {
    const [left, right] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    if (!mayPart(left, right)) return [];
    const first = writtenIn(entries, left);
    if (first === undefined) return [];
    const last = writtenIn(entries, right);
    const rests = [...(last === undefined ? [] : [[last]]), ...cutsOf(right, entries, most - 1)];
    return rests.flatMap((rest) => (entries.hasPair(first, rest[0] ?? '') ? [[first, ...rest]] : []));
  });
}

const writtenIn = ({ has, nameOf }: Vocabulary, word: string): string | undefined => (has(word) ? word : nameOf(word));

/** The longest word of entries that the first of some words are. */
function joinedOf(
  words: readonly string[],
  entries: Vocabulary,
): { readonly word: string; readonly length: number } | undefined {
  for (let length = words.length; length > 1; length--) {
    const parts = words.slice(0, length);
    const word = parts.every(entries.hasWeight) && mayJoin(parts) ? wholeOf(parts, entries) : undefined;
    if (word !== undefined) return { word, length };
  }
  return undefined;
}

function wholeOf(parts: readonly string[], { has, hasPair, hasWeight, nameOf }: Vocabulary): string | undefined {
  const whole = parts.join('');
  const isApart = () => parts.slice(1).some((part, at) => hasPair(parts[at] ?? '', part));
  if (has(whole)) return !hasWeight(whole) || isApart() ? undefined : whole;
  return parts.some(has) ? undefined : nameOf(whole);
}

const mayJoin = (parts: readonly string[]): boolean =>
  parts.slice(1).every((part, at) => mayPart(parts[at] ?? '', part));

/** Between letters and digits anywhere, inside a number nowhere, and else not so near an end that it is by chance. */
function mayPart(left: string, right: string): boolean {
  if (left === '' || isUnspaced(left) || isUnspaced(right)) return false;
  const [before, after] = [DIGIT_LAST.test(left), DIGIT_FIRST.test(right)];
  return before === after ? !before && [left, right].every(isLong) : true;
}

const isLong = (part: string): boolean =>
  part.length >= (gramSize(part) <= 2 ? LEAST_SYLLABLES_OF_A_COMPOUND : LEAST_OF_A_COMPOUND);
