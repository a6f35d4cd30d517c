import type { ProblemCode, ProblemValues } from './problem.ts';

/** Takes what a reader of Markdown refuses. @param line counted from 0 at the text's beginning. */
export type Report = (line: number, code: ProblemCode, values?: ProblemValues) => void;
