import type { LanguageData } from '../../core/text/language.ts';
import type { EntryFile } from '../entry-file.ts';
import { advice, type Finding, inFile, type Problem, shortened, sortProblems } from '../problem.ts';
import { alikePhrasings } from './alike.ts';
import { saysNothing } from './empty-answer.ts';
import { rewordings } from './rewordings.ts';

export interface AdviceOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** Answers that only stand in for one, such as "see above", in a language. */
  readonly stopgaps: (language: string) => readonly string[];
  /** Ids of the entry that a question is answered with, or of those that are offered; the likeliest first. */
  readonly find: (question: string, language: string) => readonly string[];
  /** Called before each text is asked. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What would make entries easier to find or more use to those who ask; nothing of it is wrong. By file and line. */
export function adviseOn(files: readonly EntryFile[], options: AdviceOptions): Problem[] {
  const found = files.flatMap((file, at) => {
    options.onProgress?.(at, files.length);
    return inFile(file.file, [...phrasingAdvice(file), ...answerAdvice(file, options), ...shadowAdvice(file, options)]);
  });
  return sortProblems([...found, ...alikePhrasings(files)]);
}

const headingLine = ({ questions: [heading] }: EntryFile): number => heading?.line ?? 1;

function phrasingAdvice(file: EntryFile): Finding[] {
  return file.text?.phrasings.length === 0 ? [advice(headingLine(file), 'no-phrasings')] : [];
}

function answerAdvice(file: EntryFile, { stopgaps }: AdviceOptions): Finding[] {
  const code = file.text && saysNothing(file.text.answer, stopgaps(file.language));
  return code === undefined ? [] : [advice(headingLine(file), code)];
}

/** One line for each entry that is shown without this one, however often it is. */
function shadowAdvice({ id, language, text, questions: [heading] }: EntryFile, { languages, find }: AdviceOptions): Finding[] {
  if (!text || !heading) return [];
  const before = new Map<string, string>();
  for (const question of rewordings(text.title, language, languages.get(language)?.stopWords ?? [])) {
    const shown = find(question, language);
    const [other] = shown;
    if (other !== undefined && !shown.includes(id) && !before.has(other)) before.set(other, question);
  }
  return [...before].map(([other, question]) => advice(heading.line, 'shadowed', { question: shortened(question), other }));
}
