import { isDeepStrictEqual } from 'node:util';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { type PackIndexName, textsIn } from '../../core/search/library.ts';
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

/**
 * Whether an index would learn the same from two states of the entries: sources, dates, tags and the like teach it
 * nothing.
 */
export function isSameLesson(name: PackIndexName, before: readonly Entry[], after: readonly Entry[]): boolean {
  const [known, now] = [textsIn(name, before), textsIn(name, after)];
  return (
    known.length === now.length &&
    known.every(({ id, texts }, at) => id === now[at]?.id && isSameTexts(texts, now[at].texts))
  );
}

/** Mostly they are the same objects. */
const isSameTexts = (before: readonly EntryText[], after: readonly EntryText[]): boolean =>
  before.length === after.length && before.every((text, at) => text === after[at] || isTaughtAlike(text, after[at]));

const isTaughtAlike = (one: EntryText, other: EntryText | undefined): boolean =>
  isDeepStrictEqual(lessonOf(one), other && lessonOf(other));

const lessonOf = ({ language, title, phrasings, answer }: EntryText) => [language, title, phrasings, answer];
