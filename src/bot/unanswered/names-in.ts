import { isUnspaced } from '../../core/text/tokenize.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { NameKind } from './people.ts';
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
}

/** Which words are of a person's name or address by the lists of names, and by what is beside them. */
export function namesIn(words: readonly JudgedWord[], known: OrdinaryWords): (at: number) => boolean {
  const { people } = known;
  const kinds = words.map(({ text, isGap }) => (isGap ? undefined : people.kindOf(text)));
  const found = new Set(kinds.flatMap((kind, at) => (kind && !kind.isWord ? [at] : [])));
  const sure: ReadonlySet<number> = new Set(found);
  for (const [at, word] of words.entries())
    if (!word.isGap && isBesideName(at, word, { kinds, sure, words, known })) found.add(at);
  for (const at of unspacedNames(words, known)) found.add(at);
  for (const at of partsOfWords(words, known)) found.delete(at);
  for (const at of addresses(words, known)) found.add(at);
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
  if (people.isTitleBefore(before) && isMaybe && !isUnspaced(text)) return true;
  // One character, such as 总, is a title behind a family name only.
  if (people.isTitleBehind(behind) && (isFamily || (isMaybe && !ONE_HAN.test(behind)))) return true;
  const isBehindGiven = sure.has(at - 1) && kinds[at - 1]?.isGiven === true && kinds[at - 1]?.isBare === true;
  if (isBehindGiven && isMaybe && !isUnspaced(text)) return true;
  if (words[at - 1]?.isCalled === true && kinds[at] !== undefined) return true;
  // The first letter of a family name.
  if (sure.has(at - 1) && LETTER.test(text)) return true;
  // "Lenin twelve" is an address.
  if (sure.has(at - 1) && isNumber) return true;
  return kinds[at]?.isGiven === true && (sure.has(at + 1) || words[at + 1]?.isCalled === true);
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
  const isOfHouse = (at: number): boolean =>
    words[at] !== undefined && (words[at].isNumber || people.isHouse(words[at].text));
  return words.flatMap(({ text, isGap }, street) => {
    if (isGap) return [];
    if (people.isDwelling(text)) {
      const near = Array.from({ length: MOST_OF_ADDRESS }, (_, step) => street + 1 + step);
      const house = near.find((at) => words[at]?.isNumber);
      return house === undefined ? [] : near.filter((at) => at <= house && hasWeight(words[at]?.text ?? ''));
    }
    if (!people.isStreet(text)) return [];
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
