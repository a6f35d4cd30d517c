import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData } from '../../core/text/language.ts';
import { remember } from '../../core/text/remember.ts';
import { smallTalkRemover } from '../../core/text/small-talk.ts';
import { isUnspaced } from '../../core/text/tokenize.ts';

/** Characters that are kept of a question. */
export const MOST_KEPT = 200;

/** Of a name; text that is written without spaces has no end of a name to be seen. */
const LETTER = '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{M}_-])';

/**
 * What may tell who somebody is, in the order in which it is taken out. Rather too much goes than too little: these texts are read
 * by moderators and kept.
 */
const IDS = [
  // Mentions, channels, custom emoji and times as platforms write them.
  /<[@#:a-z][^<>\s]*>/giu,
  /[a-z][a-z0-9+.-]*:\/\/\S+/giu,
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}@<>,;:，、。；：]+@[^\s@,;:，、。；：!?！？]+/gu,
  /@[^\s@,，、。:：;；!?！？()（）]+/gu,
  // Addresses without a scheme. Some names of programs look like them.
  /(?<![\p{L}\p{N}])(?:[a-z0-9_-]+\.)+(?:com|org|net|edu|gov|info|app|dev|xyz|(?!js|ts)[a-z]{2})(?![a-z0-9])(?:\/\S*)?/giu,
  /[^\s#]+#\p{Nd}{4}(?!\p{Nd})/gu,
  // Numbers in groups, as of telephones and cards, ...
  new RegExp(`(?<!${LETTER}|\\p{Nd})[+(]?\\p{Nd}(?:[\\s().,/·_–—-]{0,3}\\p{Nd}){5,}`, 'gu'),
  // ... and whatever has four digits or more: names with numbers, keys, years.
  new RegExp(`(?:${LETTER}*\\p{Nd}){4}(?:${LETTER}|\\p{Nd})*`, 'gu'),
];

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** A function that gives a question as it may be kept: without ids and small talk, in lower case, no punctuation; may be empty. */
export function readableForm(languages: ReadonlyMap<string, LanguageData>): (text: string, language: string) => string {
  const removerOf = remember((tag: string) => {
    const language = languages.get(tag);
    return language ? smallTalkRemover(smallTalkOf(language, languages)) : (words: readonly string[]) => [...words];
  });
  return (text, language) => joined(removerOf(language)(wordsOf(withoutIds(text))));
}

function withoutIds(text: string): string {
  // Signs that nobody sees could part a number.
  const plain = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '');
  return IDS.reduce((rest, id) => rest.replace(id, ' '), plain);
}

/** A script that is written from another has no small talk of its own. */
function smallTalkOf({ smallTalk, writtenFrom }: LanguageData, languages: ReadonlyMap<string, LanguageData>): string[][] {
  const convert = writtenFrom ? scriptConverter(writtenFrom) : (words: string) => words;
  const borrowed = writtenFrom ? (languages.get(writtenFrom.language)?.smallTalk ?? []) : [];
  return [...smallTalk, ...borrowed.map(convert)].map(wordsOf);
}

const wordsOf = (text: string): string[] => [...segmenter.segment(text.toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/** Spaces between words, none inside text that is written without; no more whole words than fit. */
function joined(words: readonly string[]): string {
  let text = '';
  for (const word of words) {
    const longer = text === '' || (isUnspaced(text.slice(-1)) && isUnspaced(word)) ? text + word : `${text} ${word}`;
    if (longer.length > MOST_KEPT) break;
    text = longer;
  }
  return text;
}
