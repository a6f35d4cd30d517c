import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import type { LanguageData } from '../../core/text/language.ts';
import { type QuestionForm, questionForm } from '../../core/text/question-form.ts';

/** Recognises questions of a language. */
export interface LanguageReader {
  readonly analyzer: Analyzer;
  readonly formOf: (text: string) => QuestionForm | undefined;
  /** Stems of words that may come before a question, such as "and". */
  readonly leads: ReadonlySet<string>;
}

/** Built once for each language. */
const READERS = new WeakMap<LanguageData, LanguageReader>();

export function readerOf(language: LanguageData): LanguageReader {
  const known = READERS.get(language);
  if (known) return known;
  const reading = analyzer(language);
  const leads = new Set((language.questionWords?.lead ?? []).flatMap((phrase) => reading.read(phrase).words));
  const reader = { analyzer: reading, formOf: questionForm(reading, language.questionWords), leads };
  READERS.set(language, reader);
  return reader;
}
