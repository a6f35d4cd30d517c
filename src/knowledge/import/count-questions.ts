import type { ProblemCode } from '../format/problem.ts';
import type { Import } from './imported.ts';

/** Every question of an import either became an entry or is named. */
interface QuestionCount {
  readonly found: number;
  /** Entries. */
  readonly made: number;
  /** Told with the reason why they are none. */
  readonly named: number;
}

/** Problems that tell of a question that became no entry. */
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

/** Errors of a whole file. */
const OF_FILE = /(?:-file|-kind|-import|-without-questions)$/;

export function countQuestions({ packs, problems, skipped }: Import): QuestionCount {
  const made = packs.reduce((sum, { entries }) => sum + entries.length, 0);
  const named = [...problems, ...skipped].filter(
    ({ code, level }) => NAMED.has(code) || (level === 'error' && !OF_FILE.test(code)),
  ).length;
  return { found: made + named, made, named };
}
