import { MOST_CLAUSES } from '../calibration/reading-policy.ts';

/** Not between digits: `1.20`, `14:30`. */
const CLAUSE_END = /(?:(?!(?<=\p{Nd})[.,:٫٬](?=\p{Nd}))[.!?;,:…\n。！？；，：؟،؛、])+/u;
/** Sentences that end as questions do. */
const QUESTION = /[^.!?;…\n。！？；؟]+[?？؟]/gu;
const MARK = /[?？؟]/u;

/** Not inside a number or an address. */
const SENTENCE_END = /[.!?…]+(?=[\s\p{P}]|$)|[\n。！？؟]+/u;

/** Sentences, as they were written, without the marks that end them. */
export const sentencesIn = (text: string): string[] =>
  text.split(SENTENCE_END).filter((sentence) => sentence.trim() !== '');

/** Parts between marks, as they were written. */
export const clausesOf = (text: string): string[] => text.split(CLAUSE_END).filter((clause) => clause.trim() !== '');

/** The first few. */
export const firstClauses = (text: string): string[] => clausesOf(text).slice(0, MOST_CLAUSES);

/** The first few sentences that are questions. */
export const questionsIn = (text: string): string[] =>
  MARK.test(text) ? (text.match(QUESTION) ?? []).slice(0, MOST_CLAUSES) : [];
