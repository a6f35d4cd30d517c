import SearchableMap from 'minisearch/SearchableMap';
import {
  LEAST_OF_A_COMPOUND,
  LEAST_SYLLABLES_OF_A_COMPOUND,
  LONGEST_COMPOUND,
  MOST_OF_A_COMPOUND,
  SHORTEST_CORRECTED,
  TWO_MISTAKES_FROM,
} from '../calibration/reading-policy.ts';
import { remember } from './remember.ts';
import { gramSize, isUnspaced } from './tokenize.ts';

/** Most unknown words whose correction is cached. */
const MOST_STRANGE = 500;

/**
 * A function that corrects a misspelt word to a known one.
 * @param words known words with their frequencies
 * @returns the word itself if it is known or too short, or if no known word is similar
 */
export function speller(
  words: ReadonlyMap<string, number>,
  isKnown: (word: string) => boolean,
): (word: string) => string {
  let tree: SearchableMap<number> | undefined;
  const correct = remember((word) => {
    tree ??= treeOf(words);
    return swapped(words, word) ?? nearest(tree, word) ?? word;
  }, MOST_STRANGE);
  return (word) =>
    word.length < SHORTEST_CORRECTED || isUnspaced(word) || /\d/.test(word) || isKnown(word) ? word : correct(word);
}

/** The most frequent known word that two swapped letters make. They count as one mistake. */
function swapped(counts: ReadonlyMap<string, number>, word: string): string | undefined {
  const others = Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  );
  return others.filter((other) => counts.has(other)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}

function treeOf(counts: ReadonlyMap<string, number>): SearchableMap<number> {
  const tree = new SearchableMap<number>();
  for (const [word, count] of counts)
    if (word.length >= SHORTEST_CORRECTED - 1 && !isUnspaced(word)) tree.set(word, count);
  return tree;
}

function nearest(known: SearchableMap<number>, word: string): string | undefined {
  const most = word.length >= TWO_MISTAKES_FROM ? 2 : 1;
  let best: { word: string; distance: number; count: number } | undefined;
  for (const [other, [count, distance]] of known.fuzzyGet(word, most)) {
    const same = best !== undefined && distance === best.distance;
    if (best === undefined || distance < best.distance || (same && count > best.count))
      best = { word: other, distance, count };
  }
  return best?.word;
}

/**
 * Levenshtein's distance in code points.
 * @param most greatest distance of interest: for a greater one, any number above `most` may be returned, which saves
 * time. Default: none
 */
export function editDistance(from: string, to: string, most = Number.POSITIVE_INFINITY): number {
  const [a, b] = [[...from], [...to]];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Most mistakes in a name that is still recognised. */
const MOST_MISTAKES = 3;

/** The name that somebody probably meant: with at most three mistakes, in less than half of its letters. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(MOST_MISTAKES, word.length / 2) ? near.name : undefined;
}

/** The words of an index's entries. All functions take normalised words. */
export interface Vocabulary {
  /** Whether entries have a word, in any form. */
  readonly has: (word: string) => boolean;
  /** Whether one of their texts has two adjacent words. */
  readonly hasPair: (first: string, second: string) => boolean;
  /** Whether a word is spelt correctly although no entry has it. */
  readonly isUsual: (word: string) => boolean;
  /** Whether a word is a content word. */
  readonly hasWeight: (word: string) => boolean;
  /** The Latin name in entries that sounds like a word in another script, if that word is nothing else. */
  readonly nameOf: (word: string) => string | undefined;
}

const DIGIT_FIRST = /^\p{Nd}/u;
const DIGIT_LAST = /\p{Nd}$/u;

/**
 * Spells a question's words as entries do: "claim blocks" as claimblocks, 6700xt as "6700 xt", each also the other way
 * round, and биос as bios.
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

/** @param word that no entry has */
function otherWords(word: string, entries: Vocabulary): readonly string[] {
  const name = entries.nameOf(word);
  if (name !== undefined) return [name];
  const isWhole = entries.isUsual(word) || isUnspaced(word) || word.length > LONGEST_COMPOUND;
  const [cut, ...more] = isWhole ? [] : cutsOf(word, entries, MOST_OF_A_COMPOUND);
  return cut && more.length === 0 ? cut : [word];
}

/** All ways to split a word into words that are adjacent in entries. @param most parts */
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

/** The longest word of entries that the first words make together. */
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

/**
 * Whether a word may be split here: always between letters and digits, never inside a number, and else not too near its
 * ends.
 */
function mayPart(left: string, right: string): boolean {
  if (left === '' || isUnspaced(left) || isUnspaced(right)) return false;
  const [before, after] = [DIGIT_LAST.test(left), DIGIT_FIRST.test(right)];
  return before === after ? !before && [left, right].every(isLong) : true;
}

const isLong = (part: string): boolean =>
  part.length >= (gramSize(part) <= 2 ? LEAST_SYLLABLES_OF_A_COMPOUND : LEAST_OF_A_COMPOUND);
