import type { Entry, EntryText } from '../../core/entry/entry.ts';
import type { Entries } from './differences.ts';

/** An entry that has lost more of its titles and phrasings than this is another one. */
const MOST_TAKEN = 0.5;

/**
 * What was learned, without the titles and phrasings that have been taken away since. An overlay over these entries leaves a
 * changed entry where it was learned and only adds its new words: read whole and untrained, an entry fails one of its
 * checks after three of five such edits (measured on the shipped pack), though nothing is wrong with them. So what was
 * taken away goes on finding its entry until the change is learned; but not where it stands in another entry now, nor where
 * most of an entry is new.
 */
export function withoutTakenWords(learned: Entries, changed: readonly Entry[]): Entries {
  const given = new Set(changed.flatMap(({ texts }) => [...texts.values()].flatMap(wordsOf)));
  const lessened = changed.flatMap((entry) => {
    const known = learned.get(entry.id);
    return known ? [{ ...known, texts: new Map([...known.texts].map(([tag, text]) => [tag, lessen(text, entry.texts.get(tag), given)])) }] : [];
  });
  return new Map([...learned, ...lessened.map((entry) => [entry.id, entry] as const)]);
}

const wordsOf = ({ title, phrasings }: EntryText): string[] => [title, ...phrasings];

function lessen(known: EntryText, now: EntryText | undefined, given: ReadonlySet<string>): EntryText {
  const all = wordsOf(known);
  const still = new Set(now && wordsOf(now));
  const [title, ...phrasings] = all.filter((words) => still.has(words));
  const taken = all.filter((words) => !still.has(words));
  if (title === undefined || taken.length > MOST_TAKEN * all.length || taken.some((words) => given.has(words))) return known;
  return { ...known, title, phrasings };
}
