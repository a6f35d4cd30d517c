import type { Line } from './faq-lines.ts';

/** Finds what marks questions and answers. */
export interface QuestionPair {
  /** The text behind the mark; undefined where the line has none. */
  readonly question: (line: string) => string | undefined;
  readonly answer: (line: string) => string | undefined;
}

/** What stands before questions and answers in the languages that people write lists in. */
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

/** In front of the mark: a list's bullet, or the sign of strong text, which may end before or behind the text. */
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
    // The strong text goes on behind the mark.
    return whole === undefined && open !== undefined ? withoutEnd(text, open) : text;
  };
}

function withoutEnd(text: string, mark: string): string {
  const end = text.indexOf(mark);
  return end < 0 ? text : `${text.slice(0, end)}${text.slice(end + mark.length)}`;
}

const WHOLE_WORDS = 'Question|Frage|Pergunta|问题|問題|问|問|Вопрос|질문|Pregunta|Domanda|پرسش|سؤال|السؤال';
const HEADING_MARK = new RegExp(`^(?:Q\\d{0,4}|(?:${WHOLE_WORDS})[ \\t]?\\d{0,4})[ \\t]*[.:：][ \\t]*(?=\\S)`, 'u');

/** The words of a heading that may begin with `Q:` or the like; undefined where it does not. */
export const markedQuestion = (words: string): string | undefined =>
  HEADING_MARK.test(words) ? words.replace(HEADING_MARK, '') : undefined;

/** An answer below such a heading, without its own mark. */
export function withoutAnswerMark(text: string): string {
  const end = text.indexOf('\n');
  const [first, rest] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  const found = PAIRS.map(({ answer }) => answer(first)).find((words) => words !== undefined && words.trim() !== '');
  return found === undefined ? text : `${found}${rest}`;
}

/** The pair that a text uses: at least one question, and an answer behind it. */
export function pairIn(lines: readonly Line[]): QuestionPair | undefined {
  const texts = lines.filter(({ isCode, text }) => !isCode && text.length < LONGEST).map(({ text }) => text);
  return PAIRS.find(({ question, answer }) => {
    const first = texts.findIndex((text) => question(text) !== undefined);
    return first >= 0 && texts.slice(first + 1).some((text) => answer(text) !== undefined);
  });
}

/** Characters of a line that is looked at. */
const LONGEST = 2000;
