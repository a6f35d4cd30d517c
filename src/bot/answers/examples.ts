import { textIn } from '../../core/entry/display.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { baseOf, languageOf } from '../../core/text/language.ts';
import { readerOf } from '../conversation/reader.ts';
import type { Services } from '../services.ts';

/**
 * Example questions, spread evenly over the entries. Prefers entries written in the reader's language, and questions
 * that can be understood by themselves.
 */
export function exampleEntries(
  entries: Iterable<Entry>,
  language: string,
  languages: Services['languages'],
  most: number,
): Entry[] {
  const shown = [...entries].flatMap((entry) => {
    const text = textIn(entry, language, languages);
    return text ? [{ entry, text: text.text, isOwn: baseOf(text.language) === baseOf(language) }] : [];
  });
  const own = shown.some(({ isOwn }) => isOwn) ? shown.filter(({ isOwn }) => isOwn) : shown;
  const questions = own.filter(({ entry }) => entry.id.startsWith('questions/'));
  const all = questions.length > 0 ? questions : own;
  const step = Math.max(1, Math.floor(all.length / most));
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all.slice(at * step, (at + 1) * step)).flatMap(
    (part) => (part.find(({ text }) => namesSubject(text, languages)) ?? part[0])?.entry ?? [],
  );
}

/** Whether a title can be understood by itself: "Is this still true today?" cannot. */
function namesSubject({ title, language }: EntryText, languages: Services['languages']): boolean {
  const { analyzer } = readerOf(languageOf(baseOf(language), languages));
  const { words } = analyzer.read(title);
  return words.some((word) => analyzer.weightOf(word) === 1) && !words.some(analyzer.isPointing);
}
