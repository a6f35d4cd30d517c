import type { Line } from './markdown-tree.ts';
import type { Mark } from './question-forms.ts';

/** Finds the marks of questions and answers in one language. */
interface QuestionPair {
  /** The text behind the mark; undefined for a line without a mark. */
  readonly question: (line: string) => string | undefined;
  readonly answer: (line: string) => string | undefined;
}

/** The marks by language. Lists may mix a local word with `Q` and `A`. */
const WORDS: readonly (readonly [questions: string, answers: string])[] = [
  ['Q|Question|Ques', 'A|Answer|Ans'],
  ['问|問|问题|問題|提问|提問|Q', '答|回答|答案|解答|A'],
  ['Frage|F', 'Antwort|A'],
  ['Question|Q', 'Réponse|R'],
  ['Pergunta|P', 'Resposta|R'],
  ['Вопрос|В', 'Ответ|О'],
  ['질문|문|Q', '답변|답|A'],
  ['Pregunta|P', 'Respuesta|R'],
  ['Domanda|D', 'Risposta|R'],
  ['پرسش|سؤال|سوال|س', 'پاسخ|جواب|ج'],
  ['السؤال|سؤال|س', 'الجواب|الإجابة|جواب|إجابة|ج'],
];

/** Before the mark: a list's bullet. Bold may begin before the mark, and end before or behind the text. */
const FRONT = '^[ \\t]{0,3}(?:(?:[-*+]|\\d{1,3}[.)])[ \\t]+)?';

const PAIRS = WORDS.map(
  ([questions, answers]): QuestionPair => ({ question: markFinder(questions), answer: markFinder(answers) }),
);

function markFinder(words: string): (line: string) => string | undefined {
  const mark = `(?:${words})[ \\t]?\\d{0,4}`;
  const pattern = new RegExp(
    `${FRONT}(?:(\\*\\*|__)${mark}[ \\t]*(?:[.:：)][ \\t]*\\1|\\1[ \\t]*[.:：)])|(\\*\\*|__)?${mark}[ \\t]*[.:：)])[ \\t]*(.*)$`,
    'iu',
  );
  return (line) => {
    const [, whole, open, text] = pattern.exec(line) ?? [];
    if (text === undefined) return undefined;
    // The bold text goes on behind the mark.
    return whole === undefined && open !== undefined ? withoutEnd(text, open) : text;
  };
}

function withoutEnd(text: string, mark: string): string {
  const end = text.indexOf(mark);
  return end < 0 ? text : `${text.slice(0, end)}${text.slice(end + mark.length)}`;
}

const WHOLE_WORDS = 'Question|Frage|Pergunta|问题|問題|问|問|Вопрос|질문|Pregunta|Domanda|پرسش|سؤال|السؤال';
const HEADING_MARK = new RegExp(`^(?:Q\\d{0,4}|(?:${WHOLE_WORDS})[ \\t]?\\d{0,4})[ \\t]*[.:：][ \\t]*(?=\\S)`, 'u');

/** A heading's words without `Q:` or the like; undefined if it has no such mark. */
export const markedQuestion = (words: string): string | undefined =>
  HEADING_MARK.test(words) ? words.replace(HEADING_MARK, '') : undefined;

/** Removes the mark of an answer, such as `A:`, at its beginning. */
export function withoutAnswerMark(text: string): string {
  const end = text.indexOf('\n');
  const [first, rest] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  const found = PAIRS.map(({ answer }) => answer(first)).find((words) => words !== undefined && words.trim() !== '');
  return found === undefined ? text : `${found}${rest}`;
}

/** Most characters of a line that is examined. */
const LONGEST = 2000;
/** Most lines of a question, which ends with its paragraph or before its answer. */
const MOST_LINES = 4;

/**
 * Finds questions that are marked, with an answer marked somewhere below the first. All languages are tried, as a list
 * may change its language. In `lines` the questions become empty, and the marks of answers are removed.
 * @param taken indexes of lines that are something else.
 */
export function pairsIn(lines: Line[], taken: ReadonlySet<number>): Mark[] {
  return PAIRS.flatMap((pair) => {
    const isLooked = ({ isCode, text }: Line): boolean => !isCode && text.length < LONGEST;
    const isAnswer = (at: number): boolean => {
      const line = lines[at];
      return line !== undefined && isLooked(line) && pair.answer(line.text) !== undefined;
    };
    const first = lines.findIndex((line) => isLooked(line) && pair.question(line.text) !== undefined);
    if (first < 0 || !lines.some((_, at) => at > first && isAnswer(at))) return [];
    const marks: Mark[] = [];
    for (const [from, line] of lines.entries()) {
      const text = isLooked(line) && !taken.has(from) && from >= (marks.at(-1)?.to ?? 0) && pair.question(line.text);
      if (typeof text !== 'string') continue;
      let end = from + 1;
      while (end < from + MOST_LINES && isOngoing(lines[end]) && !isAnswer(end)) end++;
      const to = isAnswer(end) ? end : from + 1;
      const asked = [text];
      for (const one of lines.slice(from + 1, to).map((below) => below.text.trim())) {
        const other = pair.question(one);
        if (other === undefined) asked.push(`${asked.pop() ?? ''} ${one}`);
        else asked.push(other);
      }
      const [question = '', ...others] = asked.map((one) => one.trim());
      marks.push({ text: question, others, from, to });
    }
    for (const [at, line] of lines.entries())
      if (!line.isCode) lines[at] = { ...line, text: pair.answer(line.text) ?? line.text };
    for (const { from, to } of marks)
      lines.fill({ text: '', number: lines[from]?.number ?? 1, isCode: false }, from, to);
    return marks;
  });
}

const isOngoing = (line: Line | undefined): boolean => line?.isStart !== true && (line?.text.trim() ?? '') !== '';
