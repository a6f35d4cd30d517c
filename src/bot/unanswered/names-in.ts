import { isUnspaced } from '../../core/text/tokenize.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { NameKind } from './people.ts';

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
}

/** Which words are of a person's name or address by the lists of names, and by what is beside them. */
export function namesIn(words: readonly JudgedWord[], known: OrdinaryWords): (at: number) => boolean {
  const { people } = known;
  const kinds = words.map(({ text, isGap }) => (isGap ? undefined : people.kindOf(text)));
  const found = new Set(kinds.flatMap((kind, at) => (kind && !kind.isWord ? [at] : [])));
  const sure: ReadonlySet<number> = new Set(found);
  for (const [at, word] of words.entries())
    if (!word.isGap && isBesideName(at, word, { kinds, sure, words, known })) found.add(at);
  for (const at of [...unspacedNames(words, known), ...addresses(words, known)]) found.add(at);
  return (at) => found.has(at);
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
  const { people, isNeeded } = known;
  const [before, behind] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? ''];
  const isFamily = people.isFamily(text) && text.length === 1;
  if (isNeeded(text) && !isFamily) return false;
  const isMaybe = kinds[at] !== undefined || !isOrdinary;
  if (people.isTitleBefore(before) && (isMaybe || isFamily)) return true;
  if (people.isTitleBehind(behind) && (isMaybe || isFamily)) return true;
  const isBehindGiven = sure.has(at - 1) && kinds[at - 1]?.isGiven === true && kinds[at - 1]?.isBare === true;
  if (isBehindGiven && isMaybe && !isUnspaced(text)) return true;
  if (words[at - 1]?.isCalled === true && kinds[at] !== undefined) return true;
  // "Lenin twelve" is an address.
  if (sure.has(at - 1) && isNumber) return true;
  return kinds[at]?.isGiven === true && (sure.has(at + 1) || words[at + 1]?.isCalled === true);
}

/** So many characters at most are a given name. */
const MOST_GIVEN = 2;
const ONE_HAN = /^\p{Script=Han}$/u;

/** Names in text without spaces, which fall apart, or are one word: 李 and 强, 小明. */
function unspacedNames(words: readonly JudgedWord[], { people, hasWeight }: OrdinaryWords): number[] {
  return words.flatMap(({ text, isOrdinary, isGap }, at) => {
    if (isGap || !isUnspaced(text)) return [];
    const [family, given] = [text.slice(0, 1), text.slice(1)];
    if (given !== '' && given.length <= MOST_GIVEN && !isOrdinary && people.isFamily(family))
      return people.isGiven(given) || (given.length > 1 && people.isMadeOfGiven(given)) ? [at] : [];
    if (!people.isFamily(text)) return [];
    const next = words.slice(at + 1, at + 1 + MOST_GIVEN);
    const [first, second] = next;
    const isOfGiven = (word: JudgedWord | undefined): boolean =>
      word !== undefined &&
      ONE_HAN.test(word.text) &&
      hasWeight(word.text) &&
      (!word.isOrdinary || people.isMadeOfGiven(word.text));
    if (first && !first.isGap && first.text.length <= MOST_GIVEN && first.text.length > 1)
      return people.isGiven(first.text) || (!first.isOrdinary && people.isMadeOfGiven(first.text)) ? [at, at + 1] : [];
    if (!isOfGiven(first)) return [];
    return isOfGiven(second) ? [at, at + 1, at + 2] : [at, at + 1];
  });
}

/** Words between a street and the number of a house. */
const MOST_BETWEEN = 2;

/** A street with a number: the words of both, and what is between them or before. */
function addresses(words: readonly JudgedWord[], { people, hasWeight }: OrdinaryWords): number[] {
  const isOfHouse = (at: number): boolean =>
    words[at] !== undefined && (words[at].isNumber || people.isHouse(words[at].text));
  return words.flatMap(({ text, isGap }, street) => {
    if (isGap || !people.isStreet(text)) return [];
    const near = Array.from({ length: MOST_BETWEEN + 1 }, (_, between) => between + 1);
    const after = near.find((step) => isOfHouse(street + step));
    const before = near.find((step) => isOfHouse(street - step));
    const areOfName = (from: number, to: number): boolean =>
      words.slice(from, to).every((word) => word.isGap || hasWeight(word.text));
    if (after !== undefined && areOfName(street + 1, street + after)) {
      const first = after === 1 && street > 0 && hasWeight(words[street - 1]?.text ?? '') ? street - 1 : street;
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
