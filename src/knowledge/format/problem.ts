import { PROBLEM_WORDS } from './problem-words.ts';

/** Something wrong in a file, and what to do about it. */
export interface Problem {
  /** Relative to the working directory if it lies below it, else absolute. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Its message and cure are in PROBLEM_WORDS. */
  readonly code: ProblemCode;
  /** They fill the placeholders of its words. */
  readonly values: ProblemValues;
  /** Knowledge with an error never goes live; a warning is only reported; advice says what could be better. */
  readonly level: 'error' | 'warning' | 'advice';
}

export type ProblemCode = keyof typeof PROBLEM_WORDS;
export type ProblemValues = Readonly<Record<string, string | number>>;

/** A problem found by a reader that does not know the file's name. */
export type Finding = Omit<Problem, 'file'>;

/** Says why a folder of knowledge cannot be used: one problem a line. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}

/** @throws KnowledgeError with all errors, if there is any */
export function refuseErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
}

/** `file:line: message (cure)`, always one line: a file's name or text cannot forge a second. */
export function formatProblem(problem: Problem): string {
  const { message, cure } = wordsOf(problem);
  return onOneLine(`${problem.file}:${problem.line}: ${message} (${cure})`);
}

/** A problem's message and cure, in English, for people. */
export function wordsOf({ code, values }: Pick<Problem, 'code' | 'values'>): {
  readonly message: string;
  readonly cure: string;
} {
  const [message, cure] = PROBLEM_WORDS[code];
  const filled = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { message: filled(message), cure: filled(cure) };
}

export const fault = (line: number, code: ProblemCode, values: ProblemValues = {}): Finding => ({
  line,
  code,
  values,
  level: 'error',
});

export const warning = (line: number, code: ProblemCode, values: ProblemValues = {}): Finding => ({
  line,
  code,
  values,
  level: 'warning',
});

export const advice = (line: number, code: ProblemCode, values: ProblemValues = {}): Finding => ({
  line,
  code,
  values,
  level: 'advice',
});

export const inFile = (file: string, findings: readonly Finding[]): Problem[] =>
  findings.map((finding) => ({ file, ...finding }));

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'error');

/** By file, then by line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Somebody's text as a message shows it: in quotation marks, at most 60 characters. */
export const quoted = (text: string): string => `"${shortened(text)}"`;

/** A text of at most 60 characters. */
export function shortened(text: string): string {
  return (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text).toWellFormed();
}

const LONGEST_QUOTE = 60;

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Reports Markdown that is refused. @param line counted from 0 at the text's beginning. */
export type ProblemReporter = (line: number, code: ProblemCode, values?: ProblemValues) => void;
