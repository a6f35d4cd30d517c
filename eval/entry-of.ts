import type { Entry, EntryText } from '../src/core/entry/entry.ts';
import type { DataEntry } from './datasets.ts';

/** An entry of a data set as a pack's entry. */
export function entryOf({ id, title, phrasings, answer }: DataEntry, language: string): Entry {
  const text: EntryText = {
    language,
    title,
    phrasings,
    answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: answer }] }],
    sources: [],
    status: 'current',
    tags: [],
    related: [],
  };
  return { id, pack: 'data', defaultLanguage: language, texts: new Map([[language, text]]) };
}
