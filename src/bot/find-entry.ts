import type { Entry } from '../core/entry.ts';
import { nearestOf } from '../core/nearest.ts';

/** An entry by its id, the last part of its id, or its title in any language; case does not count. */
export function findEntry(entries: ReadonlyMap<string, Entry>, words: string): Entry | undefined {
  const wanted = words.trim().toLowerCase();
  const byId = entries.get(words.trim()) ?? find(entries, ({ id }) => [id, lastPart(id)].some((name) => name.toLowerCase() === wanted));
  return byId ?? find(entries, ({ texts }) => [...texts.values()].some(({ title }) => title.toLowerCase() === wanted));
}

/** Entries whose id looks much like the words. */
export function nearEntries(entries: ReadonlyMap<string, Entry>, words: string): Entry[] {
  const near = nearestOf(lastPart(words.toLowerCase()), [...entries.keys()].map(lastPart));
  return [...entries.values()].filter(({ id }) => lastPart(id) === near);
}

function find(entries: ReadonlyMap<string, Entry>, isMeant: (entry: Entry) => boolean): Entry | undefined {
  for (const entry of entries.values()) if (isMeant(entry)) return entry;
  return undefined;
}

const lastPart = (id: string): string => id.slice(id.indexOf('/') + 1);
