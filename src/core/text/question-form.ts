import { LONGEST_CLAUSE, MOST_CLAUSES } from '../calibration/reading-policy.ts';
import type { Analyzer, TextReader } from './analyze.ts';
import type { AskingWords, QuestionWords } from './language.ts';
import { isUnspaced } from './tokenize.ts';

/** The end of a clause, except between digits, as in `1.20` or `14:30`. */
const CLAUSE_END = /(?:(?!(?<=\p{Nd})[.,:٫٬](?=\p{Nd}))[.!?;,:…\n。！？；，：؟،؛、])+/u;
/** Sentences that end with a question mark. */
const QUESTION = /[^.!?;…\n。！？；؟]+[?？؟]/gu;
const QUESTION_MARK = /[?？؟]/u;

/** The end of a sentence, except inside a number or a URL. */
const SENTENCE_END = /[.!?…]+(?=[\s\p{P}]|$)|[\n。！？؟]+/u;

/** Sentences as written, without the punctuation after them. */
const sentencesIn = (text: string): string[] => text.split(SENTENCE_END).filter((sentence) => sentence.trim() !== '');

/** Clauses as written, without the punctuation between them. */
export const clausesOf = (text: string): string[] => text.split(CLAUSE_END).filter((clause) => clause.trim() !== '');

export const firstClauses = (text: string): string[] => clausesOf(text).slice(0, MOST_CLAUSES);

/** The first few sentences that are questions. */
export const questionsIn = (text: string): string[] =>
  QUESTION_MARK.test(text) ? (text.match(QUESTION) ?? []).slice(0, MOST_CLAUSES) : [];

/** The form of a question: open ("since when?"), or one for yes or no. */
export type QuestionForm = 'open' | 'yes-no';

/** A question mark at the end of a sentence (not inside a URL), or a Spanish opening mark. */
const MARK = /[?？؟](?=[\s\p{P}\p{S}]|$)|¿/u;
/** With laughter, even a sentence with a question mark is only a remark. */
const LAUGHTER = /[😂🤣😹😆🙄🤡💀]/u;

/** A sentence's form, and what it says about the sentence before. */
interface SentenceForm {
  /** Undefined for statements, and for questions about opinions. */
  readonly form: QuestionForm | undefined;
  /** Whether it mocks the question before it: "teach? you can barely teach yourself". */
  readonly isRhetoric: boolean;
  /** Whether it answers the question before it: "Yes, three evenings". */
  readonly isAnswer: boolean;
}

/**
 * A function that recognises a question and its form, by words or punctuation. Undefined for small talk and statements,
 * and for questions that ask for no fact: opinions, rhetoric, and those that answer themselves.
 * @param questionWords Default: only punctuation shows a question
 */
export function questionForm(
  { read }: TextReader,
  questionWords: QuestionWords = {},
): (text: string) => QuestionForm | undefined {
  const formIn = sentenceReader({ read }, questionWords);
  return (text) => {
    const { isSmallTalk, surface } = read(text);
    if (isSmallTalk || surface.length === 0) return undefined;
    const sentences = sentencesWithMarks(text).map(formIn);
    if (isAnsweredByItself(sentences)) return undefined;
    const asked = sentences.filter(({ form }) => form !== undefined).filter((one) => !isTakenBack(one, sentences));
    return asked.find(({ form }) => form === 'open')?.form ?? asked[0]?.form;
  };
}

/** Whether a question is followed by its own answer, and the text does not end with another question. */
const isAnsweredByItself = (sentences: readonly SentenceForm[]): boolean =>
  sentences.some(({ isAnswer }, at) => isAnswer && sentences[at - 1]?.form !== undefined) &&
  sentences.at(-1)?.form === undefined;

/**
 * Whether rhetoric takes a question back. Only a yes-or-no question may be rhetorical: one that is open by its words is
 * meant seriously.
 */
function isTakenBack(one: SentenceForm, sentences: readonly SentenceForm[]): boolean {
  if (one.form !== 'yes-no') return false;
  const after = sentences.slice(sentences.indexOf(one) + 1);
  return after.some(({ isRhetoric, form }) => isRhetoric && form === undefined);
}

/** Sentences as written, with the punctuation after them. */
const sentencesWithMarks = (text: string): string[] => {
  const starts = sentencesIn(text);
  let from = 0;
  return starts.map((sentence, at) => {
    const begin = text.indexOf(sentence, from);
    from = begin + sentence.length;
    const next = starts[at + 1];
    return text.slice(begin, next === undefined ? undefined : text.indexOf(next, from));
  });
};

/** A function that reads a sentence with the punctuation after it. */
function sentenceReader({ read }: TextReader, words: QuestionWords): (sentence: string) => SentenceForm {
  const listed = (list: readonly string[]) => `(?:${list.map((phrase) => patternOf(phrase, read)).join('|')})`;
  const start = (list?: readonly string[]) => (list ? new RegExp(`^ ${listed(list)} `, 'u') : NEVER);
  const part = (list?: readonly string[]) => (list ? new RegExp(` ${listed(list)} `, 'u') : NEVER);
  const [first, begins, afterComma] = [start(words.first), start(words.begins), start(words.afterComma)];
  const tellsFirst = start(words.unless?.first);
  const [anywhere, within, tells] = [part(words.anywhere), part(words.within), part(words.unless?.anywhere)];
  const [opinions, rhetoric] = [part(words.opinions), part(words.rhetoric)];
  const ends = words.ends ? new RegExp(` ${listed(words.ends)} $`, 'u') : NEVER;
  const answers = words.answers ? new RegExp(`^ ${listed(words.answers)} $`, 'u') : NEVER;
  const lead = words.lead ? new RegExp(`^ ${listed(words.lead)}(?= )`, 'u') : NEVER;
  const isTold = (said: string) => tells.test(said) || startsOf(said, lead).some((one) => tellsFirst.test(one));
  const formOf = (said: string, isFirst: boolean): QuestionForm | undefined => {
    const isBegunBy = (pattern: RegExp) => startsOf(said, lead).some((one) => pattern.test(one));
    if ((isFirst && isBegunBy(first)) || anywhere.test(said)) return 'open';
    const isYesNo = (isFirst && isBegunBy(begins)) || isBegunBy(afterComma) || ends.test(said) || within.test(said);
    return isYesNo ? 'yes-no' : undefined;
  };
  return (sentence) => {
    const forms: (QuestionForm | undefined)[] = [];
    let [isFirst, isOpinion, isRhetoric] = [true, false, false];
    const clauses = clausesOf(sentence);
    for (const clause of clauses.filter(({ length }) => length <= LONGEST_CLAUSE)) {
      const { surface, said, isSmallTalk } = read(clause);
      if (isSmallTalk) continue;
      // With and without small talk, as politeness may be the question itself: "does anyone know".
      const both = [spacedWords(surface), spacedWords(said)];
      const asksPeople = both.some((one) => opinions.test(one));
      const isMocking = both.some((one) => rhetoric.test(one));
      isOpinion ||= asksPeople || isMocking;
      isRhetoric ||= isMocking || (surface.length > 0 && LAUGHTER.test(sentence));
      if (!asksPeople && !isMocking && !both.some(isTold)) forms.push(...both.map((one) => formOf(one, isFirst)));
      isFirst &&= both.some((one) => startsOf(one, lead).includes(' '));
    }
    const isAnswer = answers.test(spacedWords(read(clauses[0] ?? '').said));
    const isMarked = MARK.test(sentence);
    const open = forms.find((form) => form === 'open');
    // "No, not unless ..." is a statement, even if it contains question words.
    const yesNo = (isMarked && !isOpinion) || (forms.includes('yes-no') && (isMarked || !isAnswer));
    return { form: open ?? (yesNo ? 'yes-no' : undefined), isRhetoric, isAnswer };
  };
}

const NEVER = /(?!)/u;

/** Words between spaces. In text without spaces, each character counts as one. */
const spacedWords = (words: readonly string[]): string =>
  ` ${words.flatMap((word) => (isUnspaced(word) ? [...word] : [word])).join(' ')} `;

/** A pattern for a phrase of whole words. A hyphen means the rest of a word, three dots any words. */
const patternOf = (phrase: string, read: Analyzer['read']): string =>
  phrase
    .split(/(…)| /)
    .filter((part) => part)
    .map((part) => (part === '…' ? '(?:\\S+ )*' : `${wordPattern(part, read)} `))
    .join('')
    .trim();

const wordPattern = (part: string, read: Analyzer['read']): string =>
  `${part.startsWith('-') ? '\\S*' : ''}${spacedWords(read(part).said).trim()}${part.endsWith('-') ? '\\S*' : ''}`;

/** A clause, and what is left of it without words that may come before a question. */
function startsOf(said: string, lead: RegExp): string[] {
  const [before] = lead.exec(said) ?? [];
  return before === undefined ? [said] : [said, ...startsOf(said.slice(before.length), lead)];
}

/** The classes of what questions ask for, such as why or when: "how come" asks why, though "how" alone does not. */
export interface Asking {
  /**
   * The classes of a text's question as bits, in the order of the language's list; 0 for none.
   * @param surface words as written (normalised)
   */
  readonly classesOf: (surface: readonly string[]) => number;
  /**
   * The question as one of another class: "why was it banned" for "when was it banned".
   * @param turn selects the class; a whole number from 0
   * @returns undefined if the words are of no class, or of several
   */
  readonly otherwise: (surface: readonly string[], turn: number) => AskedOtherwise | undefined;
}

export interface AskedOtherwise {
  readonly text: string;
  /** The bit of the new class. */
  readonly asking: number;
}

/** @param words Default: no class is recognised */
export function askingOf({ read }: TextReader, words: AskingWords = {}): Asking {
  const classes = Object.values(words);
  const phrases = classes
    .flatMap((own, at) => own.map((phrase) => ({ pattern: patternOf(phrase, read), bit: 1 << at })))
    // Of two phrases that match, the longer one decides.
    .sort((a, b) => b.pattern.length - a.pattern.length);
  const pattern = new RegExp(` (?:${phrases.map((one) => `(${one.pattern})`).join('|')})(?= )`, 'gu');
  const bitOf = (found: RegExpMatchArray): number =>
    phrases[found.findIndex((group, place) => place > 0 && group !== undefined) - 1]?.bit ?? 0;
  const foundIn = (said: string) => (phrases.length === 0 ? [] : [...said.matchAll(pattern)]);
  return {
    classesOf: (surface) => foundIn(spacedWords(surface)).reduce((all, found) => all | bitOf(found), 0),
    otherwise: (surface, turn) => {
      const said = spacedWords(surface);
      const [found, ...more] = foundIn(said);
      if (!found || more.length > 0) return undefined;
      const others = classes.flatMap((own, at) => (1 << at === bitOf(found) ? [] : [{ bit: 1 << at, phrase: own[0] }]));
      const other = others[turn % others.length];
      if (other?.phrase === undefined) return undefined;
      const start = found.index + 1;
      const rest = said.slice(found.index + found[0].length);
      return { text: unspaced(`${said.slice(0, start)}${other.phrase}${rest}`.trim()), asking: other.bit };
    },
  };
}

/** Removes the spaces that `spacedWords` put into text without spaces. */
const unspaced = (text: string): string =>
  text.replace(/(\S) (?=\S)/gu, (both, before: string, at: number) =>
    isUnspaced(before) && isUnspaced(text[at + both.length] ?? '') ? before : both,
  );
