import { isUnspaced } from '../../core/text/tokenize.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { NameKind } from './people.ts';
import { besideAnd, namesByPlace } from './places.ts';
import { partsOfWords, unspacedNames } from './unspaced-names.ts';

/** A word of a question, as it is judged by itself. */
export interface JudgedWord {
  /** In lower case. */
  readonly text: string;
  /** A gap stays one. */
  readonly isGap: boolean;
  /** A gap in place of a name. */
  readonly isCalled: boolean;
  /** Everybody says it. */
  readonly isOrdinary: boolean;
  readonly isNumber: boolean;
  /** A sentence, or a part of one, begins with it. */
  readonly opensClause: boolean;
  /** A hyphen joins it to the word before. */
  readonly isJoined: boolean;
}

/** Which words are of a person's name or address by the lists of names, and by what is beside them. */
export function namesIn(words: readonly JudgedWord[], known: OrdinaryWords): (at: number) => boolean {
  const { people } = known;
  const kinds = words.map(({ text, isGap }) => (isGap ? undefined : people.kindOf(text)));
  const found = new Set(kinds.flatMap((kind, at) => (kind && !kind.isWord ? [at] : [])));
  const byPlace = namesByPlace(words, known);
  for (const at of byPlace) found.add(at);
  for (const at of besideAnd(words, found, known)) found.add(at);
  const sure: ReadonlySet<number> = new Set(found);
  for (const [at, word] of words.entries())
    if (!word.isGap && isBesideName(at, word, { kinds, sure, words, known })) found.add(at);
  for (const at of joinedTo(found, words)) found.add(at);
  for (const at of unspacedNames(words, known)) found.add(at);
  for (const at of partsOfWords(words, known)) if (!byPlace.has(at)) found.delete(at);
  for (const at of addresses(words, known)) found.add(at);
  return (at) => found.has(at);
}

/** A word between two names of a person has so many letters at most: "der". */
const MOST_OF_PARTICLE = 3;

/** Names that belong to another one: behind a hyphen or before one, and between two as in "van der Berg". */
function joinedTo(found: ReadonlySet<number>, words: readonly JudgedWord[]): number[] {
  const isName = (at: number): boolean => found.has(at) || words[at]?.isCalled === true;
  return words.flatMap(({ text, isGap, isJoined, isOrdinary }, at) => {
    if (isJoined && isName(at) !== isName(at - 1)) return [at - 1, at];
    const isBetween = !isGap && !isOrdinary && text.length <= MOST_OF_PARTICLE;
    return isBetween && isName(at - 1) && isName(at + 1) ? [at] : [];
  });
}

interface Line {
  readonly words: readonly JudgedWord[];
  readonly kinds: readonly (NameKind | undefined)[];
  /** Names by themselves. */
  readonly sure: ReadonlySet<number>;
  readonly known: OrdinaryWords;
}

function isBesideName(
  at: number,
  { text, isOrdinary, isNumber }: JudgedWord,
  { words, kinds, sure, known }: Line,
): boolean {
  const { people, isNeeded, isFrequent } = known;
  const [before, behind] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? ''];
  const isFamily = people.isFamily(text) && text.length === 1;
  if (isNeeded(text) && !isFamily) return false;
  const isMaybe = kinds[at] !== undefined || !isOrdinary;
  if (people.isTitleBefore(before) && isMaybe && !isUnspaced(text)) return true;
  // One character, such as 总, is a title behind a family name, what looks like a given one, and other letters only.
  const isSureTitle = !ONE_HAN.test(behind) || !isUnspaced(text) || (text.length > 1 && people.isMadeOfGiven(text));
  const isOneBeforeTitle = ONE_HAN.test(text) && !ONE_HAN.test(behind);
  if (people.isTitleBehind(behind) && (isFamily || isOneBeforeTitle || (isMaybe && isSureTitle))) return true;
  const isBehindGiven = sure.has(at - 1) && kinds[at - 1]?.isGiven === true && kinds[at - 1]?.isBare === true;
  const isSaid = kinds[at] === undefined && isFrequent(text);
  if (isBehindGiven && isMaybe && !isSaid && !isUnspaced(text)) return true;
  const isName = (one: number): boolean => sure.has(one) || words[one]?.isCalled === true;
  if (words[at - 1]?.isCalled === true && kinds[at] !== undefined) return true;
  // The first letter of a family name.
  if (isName(at - 1) && LETTER.test(text)) return true;
  // "Lenin twelve" is an address.
  if (sure.has(at - 1) && isNumber) return true;
  return kinds[at]?.isGiven === true && isName(at + 1);
}

/** Of a script that has capital letters. */
const LETTER = /^\p{Ll}$/u;
const ONE_HAN = /^\p{Script=Han}$/u;

/** Words between a street and the number of a house. */
const MOST_BETWEEN = 2;
/** Words between "lives" and the number of a house, or of the house and a street behind it. */
const MOST_OF_ADDRESS = 4;

/** A street with a number: the words of both, and what is between them or before. */
function addresses(words: readonly JudgedWord[], { people, hasWeight }: OrdinaryWords): number[] {
  const isHouse = (at: number): boolean => words[at]?.isGap === false && people.isHouse(words[at].text);
  /** Also a letter: "block c". */
  const isCount = (at: number): boolean =>
    words[at]?.isNumber === true ||
    people.isNumberedHouse(words[at]?.text ?? '') ||
    (isHouse(at - 1) && LETTER.test(words[at]?.text ?? ''));
  const isOfHouse = (at: number): boolean => isCount(at) || (isHouse(at) && (isCount(at + 1) || isOfHouse(at - 1)));
  /** The words before "street" are its name; a part of it may be one character. */
  const firstOfStreet = (street: number): number => {
    const isOfName = (at: number): boolean => at >= 0 && hasWeight(words[at]?.text ?? '');
    if (!isOfName(street - 1)) return street;
    return isOfName(street - 2) && ONE_HAN.test(words[street - 2]?.text ?? '') ? street - 2 : street - 1;
  };
  return words.flatMap(({ text, isGap }, street) => {
    if (isGap) return [];
    if (people.isDwelling(text)) {
      const near = Array.from({ length: MOST_OF_ADDRESS }, (_, step) => street + 1 + step);
      const house = near.find((at) => words[at]?.isNumber);
      return house === undefined ? [] : near.filter((at) => at <= house && hasWeight(words[at]?.text ?? ''));
    }
    // "Block c, number nine".
    if (isHouse(street) && isOfHouse(street) && !isOfHouse(street - 1)) {
      const all = range(street, lastOfHouse(street, isOfHouse));
      return all.filter(isHouse).length > 1 ? all : [];
    }
    if (!people.isStreet(text)) return [];
    const near = Array.from({ length: MOST_BETWEEN + 1 }, (_, between) => between + 1);
    const after = near.find((step) => isOfHouse(street + step));
    const before = near.find((step) => isOfHouse(street - step));
    const areOfName = (from: number, to: number): boolean =>
      words.slice(from, to).every((word) => word.isGap || hasWeight(word.text));
    // "Calle del Sol".
    const isLinked = after !== undefined && after > 2 && !areOfName(street + 1, street + 2);
    if (after !== undefined && areOfName(street + (isLinked ? 2 : 1), street + after)) {
      const first = after === 1 ? firstOfStreet(street) : street;
      return range(first, lastOfHouse(street + after, isOfHouse));
    }
    if (before === undefined || !areOfName(street - before + 1, street)) return [];
    const first = firstOfHouse(street - before, isOfHouse);
    return range(first, street);
  });
}

function lastOfHouse(at: number, isOfHouse: (at: number) => boolean): number {
  return isOfHouse(at + 1) ? lastOfHouse(at + 1, isOfHouse) : at;
}

function firstOfHouse(at: number, isOfHouse: (at: number) => boolean): number {
  return isOfHouse(at - 1) ? firstOfHouse(at - 1, isOfHouse) : at;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step).filter((at) => at >= 0);
