import { textIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Services } from '../services.ts';

/** Questions that show what can be asked, spread over all that have a text for a reader of the language. @param most how many. */
export function exampleEntries(entries: Iterable<Entry>, language: string, languages: Services['languages'], most: number): Entry[] {
  const shown = [...entries].filter((entry) => textIn(entry, language, languages) !== undefined);
  const questions = shown.filter(({ id }) => id.startsWith('questions/'));
  const all = questions.length > 0 ? questions : shown;
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, at) => at % step === 0).slice(0, most);
}
