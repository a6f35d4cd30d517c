import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData } from '../../core/text/language.ts';
import { remember } from '../../core/text/remember.ts';
import { smallTalkRemover } from '../../core/text/small-talk.ts';
import { isUnspaced } from '../../core/text/tokenize.ts';
import { GAP, spelledAddress, withoutIdentifiers } from './identifiers.ts';
import { type JudgedWord, namesIn } from './names-in.ts';
import { type OrdinaryWords, ordinaryWords } from './ordinary-words.ts';

/** Characters that are kept of a question. */
export const MOST_KEPT = 200;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** A question as it may be kept: words in lower case, with gaps. */
export interface Readable {
  readonly words: readonly string[];
  /** Those of the words that are in no list at all: they may be kept if several people use them. */
  readonly unlisted: ReadonlySet<string>;
  /** Those that are written with a sign that nobody sees between letters, as Persian's are. Default: none. */
  readonly written?: ReadonlyMap<string, string> | undefined;
}

/**
 * A function that gives a question as it may be kept: in lower case, without punctuation and small talk, with a gap for
 * every number, address and name. No words if too little is left to say what was asked.
 */
export function readableForm(
  languages: ReadonlyMap<string, LanguageData>,
  ordinary = ordinaryWords(languages, () => false),
): (text: string, language: string) => Readable {
  const rulesOf = remember((tag: string) => {
    const language = languages.get(tag);
    const removeSmallTalk = language
      ? smallTalkRemover(smallTalkOf(language, languages))
      : (words: readonly string[]) => [...words];
    return { removeSmallTalk, spelled: language?.addressWords && spelledAddress(language.addressWords) };
  });
  return (text, language) => {
    const { removeSmallTalk, spelled } = rulesOf(language);
    const known = ordinary(language);
    const { words, unlisted } = scrubbed(withoutIdentifiers(text, spelled), known);
    const rest = removeSmallTalk(words);
    return { words: saysAnything(rest, known) ? rest : [], unlisted, written: partedWords(text) };
  };
}

/** Words of parts, by what they are without the sign between them. */
const PARTED = /[\p{L}\p{M}]+(?:\u200c[\p{L}\p{M}]+)+/gu;
const partedWords = (text: string): ReadonlyMap<string, string> =>
  new Map(
    (text.normalize('NFKC').toLowerCase().match(PARTED) ?? []).map((word) => [word.replaceAll('\u200c', ''), word]),
  );

/** Whether words with gaps say what was asked. */
const saysAnything = (words: readonly string[], { hasWeight }: OrdinaryWords): boolean =>
  !words.includes(GAP) || words.some((word) => word !== GAP && hasWeight(word));

interface Word {
  readonly text: string;
  /** A sentence begins with it. */
  readonly isFirst: boolean;
  /** A part of a sentence begins with it. */
  readonly opensClause: boolean;
  /** A hyphen joins it to the word before. */
  readonly isJoined: boolean;
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Between parts of a sentence. */
const PAUSE = /^[.!?:;,()"“”«»¿¡、。，；：！？،؟؛–—\n]$/u;
/** Numerals; one is an article as well. */
const NUMERAL = /^[〇零二三四五六七八九十两兩]/u;
const ONE_NUMERAL = /^[〇零一二三四五六七八九十两兩]$/u;
const ONE_HAN = /^\p{Script=Han}$/u;
/** Characters of a given name behind a family name of one. */
const GIVEN = 2;

/** Words in lower case, with gaps in place of names and numbers, and those of the others that no list has. */
function scrubbed(text: string, known: OrdinaryWords): Readable {
  const words = wordsIn(text);
  const judged = judge(words, known);
  const isName = namesIn(judged, known);
  const kept = judged.map(({ text: word, isGap }, at) => (isGap || isName(at) ? GAP : word));
  // Before what may be a given name, or a title, such a character is a family name.
  const whole = kept.map((word, at) =>
    ONE_HAN.test(word) && kept[at + 1] === GAP && mayBeFamily(word, known) ? GAP : word,
  );
  const unlisted = judged.filter(({ isGap, isOrdinary }) => !isGap && !isOrdinary).map(({ text: word }) => word);
  return { words: whole, unlisted: new Set(unlisted) };
}

const mayBeFamily = (word: string, { people, isNameToo, isNeeded }: OrdinaryWords): boolean =>
  isNameToo(word) || (people.isFamily(word) && !isNeeded(word));

/** Each word by itself: what is a gap whatever is beside it, and what everybody says. */
function judge(words: readonly Word[], known: OrdinaryWords): JudgedWord[] {
  const { isOrdinary, isInPack, hasWeight, isNameToo, isNeeded, isOfNumber } = known;
  const isCapitalName = namesByCapitals(words, isInPack);
  const isLongNumber = longNumbers(words, isOfNumber, hasWeight);
  let given = 0;
  let isBehindGap = false;
  return words.map(({ text, opensClause, isJoined }, at) => {
    const word = text.toLowerCase();
    const isCalled = isCapitalName(at) || (word.length > 1 && isNameToo(word) && !isNeeded(word));
    const isGap =
      text === GAP ||
      isCalled ||
      isLongNumber(at) ||
      NUMERAL.test(text) ||
      // If no space parts words, a name falls apart: the part behind its first character may mean something by itself.
      (given > 0 && ONE_HAN.test(text) && hasWeight(word));
    given = isGap && ONE_HAN.test(text) && !NUMERAL.test(text) ? (given > 0 ? given - 1 : GIVEN) : 0;
    const judged = {
      text: isGap ? GAP : word,
      isGap,
      isCalled,
      isOrdinary: !isGap && isOrdinary(word, isBehindGap),
      isNumber: text === GAP || isOfNumber(word) || ONE_NUMERAL.test(text) || NUMERAL.test(text),
      opensClause,
      isJoined,
    };
    isBehindGap = isGap;
    return judged;
  });
}

/** So many number words in a row are no count, but somebody's number. */
const MOST_COUNTED = 2;

/** Which words are of a number that is spelled out, digit by digit or in groups, which an "and" may join. */
function longNumbers(
  words: readonly Word[],
  isOfNumber: (word: string) => boolean,
  hasWeight: (word: string) => boolean,
): (at: number) => boolean {
  const found = new Set<number>();
  let run: number[] = [];
  for (const [at, { text }] of words.entries()) {
    const word = text.toLowerCase();
    if (isOfNumber(word)) {
      // "Twenty three" is a number like one in digits.
      if (run.at(-1) === at - 1) for (const one of [at - 1, at]) found.add(one);
      run.push(at);
    } else if (run.at(-1) !== at - 1 || hasWeight(word)) run = [];
    if (run.length > MOST_COUNTED) for (const one of run) found.add(one);
  }
  return (at) => found.has(at);
}

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let [isFirst, opensClause, isJoined] = [true, true, false];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike || segment === GAP) words.push({ text: segment, isFirst, opensClause, isJoined });
    isJoined = segment === '-';
    if (segment.trim() === '') continue;
    isFirst = !isWordLike && /^[.!?:\n"“«¿¡]$/u.test(segment);
    opensClause = PAUSE.test(segment);
  }
  return words;
}

/**
 * Which words a capital letter makes a name: inside a sentence, or before another such one. If most have one, it tells
 * nothing.
 */
function namesByCapitals(words: readonly Word[], isInPack: (word: string) => boolean): (at: number) => boolean {
  const isCapital = words.map(({ text }) => CAPITAL.test(text) && !isInPack(text.toLowerCase()));
  const isStyle = words.filter(({ text }) => CAPITAL.test(text)).length * 2 > words.length;
  const isName = words.map(
    ({ isFirst }, at) =>
      isCapital[at] === true &&
      !isStyle &&
      (!isFirst || (isCapital[at + 1] === true && words[at + 1]?.isFirst === false)),
  );
  return (at) => isName[at] === true;
}

/** A script that is written from another has no small talk of its own. */
function smallTalkOf(
  { smallTalk, writtenFrom }: LanguageData,
  languages: ReadonlyMap<string, LanguageData>,
): string[][] {
  const convert = writtenFrom ? scriptConverter(writtenFrom) : (words: string) => words;
  const borrowed = writtenFrom ? (languages.get(writtenFrom.language)?.smallTalk ?? []) : [];
  return [...smallTalk, ...borrowed.map(convert)].map((phrase) =>
    wordsIn(phrase).map(({ text }) => text.toLowerCase()),
  );
}

/** A question's text with a gap for each word that no list has. @param isKept which of those stay. Default: none. */
export function textOf(
  { words, unlisted, written }: Readable,
  known: OrdinaryWords,
  isKept: (word: string) => boolean = () => false,
): string {
  const shown = words.map((word) => (unlisted.has(word) && !isKept(word) ? GAP : word));
  return saysAnything(shown, known) ? joined({ words: shown, written }) : '';
}

/**
 * Spaces between words, none inside text that is written without; one gap for several, and no more whole words than
 * fit.
 */
export function joined({ words, written }: Pick<Readable, 'words' | 'written'>): string {
  const isTight = (word: string): boolean => word === GAP || isUnspaced(word);
  let text = '';
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (word === GAP && before === GAP) continue;
    const isClose = before === undefined || (isTight(before) && isTight(word));
    const shown = written?.get(word) ?? word;
    const longer = isClose ? text + shown : `${text} ${shown}`;
    if (longer.length > MOST_KEPT) break;
    text = longer;
  }
  return text;
}
