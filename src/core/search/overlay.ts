import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import { baseOf } from '../text/language.ts';
import type { Library } from './library.ts';
import { OwnIndex, type OwnIndexOptions, type OwnText } from './own-index.ts';
import type { Searchable } from './search.ts';

/** How a community's knowledge differs from the library, ready to be searched. */
export interface Overlay {
  /** New and changed entries by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids of entries that are not given: retired ones, and those of packs that the community does not use. */
  readonly hidden: ReadonlySet<string>;
  /** `<base language>/<id>` of entries whose text in the library's index is replaced by one in the overlay's own. */
  readonly moved: ReadonlySet<string>;
  readonly indexes: readonly Searchable[];
  /** Brings the indexes to this version, in a step for each text, as many entries take a second. */
  readonly steps: () => Generator<undefined, void>;
  /** Number of characters in the indexes. */
  readonly characters: number;
  /** Items by their ids in the indexes. */
  readonly items: ReadonlyMap<string, OverlayItem>;
  /** Ids of entries with texts or pins of the community. */
  readonly worded: ReadonlySet<string>;
  /** Items in exactly these words. @param among ids to choose from. Default: all items */
  readonly exact: (
    question: string,
    among?: ReadonlySet<string>,
  ) => readonly { readonly id: string; readonly language: string }[];
}

export interface OverlayItem {
  readonly entry: string;
  /** Key of the pin, if the item is one. Default: it is an entry. */
  readonly pin?: string;
}

/** A question for which a moderator has chosen the answer. */
export interface Pin {
  /** Unique in the overlay. */
  readonly key: string;
  readonly question: string;
  readonly language: string;
  /** Id of an entry in the library or the overlay. */
  readonly entry: string;
}

export interface OverlayContent {
  /** New and changed entries, with all their texts. */
  readonly entries: readonly Entry[];
  readonly hidden: ReadonlySet<string>;
  readonly pins: readonly Pin[];
}

export interface OverlayOptions extends OwnIndexOptions {
  /**
   * Live indexes of an earlier version, by primary subtag. Texts that have not changed are not read again. Default: new
   * indexes.
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

/** Builds an overlay. Texts are read only when its indexes are first searched. */
export const buildOverlay = (...built: Parameters<typeof overlaySteps>): Overlay => atOnce(overlaySteps(...built));

/** Does all steps at once, so that nobody else gets a turn. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Like `buildOverlay`, but in a step for each entry. */
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
  const bases = [...new Set(placed.map(({ base }) => base))].sort();
  for (const base of bases) if (!own.has(base)) yield* OwnIndex.prepare(base, options);
  const versions = bases.map((base) => {
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

/** An item, and the language of the index in which it is. */
interface Placed extends OverlayItem, OwnText {
  /** Primary subtag. */
  readonly base: string;
}

/**
 * An entry's items, by language: none if the library has the same text; only the new phrasings if nothing else differs;
 * else the whole text.
 * @param moved receives the keys of texts that replace the library's; see Overlay
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
