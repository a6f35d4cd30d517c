import type { Entry } from '../entry/entry.ts';
import type { Background } from '../text/background.ts';
import type { LanguageData } from '../text/language.ts';
import type { Library } from './library.ts';
import { indexOverlay, placeEntry, placePin, readSentences, rememberedSentences } from './overlay-index.ts';
import type { Searchable } from './search.ts';

/** What differs from a library, ready to be searched at once. */
export interface Overlay {
  /** Entries that are new or say something else now, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids of entries that are not answered: retired, or of another community's packs. */
  readonly hidden: ReadonlySet<string>;
  /**
   * `<base language>/<id>` of entries that the library's index no longer reads rightly: they stand in an index here.
   */
  readonly moved: ReadonlySet<string>;
  readonly indexes: readonly Searchable[];
  /** What the indexes take in memory, about. */
  readonly bytes: number;
  /** What the ids in the indexes stand for. */
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
  /** Whether it is likely to be built once more soon, with most of its texts as they are. Default: no. */
  readonly isChanging?: boolean | undefined;
}

export const NO_OVERLAY: Overlay = {
  entries: new Map(),
  hidden: new Set(),
  moved: new Set(),
  indexes: [],
  bytes: 0,
  items: new Map(),
  exact: () => [],
};

/** Untrained, so that a few hundred entries take well below a second. */
export function buildOverlay(library: Library, differences: Differences, options: OverlayOptions): Overlay {
  const moved = new Set<string>();
  const sentencesIn = options.isChanging ? rememberedSentences : readSentences;
  const placed = [
    ...differences.entries
      .filter(({ id }) => !differences.hidden.has(id))
      .flatMap((entry) => placeEntry(entry, library, moved, sentencesIn)),
    ...differences.pins.map(placePin),
  ];
  const bases = [...new Set(placed.map(({ base }) => base))].sort();
  const indexes = bases.map((base) =>
    indexOverlay(
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
    indexes: indexes.map(({ searchable }) => searchable),
    bytes: indexes.reduce((sum, { bytes }) => sum + bytes, 0),
    items: new Map(placed.map(({ id, entry, pin }) => [id, { entry, pin }])),
    exact: exactIn(indexes.map(({ exact }) => exact)),
  };
}

/** Apart, so that nothing stays of what the indexes were made from. */
const exactIn =
  (all: readonly Overlay['exact'][]): Overlay['exact'] =>
  (question) =>
    all.flatMap((exact) => exact(question));
