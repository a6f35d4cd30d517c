import type { Entry } from './entry.ts';
import { baseOf } from './language.ts';
import type { Library } from './library.ts';
import { NO_OVERLAY, type Overlay } from './overlay.ts';
import { type Candidate, pool, settle } from './pool.ts';
import { type Finding, type Searchable, SURE, search } from './search.ts';

/** From here on an entry is worth a "did you mean". */
export const UNSURE = 0.15;
/** Characters of a question; a longer one is no question. */
export const LONGEST_QUESTION = 2000;

export interface Answer {
  readonly kind: 'sure' | 'unsure' | 'unknown';
  /** The best ten, best first, whatever the kind. */
  readonly candidates: readonly Candidate[];
  /** Why, for each shelf that was searched. */
  readonly findings: readonly Finding[];
}

/**
 * Answers a question from every language's shelf, the asker's preferred.
 * @param language a BCP 47 tag.
 * @param overlay what a community adds to and takes from the library. Default: nothing.
 */
export function answerFrom(library: Library, question: string, language: string, overlay: Overlay = NO_OVERLAY): Answer {
  if (question.length > LONGEST_QUESTION) return { kind: 'unknown', candidates: [], findings: [] };
  const home = baseOf(language);
  const isOut = (shelf: Searchable) => (id: string) => overlay.hidden.has(id) || overlay.moved.has(`${shelf.base}/${id}`);
  const isForeign = foreignTo(library, question, home);
  const shared = searchAll(library.shelves, question, home, (shelf) => (id) => isOut(shelf)(id) || isForeign(shelf, id));
  const own = searchAll(overlay.shelves, question, home, () => () => false);
  const entryOf = (id: string): Entry | undefined => overlay.entries.get(id) ?? library.entries.get(id);
  const candidates = settle(pool([...shared, ...own], home, question, overlay, entryOf), shared, own);
  const best = candidates[0]?.confidence ?? 0;
  return { kind: best >= SURE ? 'sure' : best >= UNSURE ? 'unsure' : 'unknown', candidates, findings: [...shared, ...own] };
}

/**
 * What is there in the asker's language is not looked up in a language that the question is not written in: it would only
 * be found by chance.
 */
function foreignTo(library: Library, question: string, home: string): (shelf: Searchable, id: string) => boolean {
  let spoken: ReadonlySet<string> | undefined;
  const isAtHome = (id: string) => [...(library.entries.get(id)?.texts.keys() ?? [])].some((tag) => baseOf(tag) === home);
  return ({ base }, id) => {
    if (base === home) return false;
    spoken ??= library.spoken(question);
    return spoken !== undefined && !spoken.has(base) && isAtHome(id);
  };
}

/** At home first: a sure answer there needs no second opinion. */
function searchAll(shelves: readonly Searchable[], question: string, home: string, maskOf: (shelf: Searchable) => (id: string) => boolean): Finding[] {
  const search1 = (shelf: Searchable) => search(shelf, question, maskOf(shelf));
  const findings = shelves.filter(({ base }) => base === home).map(search1);
  if (findings.some(({ confidence }) => confidence >= SURE)) return findings;
  const foreign = shelves.filter((shelf) => shelf.base !== home && !shelf.ids.every(maskOf(shelf)));
  return [...findings, ...foreign.map(search1)];
}
