import type { Analyzer } from './analyze.ts';
import type { QuestionWords } from './language.ts';

/** Form of a question: something that it leaves open ("since when?"), or yes or no. */
export type QuestionForm = 'open' | 'yes-no';

/**
 * A question mark at the end of a sentence (one inside an address is none), or a mark that begins a question in
 * Spanish.
 */
const MARK = /[?？؟](?=[\s\p{P}\p{S}]|$)|¿/u;

/**
 * Tells the form of a question by its mark or its words; nothing if a text asks nothing, as small talk does. @param
 * questionWords default: only the mark tells
 */
export function questionForm(
  { analyze, read }: Pick<Analyzer, 'analyze' | 'read'>,
  { first, anywhere, begins, ends, lead }: QuestionWords = {},
): (text: string) => QuestionForm | undefined {
  const phrase = (words: readonly string[]): string => ` ${words.join(' ')} `;
  const phrases = (list: readonly string[] = []) => list.map((words) => phrase(read(words).surface));
  const [firsts, anywheres, beginnings, endings, leads] = [
    phrases(first),
    phrases(anywhere),
    phrases(begins),
    phrases(ends),
    phrases(lead),
  ];
  return (text) => {
    const { surface, isSmallTalk } = analyze(text);
    if (isSmallTalk || surface.length === 0) return undefined;
    const said = phrase(surface);
    const told = [said, ...leads.filter((one) => said.startsWith(one)).map((one) => said.slice(one.length - 1))];
    const isBegunBy = (list: readonly string[]) => told.some((one) => list.some((start) => one.startsWith(start)));
    if (isBegunBy(firsts) || anywheres.some((one) => said.includes(one))) return 'open';
    return MARK.test(text) || isBegunBy(beginnings) || endings.some((one) => said.endsWith(one)) ? 'yes-no' : undefined;
  };
}
