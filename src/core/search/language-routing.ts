import type { Entry } from '../entry/entry.ts';
import { baseOf } from '../text/language.ts';
import type { Library } from './library.ts';
import type { Searchable } from './search.ts';

/** In which words a question is put to the indexes of the several languages. */
export interface LanguageRoutes {
  /** Whether an index is asked in the question's own words. */
  readonly isPlain: (base: string) => boolean;
  /** The language from which the question is put into that index's words, if it is. */
  readonly from: (base: string) => string | undefined;
  /**
   * Whether the index's text of an entry is the best there is for the asker: it has none in a language that is nearer.
   */
  readonly isLast: (base: string, entry: Entry | undefined) => boolean;
}

/**
 * An entry that exists in the asker's language is not looked up in a language that the question is not written in: it
 * would only be found by chance. If it exists in another language only, the question is put into that language's words.
 * @param home the asker's language, a primary subtag.
 */
export function routeLanguages(library: Library, question: string, home: string): LanguageRoutes {
  let known: { readonly languages: ReadonlySet<string> | undefined } | undefined;
  const spoken = (): ReadonlySet<string> | undefined => {
    known ??= { languages: library.spoken(question) };
    return known.languages;
  };
  /** The language it is written in: the asker's own if it may be. */
  const source = (): string => {
    const [first = home] = spoken() ?? [];
    return spoken()?.has(home) ? home : first;
  };
  /** Whether it is rather in that language than in the asker's. */
  const isIn = (base: string): boolean =>
    (source() !== home || library.undescribed.has(base)) && spoken()?.has(base) === true;
  return {
    isPlain: (base) => base === home || (spoken()?.has(base) ?? true),
    from: (base) => (source() === base || isIn(base) ? undefined : source()),
    isLast: (base, entry) => !hasText(entry, source()) && (base === home || !hasText(entry, home)),
  };
}

/**
 * An entry is one object until its text changes; asked for every entry by each question that nothing is sure to answer.
 */
const BASES = new WeakMap<Entry, ReadonlySet<string>>();

function hasText(entry: Entry | undefined, base: string): boolean {
  if (!entry) return false;
  const known = BASES.get(entry);
  if (known) return known.has(base);
  const bases = new Set([...entry.texts.keys()].map(baseOf));
  BASES.set(entry, bases);
  return bases.has(base);
}

/** Asked for every question, and the same until entries change. */
const GAPS = new WeakMap<ReadonlyMap<string, Entry>, Map<string, boolean>>();

/** Whether some entry has no text in a language. @param base a primary subtag. */
export function haveGaps(entries: ReadonlyMap<string, Entry>, base: string): boolean {
  const known = GAPS.get(entries) ?? new Map<string, boolean>();
  const before = known.get(base);
  if (before !== undefined) return before;
  const gaps = [...entries.values()].some((entry) => !hasText(entry, base));
  GAPS.set(entries, known.set(base, gaps));
  return gaps;
}

/**
 * The language from which a question is put into an index's words, because a nearer one lacks some of its entries;
 * undefined if it is not. @param home the asker's language, a primary subtag.
 */
export function translatedFrom(
  { base, ids }: Pick<Searchable, 'base' | 'ids'>,
  entries: ReadonlyMap<string, Entry>,
  reach: LanguageRoutes,
  home: string,
): string | undefined {
  const from = reach.from(base);
  if (from === undefined || !haveGaps(entries, base === home ? from : home)) return undefined;
  return ids.some((id) => reach.isLast(base, entries.get(id))) ? from : undefined;
}
