import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import { baseOf } from '../text/language.ts';
import type { Library } from './library.ts';
import { OwnIndex, type OwnIndexOptions, type OwnText } from './own-index.ts';
import type { Searchable } from './search.ts';

/** Differences from a library, ready to be searched at once. */
export interface Overlay {
  /** Entries that are new or say something else now, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids of entries that are not answered: retired, or of another community's packs. */
  readonly hidden: ReadonlySet<string>;
  /** `<base language>/<id>` of entries that the library's index no longer reads rightly: they are in an index here. */
  readonly moved: ReadonlySet<string>;
  readonly indexes: readonly Searchable[];
  /** Brings the indexes to this version, a step for each text that is read: of many entries that takes a second. */
  readonly steps: () => Generator<undefined, void>;
  /** Characters in the indexes. */
  readonly characters: number;
  /** Items by their ids in the indexes. */
  readonly items: ReadonlyMap<string, OverlayItem>;
  /** Ids of the entries of which it has words, pins included. */
  readonly worded: ReadonlySet<string>;
  /** Items that were put in these very words. @param among ids; default: all items. */
  readonly exact: (
    question: string,
    among?: ReadonlySet<string>,
  ) => readonly { readonly id: string; readonly language: string }[];
}

export interface OverlayItem {
  readonly entry: string;
  /** Key of the pin that it is. Default: it is none. */
  readonly pin?: string;
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

export interface OverlayContent {
  /** Whole entries, new or changed. */
  readonly entries: readonly Entry[];
  readonly hidden: ReadonlySet<string>;
  readonly pins: readonly Pin[];
}

export interface OverlayOptions extends OwnIndexOptions {
  /**
   * The live indexes of whose overlay it is, by primary subtag: what stays from version to version is not read again.
   * Default: new ones.
   */
  readonly own?: Map<string, OwnIndex>;
}

export const NO_OVERLAY: Overlay = {
  entries: new Map(),
  hidden: new Set(),
  moved: new Set(),
  indexes: [],
  *steps() {},
  characters: 0,
  items: new Map(),
  worded: new Set(),
  exact: () => [],
};

/** Reads nothing yet: its indexes are brought to this version when they are asked. */
export const buildOverlay = (...built: Parameters<typeof overlaySteps>): Overlay => atOnce(overlaySteps(...built));

/** Takes all steps in one go, and others wait. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a step for each entry. */
export function* overlaySteps(
  library: Library,
  differences: OverlayContent,
  options: OverlayOptions,
): Generator<undefined, Overlay> {
  const moved = new Set<string>();
  const own = options.own ?? new Map<string, OwnIndex>();
  const placed: Placed[] = [];
  let characters = 0;
  const place = (one: Placed): void => {
    placed.push(one);
    characters += charactersOf(one);
  };
  for (const entry of differences.entries) {
    if (!differences.hidden.has(entry.id)) placeEntry(entry, library, moved).forEach(place);
    yield;
  }
  differences.pins.map(placePin).forEach(place);
  const versions = [...new Set(placed.map(({ base }) => base))].sort().map((base) => {
    const index = own.get(base) ?? new OwnIndex(base, options);
    own.set(base, index);
    const texts = new Map(placed.filter((one) => one.base === base).map((one) => [one.id, one]));
    return { index, texts, searchable: index.at(texts) };
  });
  return {
    entries: new Map(differences.entries.map((entry) => [entry.id, entry])),
    hidden: differences.hidden,
    moved,
    indexes: versions.map(({ searchable }) => searchable),
    *steps() {
      for (const { index, texts } of versions) yield* index.steps(texts);
    },
    characters,
    items: new Map(placed.map(({ id, entry, pin }) => [id, { entry, pin }])),
    worded: new Set(placed.map(({ entry }) => entry)),
    exact: (question, among) =>
      versions.flatMap(({ searchable: { exact, language } }) => exact(question, among).map((id) => ({ id, language }))),
  };
}

/** An item placed in the index of a language. */
interface Placed extends OverlayItem, OwnText {
  /** Primary subtag. */
  readonly base: string;
}

/**
 * An entry in each language: nothing if the library reads it alike, the new words if there are only more, else the
 * whole.
 * @param moved takes the names of those that the library's index no longer reads rightly; see Overlay.
 */
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
    if (title === undefined) return [];
    const id = `entry ${base} ${entry.id}`;
    return [{ id, entry: entry.id, base, title, phrasings, answers: isKept ? [] : after }];
  });
}

const textsIn = (entry: Entry | undefined, base: string): EntryText[] =>
  [...(entry?.texts.values() ?? [])].filter(({ language }) => baseOf(language) === base);

const wordsOf = ({ title, phrasings }: EntryText): string[] => [title, ...phrasings];

const placePin = ({ key, question, language, entry }: Pin): Placed => ({
  id: `pin ${key}`,
  entry,
  pin: key,
  base: baseOf(language),
  title: question,
  phrasings: [],
  answers: [],
});

const charactersOf = ({ title, phrasings, answers }: OwnText): number =>
  [title, ...phrasings].join('').length + answers.reduce((sum, { answer }) => sum + plainText(answer).length, 0);
