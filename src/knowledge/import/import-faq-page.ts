import { isVisible } from '../format/files.ts';
import { fault, quoted } from '../format/problem.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, Drafts } from './draft.ts';
import { plainWords } from './mend.ts';
import type { Data } from './read-data.ts';

/** A question as schema.org describes it; nothing of it is certain. */
interface Question {
  readonly '@type'?: unknown;
  readonly name?: unknown;
  readonly acceptedAnswer?: unknown;
  readonly suggestedAnswer?: unknown;
}

const NOTHING: Drafts = { drafts: [], findings: [] };

/**
 * Questions as pages tell them to search engines: schema.org's `FAQPage` and `QAPage`, wherever they stand in the data.
 * Absent where it holds none.
 */
export function readFaqPage(data: Data, defaults: Defaults): Drafts | undefined {
  const questions = questionsIn(data.value);
  if (questions.length === 0) return undefined;
  const read = questions.map((question) => readQuestion(question, data.lineOf(question), defaults));
  return {
    drafts: read.flatMap(({ drafts }) => drafts),
    findings: read.flatMap(({ findings }) => findings),
    repairs: read.flatMap(({ repairs = [] }) => repairs),
  };
}

function questionsIn(value: unknown): Question[] {
  if (typeof value !== 'object' || value === null) return [];
  const { '@type': type }: Question = value;
  const isQuestion = [type].flat().includes('Question');
  return isQuestion ? [value] : Object.values(value).flatMap(questionsIn);
}

function readQuestion({ name, acceptedAnswer, suggestedAnswer }: Question, line: number, defaults: Defaults): Drafts {
  const title = typeof name === 'string' ? plainWords(name) : '';
  const said = [acceptedAnswer, suggestedAnswer].flat().map(textOf).find(isVisible);
  if (title === '') return NOTHING;
  if (said === undefined) return { drafts: [], findings: [fault(line, 'unanswered-item', { item: quoted(title) })] };
  const { text, repairs } = cleanAnswer(said.trim(), line);
  return {
    drafts: [{ ...defaults, title, phrasings: [], answer: text, tags: [], line, answerLine: () => line }],
    findings: [],
    repairs,
  };
}

/** HTML, or plain text. */
function textOf(answer: unknown): string {
  const { text }: { text?: unknown } = typeof answer === 'object' && answer !== null ? answer : {};
  return typeof text === 'string' ? text : '';
}
