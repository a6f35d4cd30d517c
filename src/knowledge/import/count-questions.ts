import type { ProblemCode } from '../format/problem.ts';
import type { Import } from './imported.ts';

/** Shows that nothing was lost: every question of an import either became an entry or is named in a problem. */
interface QuestionCount {
  readonly found: number;
  /** Questions that became entries. */
  readonly made: number;
  /** Questions that a problem names, with the reason why they did not become entries. */
  readonly named: number;
}

/** Problems about a question that did not become an entry. */
const NAMED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'question-in-answer',
  'question-in-code',
  'question-in-markup',
  'unread-question',
  'asking-chapter',
  'repeated-question',
  'question-in-other-file',
  'repeated-entry',
]);

/** Codes of errors about a whole file rather than a question. */
const OF_FILE = /(?:-file|-kind|-import|-without-questions)$/;

export function countQuestions({ packs, problems, skipped }: Import): QuestionCount {
  const made = packs.reduce((sum, { entries }) => sum + entries.length, 0);
  const named = [...problems, ...skipped].filter(
    ({ code, level }) => NAMED.has(code) || (level === 'error' && !OF_FILE.test(code)),
  ).length;
  return { found: made + named, made, named };
}
