import { LONGEST_CLAUSE } from '../calibration/reading-policy.ts';
import type { Analyzer } from './analyze.ts';
import { clausesOf, sentencesIn } from './clauses.ts';
import type { QuestionWords } from './language.ts';
import { isUnspaced } from './tokenize.ts';

/** Form of a question: something that it leaves open ("since when?"), or yes or no. */
export type QuestionForm = 'open' | 'yes-no';

/**
 * A question mark at the end of a sentence (one inside an address is none), or a mark that begins a question in
 * Spanish.
 */
const MARK = /[?？؟](?=[\s\p{P}\p{S}]|$)|¿/u;

/**
 * Tells the form of a question by its mark or its words; nothing if a text asks nothing, as small talk and statements
 * do.
 * @param questionWords default: only the mark tells
 */
export function questionForm(
  { read }: Pick<Analyzer, 'read'>,
  questionWords: QuestionWords = {},
): (text: string) => QuestionForm | undefined {
  const formOf = clauseReader({ read }, questionWords);
  return (text) => {
    const { isSmallTalk, surface } = read(text);
    if (isSmallTalk || surface.length === 0) return undefined;
    const forms = sentencesIn(text).flatMap(formOf);
    return forms.find((form) => form === 'open') ?? (MARK.test(text) ? 'yes-no' : forms[0]);
  };
}

/** Tells the forms of a sentence's clauses, of those that ask. */
function clauseReader({ read }: Pick<Analyzer, 'read'>, words: QuestionWords): (sentence: string) => QuestionForm[] {
  const listed = (list: readonly string[]) => `(?:${list.map((phrase) => patternOf(phrase, read)).join('|')})`;
  const start = (list?: readonly string[]) => (list ? new RegExp(`^ ${listed(list)} `, 'u') : NEVER);
  const part = (list?: readonly string[]) => (list ? new RegExp(` ${listed(list)} `, 'u') : NEVER);
  const [first, begins, afterComma] = [start(words.first), start(words.begins), start(words.afterComma)];
  const tellsFirst = start(words.unless?.first);
  const [anywhere, within, tells] = [part(words.anywhere), part(words.within), part(words.unless?.anywhere)];
  const ends = words.ends ? new RegExp(` ${listed(words.ends)} $`, 'u') : NEVER;
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
    let isFirst = true;
    for (const clause of clausesOf(sentence).filter(({ length }) => length <= LONGEST_CLAUSE)) {
      const { surface, said, isSmallTalk } = read(clause);
      if (isSmallTalk) continue;
      // Politeness before a question may be what asks, as "does anyone know" is.
      const both = [joined(surface), joined(said)];
      if (!both.some(isTold)) forms.push(...both.map((one) => formOf(one, isFirst)));
      isFirst &&= both.some((one) => startsOf(one, lead).includes(' '));
    }
    return forms.filter((form) => form !== undefined);
  };
}

const NEVER = /(?!)/u;

/** Words between spaces; of text that is written without any, each character. */
const joined = (words: readonly string[]): string =>
  ` ${words.flatMap((word) => (isUnspaced(word) ? [...word] : [word])).join(' ')} `;

/** A pattern of a phrase of whole words: a hyphen is for the rest of a word, three dots are for any words between. */
const patternOf = (phrase: string, read: Analyzer['read']): string =>
  phrase
    .split(/(…)| /)
    .filter((part) => part)
    .map((part) => (part === '…' ? '(?:\\S+ )*' : `${wordPattern(part, read)} `))
    .join('')
    .trim();

const wordPattern = (part: string, read: Analyzer['read']): string =>
  `${part.startsWith('-') ? '\\S*' : ''}${joined(read(part).said).trim()}${part.endsWith('-') ? '\\S*' : ''}`;

/** A clause with and without the words that may come before a question. */
function startsOf(said: string, lead: RegExp): string[] {
  const [before] = lead.exec(said) ?? [];
  return before === undefined ? [said] : [said, ...startsOf(said.slice(before.length), lead)];
}
