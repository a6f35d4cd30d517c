import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../core/entry/entry.ts';
import { inSlices } from './in-turn.ts';

export type Entries = ReadonlyMap<string, Entry>;

export const byId = (entries: readonly Entry[]): Entries => new Map(entries.map((entry) => [entry.id, entry]));

/** Ids of entries, each list in the order of its entries. A renamed entry is one removed and one added. */
export interface Differences {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The slightest difference of an entry counts, down to a source's date. */
export async function differencesOf(before: Entries, after: Entries): Promise<Differences> {
  const added: string[] = [];
  const changed: string[] = [];
  await inSlices(after, ([id, entry]) => {
    const known = before.get(id);
    if (!known) added.push(id);
    else if (!isDeepStrictEqual(known, entry)) changed.push(id);
  });
  return { added, changed, removed: [...before.keys()].filter((id) => !after.has(id)) };
}

export const isNone = ({ added, changed, removed }: Differences): boolean =>
  added.length + changed.length + removed.length === 0;

/** Of an entry, as much as the engine learns: sources, dates, tags and the like teach it nothing. */
export const lessonOf = ({ id, texts }: Entry): string =>
  JSON.stringify([
    id,
    [...texts.values()].map(({ language, title, phrasings, answer }) => [language, title, phrasings, answer]),
  ]);
