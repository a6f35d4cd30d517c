import { isDeepStrictEqual } from 'node:util';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { type Library, type PackIndex, type PackIndexName, textsIn } from '../../core/search/library.ts';
import { buildOverlay, NO_OVERLAY, type Overlay, type OverlayOptions } from '../../core/search/overlay.ts';
import type { Knowledge } from '../packs/read-knowledge.ts';
import { inSlices } from './in-turn.ts';

/** The folder's knowledge as the bot answers from it. Nothing in it ever changes: a change makes a new one. */
export interface FolderKnowledge {
  /** As it was learned, but its entries lack words that were removed since; see withoutTakenWords. */
  readonly library: Library;
  /** The entries as they were when they were learned. */
  readonly learned: Entries;
  /** The folder's entries that are new, or differ in anything from what was learned. */
  readonly changed: readonly Entry[];
  /** Ids that were learned and are no longer in the folder. */
  readonly gone: ReadonlySet<string>;
  /** `changed` and `gone`, ready to be searched, for communities that add nothing of their own. */
  readonly overlay: Overlay;
  /** The folder's entries as they are now. */
  readonly entries: Entries;
  readonly knowledge: Knowledge;
  /** Grows with every swap; 1 is what the bot started with. */
  readonly version: number;
}

/** Lays the folder's knowledge over a library that may have learned an older state of it. */
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
  // Even an empty overlay takes time, and would build the library's indexes at the start.
  const overlay = isNone(differences)
    ? NO_OVERLAY
    : buildOverlay(base, { entries: changed, hidden: gone, pins: [] }, options);
  return { library: base, learned, changed, gone, overlay, entries, knowledge, version };
}

/** Share of an entry's titles and phrasings; one that has lost more counts as another entry. */
const MOST_TAKEN = 0.5;

/**
 * The learned entries without the titles and phrasings that were removed since. An overlay over these leaves a changed
 * entry in its learned index and only adds its new words: read whole and untrained, an entry fails one of its checks
 * after three of five such edits (measured on the included pack), though nothing is wrong with them. So removed words
 * still find their entry until the change is learned, unless another entry has them now, or most of the entry is new.
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

/** Mostly the texts are the same objects. */
const isSameTexts = (before: readonly EntryText[], after: readonly EntryText[]): boolean =>
  before.length === after.length && before.every((text, at) => text === after[at] || isTaughtAlike(text, after[at]));

const isTaughtAlike = (one: EntryText, other: EntryText | undefined): boolean =>
  isDeepStrictEqual(lessonOf(one), other && lessonOf(other));

const lessonOf = ({ language, title, phrasings, answer }: EntryText) => [language, title, phrasings, answer];

/** Builds what has not been asked yet, in steps between which others have their turn. */
export async function buildIndexes(indexes: readonly PackIndex[]): Promise<void> {
  for (const index of indexes) await inSlices(index.steps(), () => undefined);
}
