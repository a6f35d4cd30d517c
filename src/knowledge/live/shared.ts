import { isDeepStrictEqual } from 'node:util';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { type Library, type PackIndex, type PackIndexName, textsIn } from '../../core/search/library.ts';
import { buildOverlay, NO_OVERLAY, type Overlay, type OverlayOptions } from '../../core/search/overlay.ts';
import type { Knowledge } from '../packs/read-knowledge.ts';
import { inSlices } from './in-turn.ts';

/**
 * The knowledge of the folder as it is answered from. Nothing in it ever changes: what is new comes as a whole new one.
 */
export interface FolderKnowledge {
  /** The library, as it was learned. Its entries lack words that have been taken away since; see withoutTakenWords. */
  readonly library: Library;
  /** The entries as they were when they were learned. */
  readonly learned: Entries;
  /** Entries of the folder that were not learned, or otherwise; the slightest difference counts. */
  readonly changed: readonly Entry[];
  /** Ids that were learned and that the folder has no longer. */
  readonly gone: ReadonlySet<string>;
  /** `changed` and `gone`, ready to be searched, for those who add nothing of their own. */
  readonly overlay: Overlay;
  /** The folder's entries as they are now. */
  readonly entries: Entries;
  readonly knowledge: Knowledge;
  /** Grows with every swap; 1 is what the bot started with. */
  readonly version: number;
}

/** The folder's knowledge, answered from a library that may have learned something older. */
export async function sharedOf(
  { library, learned }: Pick<FolderKnowledge, 'library' | 'learned'>,
  knowledge: Knowledge,
  version: number,
  options: OverlayOptions,
): Promise<FolderKnowledge> {
  const entries = byId(knowledge.entries);
  const differences = await differencesOf(learned, entries);
  const fresh = new Set([...differences.added, ...differences.changed]);
  const changed = knowledge.entries.filter(({ id }) => fresh.has(id));
  const gone = new Set(differences.removed);
  const base = { ...library, entries: withoutTakenWords(learned, changed) };
  // Building one takes time even if there is nothing to it, and would build the library's indexes at the start.
  const overlay = isNone(differences)
    ? NO_OVERLAY
    : buildOverlay(base, { entries: changed, hidden: gone, pins: [] }, options);
  return { library: base, learned, changed, gone, overlay, entries, knowledge, version };
}

/** An entry that has lost more of its titles and phrasings than this is another one. */
const MOST_TAKEN = 0.5;

/**
 * The learned entries, without the titles and phrasings that have been taken away since. An overlay over these entries
 * leaves a changed entry in its learned index and only adds its new words: read whole and untrained, an entry fails one
 * of its checks after three of five such edits (measured on the shipped pack), though nothing is wrong with them. So
 * what was taken away goes on finding its entry until the change is learned; but not if another entry has it now, nor
 * if most of an entry is new.
 */
export function withoutTakenWords(learned: Entries, changed: readonly Entry[]): Entries {
  const given = new Set(changed.flatMap(({ texts }) => [...texts.values()].flatMap(wordsOf)));
  const lessened = changed.flatMap((entry) => {
    const known = learned.get(entry.id);
    return known
      ? [
          {
            ...known,
            texts: new Map([...known.texts].map(([tag, text]) => [tag, lessen(text, entry.texts.get(tag), given)])),
          },
        ]
      : [];
  });
  return new Map([...learned, ...lessened.map((entry) => [entry.id, entry] as const)]);
}

const wordsOf = ({ title, phrasings }: EntryText): string[] => [title, ...phrasings];

function lessen(known: EntryText, now: EntryText | undefined, given: ReadonlySet<string>): EntryText {
  const all = wordsOf(known);
  const still = new Set(now && wordsOf(now));
  const [title, ...phrasings] = all.filter((words) => still.has(words));
  const taken = all.filter((words) => !still.has(words));
  if (title === undefined || taken.length > MOST_TAKEN * all.length || taken.some((words) => given.has(words)))
    return known;
  return { ...known, title, phrasings };
}

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

/** Builds what has not been asked yet, in steps between which others have their turn. */
export async function buildIndexes(indexes: readonly PackIndex[]): Promise<void> {
  for (const index of indexes) await inSlices(index.steps(), () => undefined);
}
