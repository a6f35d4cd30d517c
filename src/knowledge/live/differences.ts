import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../core/entry/entry.ts';
import { inSlices } from './in-slices.ts';

export type Entries = ReadonlyMap<string, Entry>;

export const byId = (entries: readonly Entry[]): Entries => new Map(entries.map((entry) => [entry.id, entry]));

/** Ids of entries, each list in the order of its entries. A renamed entry is one removed and one added. */
export interface Differences {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export async function differencesOf(before: Entries, after: Entries): Promise<Differences> {
  const added: string[] = [];
  const changed: string[] = [];
  await inSlices(after, ([id, entry]) => {
    const known = before.get(id);
    if (!known) added.push(id);
    else if (!isSameEntry(known, entry)) changed.push(id);
  });
  return { added, changed, removed: [...before.keys()].filter((id) => !after.has(id)) };
}

export const isNone = ({ added, changed, removed }: Differences): boolean =>
  added.length + changed.length + removed.length === 0;

/** Whether two entries say the same in every part, down to a source's date. */
export const isSameEntry = (a: Entry, b: Entry): boolean => isDeepStrictEqual(a, b);

/** Whether the engine learns the same from both: sources, dates, tags and the like teach it nothing. */
export const teachesSame = (a: Entry, b: Entry): boolean => isDeepStrictEqual(lessonsOf(a), lessonsOf(b));

/** What `openModelCache` keeps a model under. */
const lessonsOf = ({ id, texts }: Entry): unknown => [
  id,
  [...texts.values()].map(({ language, title, phrasings, answer }) => [language, title, phrasings, answer]),
];
