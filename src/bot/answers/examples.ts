import { textIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { baseOf } from '../../core/text/language.ts';
import type { Services } from '../services.ts';

/**
 * Questions that show what can be asked, spread over all that have a text for a reader of the language: one in their
 * own language, or in another one if there is none. @param most how many.
 */
export function exampleEntries(
  entries: Iterable<Entry>,
  language: string,
  languages: Services['languages'],
  most: number,
): Entry[] {
  const shown = [...entries].flatMap((entry) => {
    const text = textIn(entry, language, languages);
    return text ? [{ entry, isOwn: baseOf(text.language) === baseOf(language) }] : [];
  });
  const own = shown.some(({ isOwn }) => isOwn) ? shown.filter(({ isOwn }) => isOwn) : shown;
  const readable = own.map(({ entry }) => entry);
  const questions = readable.filter(({ id }) => id.startsWith('questions/'));
  const all = questions.length > 0 ? questions : readable;
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, at) => at % step === 0).slice(0, most);
}
