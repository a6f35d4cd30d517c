import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData } from '../../core/text/language.ts';
import { remember } from '../../core/text/remember.ts';
import { smallTalkRemover } from '../../core/text/small-talk.ts';
import { isUnspaced } from '../../core/text/tokenize.ts';
import { GAP, spelledAddress, withoutIdentifiers } from './identifiers.ts';
import { type OrdinaryWords, ordinaryWords } from './ordinary-words.ts';

/** Characters that are kept of a question. */
export const MOST_KEPT = 200;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * A function that gives a question as it may be kept: in lower case, without punctuation and small talk, with a gap for
 * every number, address and name, and for every word that could be one. Empty if too little is left to say what was
 * asked.
 */
export function readableForm(
  languages: ReadonlyMap<string, LanguageData>,
  ordinary = ordinaryWords(languages, () => false),
): (text: string, language: string) => string {
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
    const words = removeSmallTalk(scrubbed(withoutIdentifiers(text, spelled), known));
    return words.includes(GAP) && !words.some((word) => word !== GAP && known.hasWeight(word)) ? '' : joined(words);
  };
}

interface Word {
  readonly text: string;
  readonly isFirst: boolean;
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Numerals; one is an article as well. */
const NUMERAL = /^[〇零二三四五六七八九十两兩]/u;
const ONE_HAN = /^\p{Script=Han}$/u;
/** Characters of a given name behind a family name of one. */
const GIVEN = 2;

/** Words in lower case, with gaps in place of those that may be names. */
function scrubbed(text: string, { isOrdinary, isInPack, hasWeight, isNameToo, isOfNumber }: OrdinaryWords): string[] {
  const words = wordsIn(text);
  const isName = namesByCapitals(words, isInPack);
  const isNumber = longNumbers(words, isOfNumber, hasWeight);
  let given = 0;
  let isBehindGap = false;
  const kept = words.map(({ text: word }, at) => {
    const lower = word.toLowerCase();
    const isKept =
      word !== GAP &&
      !isName(at) &&
      !isNumber(at) &&
      !NUMERAL.test(word) &&
      isOrdinary(lower, isBehindGap) &&
      !(given > 0 && ONE_HAN.test(word) && hasWeight(lower));
    // If no space parts words, a name falls apart: the part behind its first character may mean something by itself.
    given = !isKept && ONE_HAN.test(word) ? (given > 0 ? given - 1 : GIVEN) : 0;
    isBehindGap = !isKept;
    return isKept ? lower : GAP;
  });
  // Before what may be a given name, or a title, such a character is a family name.
  return kept.map((word, at) => (ONE_HAN.test(word) && kept[at + 1] === GAP && isNameToo(word) ? GAP : word));
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
    if (isOfNumber(word)) run.push(at);
    else if (run.at(-1) !== at - 1 || hasWeight(word)) run = [];
    if (run.length > MOST_COUNTED) for (const one of run) found.add(one);
  }
  return (at) => found.has(at);
}

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let isFirst = true;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike || segment === GAP) words.push({ text: segment, isFirst });
    if (segment.trim() !== '') isFirst = !isWordLike && /^[.!?:\n"“«¿¡]$/u.test(segment);
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

/**
 * Spaces between words, none inside text that is written without; one gap for several, and no more whole words than
 * fit.
 */
function joined(words: readonly string[]): string {
  const isTight = (word: string): boolean => word === GAP || isUnspaced(word);
  let text = '';
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (word === GAP && before === GAP) continue;
    const isClose = before === undefined || (isTight(before) && isTight(word));
    const longer = isClose ? text + word : `${text} ${word}`;
    if (longer.length > MOST_KEPT) break;
    text = longer;
  }
  return text;
}
