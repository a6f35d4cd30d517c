import { isUnspaced } from '../../core/text/tokenize.ts';
import type { JudgedWord } from './names-in.ts';
import type { OrdinaryWords } from './ordinary-words.ts';

/** So many characters at most are a given name. */
const MOST_GIVEN = 2;
/** A name that sounds like one of another language falls into so many words at most. */
const MOST_PARTS = 5;
/** A name that is written by its sound has so many parts that no sentence needs. */
const LEAST_SOUNDS = 2;
const LETTER = /^\p{Script=Latin}$/u;
const ONE_HAN = /^\p{Script=Han}$/u;
/** A character twice, as children are called. */
const TWICE = /^(\p{Script=Han})\1$/u;

/** Parts of everyday words that look like names and fell apart, too: 班, 卓 and 琴. */
export function partsOfWords(words: readonly JudgedWord[], { people }: OrdinaryWords): Set<number> {
  const found = new Set<number>();
  for (const [at, { text }] of words.entries()) {
    let whole = text;
    for (let last = at + 1; last < at + MOST_PARTS && isUnspaced(words[last]?.text ?? ' '); last += 1) {
      whole += words[last]?.text ?? '';
      if (people.isWord(whole)) for (let part = at; part <= last; part += 1) found.add(part);
    }
  }
  return found;
}

/** Names in text without spaces, which fall apart, or are one word: 李 and 强, 小明. */
export function unspacedNames(words: readonly JudgedWord[], known: OrdinaryWords): number[] {
  const line = { words, known };
  return words.flatMap(({ text, isGap }, at) =>
    isGap || !isUnspaced(text)
      ? []
      : [
          ...ofFamily(line, at),
          ...wholeName(line, at),
          ...ofParts(line, at),
          ...nickname(line, at),
          ...called(line, at),
          ...inParts(line, at),
          ...bySound(line, at),
          ...behindName(line, at),
        ],
  );
}

interface Line {
  readonly words: readonly JudgedWord[];
  readonly known: OrdinaryWords;
}

/** A family name that means nothing else: what comes behind it is a given name, also if it means something. */
const isClear = ({ known: { people, isInPack, isOrdinary } }: Line, family: string): boolean =>
  people.isFamily(family) && !isInPack(family) && !isOrdinary(family, false);

/** No word that everybody says, and none that only looks like a name. */
const isUnknown = ({ known: { people } }: Line, { text, isOrdinary }: JudgedWord): boolean =>
  !isOrdinary && !people.isWord(text);

/** A family name and what is of the given name behind it. */
function ofFamily(line: Line, at: number): number[] {
  const { people } = line.known;
  const [family, first, second] = line.words.slice(at, at + 1 + MOST_GIVEN);
  if (!family || !first || first.isGap || !isFamilyOf(line, family, first)) return [];
  const name = people.isFamily(family.text) ? family.text : family.text.slice(-1);
  const isSure = name.length > 1 || isClear(line, name);
  // 王老师: the title stays. What looks like one may be in the middle of a name: 陆家豪.
  const isInside = isMiddle(line, first, second, isSure);
  if (people.isTitleBehind(first.text) && !isInside) return [at];
  if (first.text.length === MOST_GIVEN) return isGivenWord(line, first, isSure) ? [at, at + 1] : [];
  // "之" and "小" say little by themselves, but are in the middle of names.
  if (!isOfGiven(line, first, isSure)) {
    if (isMiddle(line, first, second, isSure)) return [at, at + 1, at + 2];
    // 魏来: what is needed elsewhere is a given name behind a common family name that is nothing else; 老孙 is a
    // name already.
    const isWhole = people.isTitleBefore(line.words[at - 1]?.text ?? '');
    return isSure && !isWhole && people.isNameWord(name) && ONE_HAN.test(first.text) ? [at, at + 1] : [];
  }
  return isSecond(line, second, isSure) ? [at, at + 1, at + 2] : [at, at + 1];
}

/** Two characters behind a family name. */
const isGivenWord = (line: Line, word: JudgedWord, isSure: boolean): boolean =>
  line.known.people.isGiven(word.text) ||
  isGlued(line, word) ||
  // Also a word that is in a dictionary, but that nobody needs: 汪大海.
  (isSure && !word.isOrdinary && line.known.people.isMadeOfGiven(word.text)) ||
  (isUnknown(line, word) && (isSure || line.known.people.isMadeOfGiven(word.text)));

const isOfGiven = (
  { known: { people, isNeeded, hasWeight } }: Line,
  { text, isOrdinary }: JudgedWord,
  isSure: boolean,
): boolean =>
  ONE_HAN.test(text) && hasWeight(text) && !isNeeded(text) && (isSure || !isOrdinary || people.isGivenPart(text));

const isMiddle = (line: Line, word: JudgedWord, next: JudgedWord | undefined, isSure: boolean): boolean =>
  line.known.people.isGivenPart(word.text) &&
  next !== undefined &&
  isOfGiven(line, next, isSure) &&
  line.known.people.isGivenPart(next.text);

function isSecond(line: Line, word: JudgedWord | undefined, isSure: boolean): boolean {
  if (!word || word.isGap) return false;
  if (word.text.length === MOST_GIVEN) return isGlued(line, word);
  return isOfGiven(line, word, isSure) && (!word.isOrdinary || line.known.people.isGivenPart(word.text));
}

/** Also at the end of a word that no list has, before a given name: the words around may be parted wrongly. */
function isFamilyOf(line: Line, word: JudgedWord, next: JudgedWord): boolean {
  const { people } = line.known;
  if (people.isFamily(word.text)) return true;
  const isEnd = word.text.length === 2 && isUnknown(line, word) && people.isFamily(word.text.slice(-1));
  return isEnd && people.isGivenPart(next.text) && isOfGiven(line, next, false);
}

/** The last character of a given name with a word behind it that needs nothing else: 纲 and 要. */
function isGlued(line: Line, word: JudgedWord): boolean {
  const { people, isNeeded } = line.known;
  return isUnknown(line, word) && people.isMadeOfGiven(word.text.slice(0, 1)) && isNeeded(word.text.slice(1));
}

/** A family name with a given name in one word, and a given name that says one character twice. */
function wholeName(line: Line, at: number): number[] {
  const { words, known } = line;
  const { people } = known;
  const word = words[at];
  if (!word || people.isWord(word.text)) return [];
  const familyLength = people.isFamily(word.text.slice(0, 2)) ? 2 : 1;
  const [family, given] = [word.text.slice(0, familyLength), word.text.slice(familyLength)];
  if (TWICE.test(word.text) && (people.isGivenPart(word.text.slice(0, 1)) || people.isFamily(word.text.slice(0, 1))))
    return [at];
  if (given === '' || given.length > MOST_GIVEN || !people.isFamily(family)) return [];
  const isGiven = people.isGiven(given) || (given.length > 1 && people.isMadeOfGiven(given));
  return isGiven || (!word.isOrdinary && isClear(line, family)) ? [at] : [];
}

/** A family name of two characters that fell apart, and what is of the given name behind it: 令, 狐 and 敏. */
function ofParts(line: Line, at: number): number[] {
  const parts = line.words.slice(at, at + 2 * MOST_GIVEN);
  const family = parts.slice(0, 2);
  if (family.length < 2 || !family.every(({ text, isGap }) => !isGap && ONE_HAN.test(text))) return [];
  if (!line.known.people.isFamily(family.map(({ text }) => text).join(''))) return [];
  const [first, second] = parts.slice(2);
  if (!first || first.isGap || !(isOfGiven(line, first, true) || isGivenWord(line, first, true))) return [at, at + 1];
  return first.text.length === 1 && isSecond(line, second, true) ? [at, at + 1, at + 2, at + 3] : [at, at + 1, at + 2];
}

/** A part of a name with what people are called by: 军 and 哥. */
function called({ words, known: { people, isNeeded } }: Line, at: number): number[] {
  const [{ text } = { text: '' }, next] = [words[at], words[at + 1]];
  if (!next || next.isGap || !ONE_HAN.test(text) || !people.isCallBehind(next.text)) return [];
  if (isNeeded(text) || people.isTitleBefore(text)) return [];
  return people.isFamily(text) || people.isGivenPart(text) ? [at, at + 1] : [];
}

/** 小 or 老 before a part of a name, in one word or two; it goes with the name. */
function nickname(line: Line, at: number): number[] {
  const { words, known } = line;
  const { people, isNeeded } = known;
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !people.isTitleBefore(word.text.slice(0, 1))) return [];
  const isCalled = (part: string): boolean =>
    (ONE_HAN.test(part) && !isNeeded(part) && (people.isFamily(part) || people.isGivenPart(part))) || LETTER.test(part);
  if (word.text.length === 2) return !people.isWord(word.text) && isCalled(word.text.slice(1)) ? [at] : [];
  if (word.text.length > 1 || !next || next.isGap || !isCalled(next.text)) return [];
  // Behind 阿, which means nothing by itself, any character is a name.
  const isSure = !isNeeded(word.text) || !next.isOrdinary || people.isFamily(next.text);
  return isSure && !people.isWord(word.text + next.text) ? [at, at + 1] : [];
}

/** A given name that fell into several words, which together are in the lists. */
function inParts(line: Line, at: number): number[] {
  const { words, known } = line;
  const { people, isNeeded } = known;
  const parts = words.slice(at, at + MOST_PARTS);
  for (let count = parts.length; count > 1; count -= 1) {
    const some = parts.slice(0, count);
    if (some.some((part) => part.isGap || isNeeded(part.text)) || some.every(({ text }) => text.length > 1)) continue;
    const whole = some.map(({ text }) => text).join('');
    const areRare = some.every((part) => ONE_HAN.test(part.text) && !part.isOrdinary && people.isGivenPart(part.text));
    if ((people.isGiven(whole) && !people.isWord(whole)) || (count === MOST_GIVEN && areRare))
      return some.map((_, step) => at + step);
  }
  return [];
}

/** A name that is written by its sound: characters that mean something else by themselves, 巴, 纳 and 比. */
function bySound({ words, known: { people, isNeeded } }: Line, at: number): number[] {
  const isSound = (one: number): boolean => {
    const word = words[one];
    return word !== undefined && !word.isGap && isUnspaced(word.text) && people.isMadeOfSounds(word.text);
  };
  if (isSound(at - 1)) return [];
  let end = at;
  while (isSound(end)) end += 1;
  const parts = words.slice(at, end);
  // Sentences need some of the characters.
  if (parts.filter(({ text }) => !isNeeded(text)).length < LEAST_SOUNDS) return [];
  return parts.map((_, step) => at + step);
}

/** A given name behind a family name of another language: 健一 behind 山田. */
function behindName({ words, known: { people } }: Line, at: number): number[] {
  const [name, word] = [words[at - 1], words[at]];
  if (!name || !word || name.isGap || word.opensClause || name.text.length < 2 || word.text.length !== 2) return [];
  const kind = people.kindOf(name.text);
  const isCalled = !word.isOrdinary && !people.isWord(word.text) && people.isMadeOfGiven(word.text);
  return kind && !kind.isWord && isCalled ? [at] : [];
}
