import { type Analyzer, analyzer as analyzerFor } from './analyze.ts';
import { type Background, NO_BACKGROUND } from './background.ts';
import { plainText } from './blocks.ts';
import type { Entry, EntryText } from './entry.ts';
import { baseOf, type LanguageData, plainLanguage } from './language.ts';
import type { Library } from './library.ts';
import { QUICK_PRIOR } from './prior.ts';
import { quickModel } from './quick-model.ts';
import type { Searchable } from './search.ts';
import { buildShelf, type ReadEntry } from './shelf.ts';
import { sentencesOf } from './tokenize.ts';

/** What differs from a library, ready to be searched at once. */
export interface Overlay {
  /** Entries that are new or say something else now, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids of entries that are not answered: retired, or of another community's packs. */
  readonly hidden: ReadonlySet<string>;
  /** `<base language>/<id>` of entries that the library's shelf no longer reads rightly: they stand on a shelf here. */
  readonly moved: ReadonlySet<string>;
  readonly shelves: readonly Searchable[];
  /** What the ids on the shelves stand for. */
  readonly items: ReadonlyMap<string, OverlayItem>;
  /** Items that were put in these very words. */
  readonly exact: (question: string) => readonly { readonly id: string; readonly language: string }[];
}

export interface OverlayItem {
  readonly entry: string;
  readonly pin?: string | undefined;
}

/** A question that a moderator has given its answer. */
export interface Pin {
  /** Unique in the overlay. */
  readonly key: string;
  readonly question: string;
  readonly language: string;
  /** Id of an entry of the library or of the overlay. */
  readonly entry: string;
}

export interface Differences {
  /** Whole entries, new or changed. */
  readonly entries: readonly Entry[];
  readonly hidden: ReadonlySet<string>;
  readonly pins: readonly Pin[];
}

export interface OverlayOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly background: ReadonlyMap<string, Background>;
}

export const NO_OVERLAY: Overlay = { entries: new Map(), hidden: new Set(), moved: new Set(), shelves: [], items: new Map(), exact: () => [] };

/** One thing on a shelf: an entry's texts, or a pin's words. */
interface Placed extends OverlayItem {
  readonly id: string;
  readonly base: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly sentences: readonly string[];
}

/** Untrained, so that a few hundred entries take well below a second. */
export function buildOverlay(library: Library, differences: Differences, options: OverlayOptions): Overlay {
  const moved = new Set<string>();
  const placed = [...differences.entries.filter(({ id }) => !differences.hidden.has(id)).flatMap((entry) => placeEntry(entry, library, moved)), ...differences.pins.map(placePin)];
  const bases = [...new Set(placed.map(({ base }) => base))].sort();
  const shelves = bases.map((base) =>
    shelve(
      base,
      placed.filter((one) => one.base === base),
      library,
      options,
    ),
  );
  return {
    entries: new Map(differences.entries.map((entry) => [entry.id, entry])),
    hidden: differences.hidden,
    moved,
    shelves: shelves.map(({ searchable }) => searchable),
    items: new Map(placed.map(({ id, entry, pin }) => [id, { entry, pin }])),
    exact: (question) => shelves.flatMap(({ exact }) => exact(question)),
  };
}

/** In each language: nothing where the library reads it alike, the new words where there are only more, else the whole. */
function placeEntry(entry: Entry, library: Library, moved: Set<string>): Placed[] {
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

const placePin = ({ key, question, language, entry }: Pin): Placed => ({ id: `pin ${key}`, entry, pin: key, base: baseOf(language), title: question, phrasings: [], sentences: [] });

interface Shelved {
  readonly searchable: Searchable;
  readonly exact: Overlay['exact'];
}

function shelve(base: string, placed: readonly Placed[], library: Library, options: OverlayOptions): Shelved {
  const own = [...options.languages.values()].filter(({ tag }) => baseOf(tag) === base);
  const language = own.find(({ writtenFrom }) => writtenFrom === undefined) ?? plainLanguage(base);
  const analyzer = analyzerFor(language);
  const read = placed.map((one) => readPlaced(one, analyzer));
  const space = library.shelves.find((shelf) => shelf.base === base)?.trained.entries.space;
  const ask = quickModel(read, analyzer, options.background.get(language.tag) ?? NO_BACKGROUND, space);
  const ids = placed.map(({ id }) => id);
  const searchable = { base, language: language.tag, shelf: buildShelf(read, analyzer, ask), ids, weights: QUICK_PRIOR };
  return { searchable, exact: exactly(read, ids, analyzer, language.tag) };
}

function readPlaced({ title, phrasings, sentences }: Placed, analyzer: Analyzer): ReadEntry {
  const read = (text: string) => analyzer.analyze(text);
  return { title: read(title), phrasings: phrasings.map(read), sentences: sentences.map(read) };
}

function exactly(read: readonly ReadEntry[], ids: readonly string[], analyzer: Analyzer, language: string): Overlay['exact'] {
  const keyOf = (words: readonly string[]) => words.join(' ');
  const byKey = new Map<string, string[]>();
  for (const [at, { title, phrasings }] of read.entries()) {
    for (const { words } of [title, ...phrasings]) {
      if (words.length > 0) byKey.set(keyOf(words), [...(byKey.get(keyOf(words)) ?? []), ids[at] ?? '']);
    }
  }
  return (question) => (byKey.get(keyOf(analyzer.analyze(question).words)) ?? []).map((id) => ({ id, language }));
}
