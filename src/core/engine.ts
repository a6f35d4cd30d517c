import { SURE, UNSURE } from './calibration/policy.ts';
import { doubt } from './doubt.ts';
import type { Entry } from './entry.ts';
import { baseOf } from './language.ts';
import type { Library } from './library.ts';
import { NO_OVERLAY, type Overlay } from './overlay.ts';
import { type Candidate, pool, settle } from './pool.ts';
import { isInItsWords } from './ranking/rank.ts';
import { haveGaps, type Reach, reachOf } from './reach.ts';
import { type Finding, type Searchable, search } from './search.ts';
import type { Translate } from './translations.ts';

/** Characters of a question; a longer one is no question. */
export const LONGEST_QUESTION = 2000;

export interface Answer {
  readonly kind: 'sure' | 'unsure' | 'unknown';
  /** The best ten of each pack, best first, whatever the kind. */
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
  const answer = answerWhole(library, question, language, overlay);
  return (answer.kind === 'unknown' ? answerSmallTalk(answer, (text) => answerWhole(library, text, language, overlay)) : undefined) ?? answer;
}

/** Where nothing else is understood, an entry that is there for the small talk beside it: "thanks for all". */
function answerSmallTalk({ findings }: Answer, ask: (text: string) => Answer): Answer | undefined {
  const said = (findings[0]?.smallTalk ?? []).map(ask);
  return said.find((answer) => answer.kind === 'sure' && answer.findings.some(({ ranked }) => isInItsWords(ranked)));
}

function answerWhole(library: Library, question: string, language: string, overlay: Overlay): Answer {
  const home = baseOf(language);
  const isHome = (base: string) => base === home || library.undescribed.has(base);
  const isOut = (shelf: Searchable) => (id: string) => overlay.hidden.has(id) || overlay.moved.has(`${shelf.base}/${id}`);
  const entryOf = (id: string): Entry | undefined => overlay.entries.get(id) ?? library.entries.get(id);
  const asking = { question, home, reach: reachOf(library, question, home), translate: library.translate };
  const inLibrary = searchAll(library.shelves, { ...asking, entries: library.entries, isOut, entryOf });
  const inOverlay = searchAll(overlay.shelves, { ...asking, entries: overlay.entries, isOut: () => () => false, entryOf: (id) => entryOf(overlay.items.get(id)?.entry ?? id) });
  const isPin = ({ ranked }: Finding) => overlay.items.get(ranked[0]?.id ?? '')?.pin !== undefined;
  const [shared, own] = doubt([inLibrary, inOverlay], isPin);
  const findings = [...shared, ...own];
  const candidates = settle(pool(findings, isHome, question, overlay, entryOf), shared, own);
  const best = candidates[0]?.confidence ?? 0;
  return { kind: best >= SURE ? 'sure' : best >= UNSURE ? 'unsure' : 'unknown', candidates, findings };
}

interface Asking {
  /** What is on the shelves. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly question: string;
  readonly home: string;
  readonly reach: Reach;
  readonly translate: Translate;
  readonly isOut: (shelf: Searchable) => (id: string) => boolean;
  /** What an id on a shelf stands for. */
  readonly entryOf: (id: string) => Entry | undefined;
}

/** At home first: of what is there, a sure answer needs no second opinion. */
function searchAll(shelves: readonly Searchable[], asking: Asking): Finding[] {
  const { question, home, reach, isOut, entries } = asking;
  const askPlainly = (shelf: Searchable) => search(shelf, question, isOut(shelf));
  const findings = shelves.filter(({ base }) => base === home).map(askPlainly);
  const isSure = findings.some(({ confidence }) => confidence >= SURE);
  if (isSure && (!haveGaps(entries, home) || findings.some(({ ranked }) => isInItsWords(ranked)))) return findings;
  const foreign = isSure ? [] : shelves.filter(({ base }) => base !== home && reach.isPlain(base));
  return [...findings, ...foreign.map(askPlainly), ...shelves.flatMap((shelf) => askTranslated(shelf, asking))];
}

function askTranslated(shelf: Searchable, { question, reach, translate, isOut, entryOf }: Asking): Finding[] {
  const from = reach.from(shelf.base);
  const isMasked = (id: string) => isOut(shelf)(id) || !reach.isLast(shelf.base, entryOf(id));
  if (from === undefined || shelf.ids.every(isMasked)) return [];
  return [{ ...search(shelf, translate(question, from, shelf), isMasked), translated: true }];
}
