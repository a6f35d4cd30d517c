import type { Entry } from '../../core/entry/entry.ts';
import { simplify } from '../../core/text/chinese.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { nearestOf } from '../../core/text/spelling.ts';

export const findEntry = (entries: ReadonlyMap<string, Entry>, words: string): Entry | undefined =>
  entriesNamed(entries, words)[0];

/** Entries by id, by the last part of the id, or by title in any language; case and punctuation are ignored. */
export function entriesNamed(entries: ReadonlyMap<string, Entry>, words: string): Entry[] {
  const exact = entries.get(words.trim());
  if (exact) return [exact];
  const wanted = words.trim().toLowerCase();
  const byId = [...entries.values()].filter(({ id }) =>
    [id, lastPart(id)].some((name) => name.toLowerCase() === wanted),
  );
  const key = titleKey(words);
  const byTitle = [...entries.values()].filter(({ texts }) =>
    [...texts.values()].some(({ title }) => titleKey(title) === key),
  );
  return [...new Set([...byId, ...byTitle])];
}

/** Entries with an id close to the words, for "did you mean" after a typing mistake. */
export function nearEntries(entries: ReadonlyMap<string, Entry>, words: string): Entry[] {
  const near = nearestOf(lastPart(words.toLowerCase()), [...entries.keys()].map(lastPart));
  return [...entries.values()].filter(({ id }) => lastPart(id) === near);
}

const titleKey = (title: string): string => simplify(phraseKey(title));

const lastPart = (id: string): string => id.slice(id.indexOf('/') + 1);
