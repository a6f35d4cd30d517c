import { plainText } from './blocks.ts';
import type { Entry, EntryText } from './entry.ts';
import { baseOf } from './language.ts';
import type { Library } from './library.ts';
import type { OverlayItem, Pin } from './overlay.ts';
import { sentencesOf } from './sentences.ts';

/** One thing on a shelf: an entry's texts, or a pin's words. */
export interface Placed extends OverlayItem {
  readonly id: string;
  readonly base: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly sentences: readonly string[];
}

/**
 * An entry in each language: nothing where the library reads it alike, the new words where there are only more, else the whole.
 * @param moved takes the names of those that the library's shelf no longer reads rightly; see Overlay.
 */
export function placeEntry(entry: Entry, library: Library, moved: Set<string>): Placed[] {
  const known = library.entries.get(entry.id);
  const bases = [...new Set([...entry.texts.keys(), ...(known?.texts.keys() ?? [])].map(baseOf))];
  return bases.flatMap((base): Placed[] => {
    const [before, after] = [textsIn(known, base), textsIn(entry, base)];
    const had = new Set(before.flatMap(wordsOf));
    const has = after.flatMap(wordsOf);
    const added = has.filter((words) => !had.has(words));
    const isKept = before.length > 0 && [...had].every((words) => has.includes(words));
    if (isKept && added.length === 0) return [];
    if (!isKept && before.length > 0) moved.add(`${base}/${entry.id}`);
    const [title, ...phrasings] = isKept ? added : has;
    const sentences = isKept ? [] : after.flatMap(({ answer, language }) => sentencesOf(plainText(answer), language));
    return title === undefined ? [] : [{ id: `entry ${base} ${entry.id}`, entry: entry.id, base, title, phrasings, sentences }];
  });
}

const textsIn = (entry: Entry | undefined, base: string): EntryText[] => [...(entry?.texts.values() ?? [])].filter(({ language }) => baseOf(language) === base);

const wordsOf = ({ title, phrasings }: EntryText): string[] => [title, ...phrasings];

export const placePin = ({ key, question, language, entry }: Pin): Placed => ({ id: `pin ${key}`, entry, pin: key, base: baseOf(language), title: question, phrasings: [], sentences: [] });
