import { oneLine } from '../../core/entry/markdown-words.ts';
import type { Detection } from '../../core/language/detect.ts';
import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import { clausesOf, questionForm } from '../../core/text/question-form.ts';
import { remember } from '../../core/text/remember.ts';
import { sentencesOf } from '../../core/text/tokenize.ts';
import { commonest } from '../import/gather.ts';
import type { Chat } from './message.ts';

/** Tells languages, questions and statements of messages. */
export interface MessageReader {
  /** The most frequent language of a chat. */
  readonly usualIn: (chat: Chat) => string;
  /** A BCP 47 tag. @param usual the language of the messages around it */
  readonly languageOf: (text: string, usual: string) => string;
  /**
   * The question in a text, on one line; undefined if there is none, or if it is unclear without what was said before.
   */
  readonly questionIn: (text: string, language: string) => string | undefined;
  /** Whether a text has enough words for an answer, and asks nothing. */
  readonly isStatement: (text: string, language: string) => boolean;
  readonly isThanks: (text: string) => boolean;
}

export interface ReadingOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly detect: (text: string) => Detection;
  /** A BCP 47 tag, for chats that do not show their language. */
  readonly defaultLanguage: string;
  /** The language of all texts. Default: each text's own is recognised. */
  readonly language?: string;
  readonly isThanks: (text: string) => boolean;
}

/** Messages from which a chat's language is told. */
const SAMPLE = 500;
/** Characters from which a text's language is told. */
const SAMPLE_LENGTH = 300;
/** Characters of a question; longer ones tell a story. */
const LONGEST = 200;
/** Words that say something: a question with fewer depends on what was said before. */
const LEAST_SAID = 2;
/** Fewest words of an answer. */
const LEAST_WORDS = 4;

export function createReading({
  languages,
  detect,
  defaultLanguage,
  language: given,
  isThanks,
}: ReadingOptions): MessageReader {
  const rulesOf = remember((base: string) => {
    const language = languageOf(base, languages);
    const reading = analyzer(language);
    return { reading, formOf: questionForm(reading, language.questionWords) };
  });
  const sureOf = (text: string): string | undefined => {
    const { languages: found, sure } = detect(text.slice(0, SAMPLE_LENGTH));
    return sure ? found[0] : undefined;
  };
  return {
    usualIn: ({ messages }) =>
      given ?? commonest(messages.slice(0, SAMPLE).flatMap(({ text }) => sureOf(text) ?? [])) ?? defaultLanguage,
    languageOf: (text, usual) => {
      if (given !== undefined) return given;
      const { languages: found, sure, isUnspoken } = detect(text.slice(0, SAMPLE_LENGTH));
      const [first = usual] = found;
      return !isUnspoken && (sure || !found.includes(usual)) ? first : usual;
    },
    questionIn: (text, language) => {
      const { reading, formOf } = rulesOf(baseOf(language));
      if (formOf(text) === undefined) return undefined;
      const asking = sentencesOf(text, language).filter((sentence) => formOf(sentence) !== undefined);
      const said = asking.map((sentence) => oneLine(withoutGreeting(sentence, reading))).join(' ');
      const all = oneLine(text);
      return [said, all].find((one) => one.length <= LONGEST && saidIn(one, reading) >= LEAST_SAID);
    },
    isStatement: (text, language) => {
      const { reading, formOf } = rulesOf(baseOf(language));
      return formOf(text) === undefined && reading.read(text).surface.length >= LEAST_WORDS;
    },
    isThanks,
  };
}

const saidIn = (text: string, { read, weightOf }: Analyzer): number =>
  new Set(read(text).words.filter((word) => weightOf(word) > 0)).size;

/** "How do I …" of "Hi all, how do I …". */
function withoutGreeting(sentence: string, reading: Analyzer): string {
  const [first, ...rest] = clausesOf(sentence);
  if (first === undefined || rest.length === 0 || !reading.read(first).isSmallTalk) return sentence;
  const behind = sentence.slice(sentence.indexOf(first) + first.length).replace(/^[\s\p{P}]+/u, '');
  return withoutGreeting(
    behind.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    reading,
  );
}
