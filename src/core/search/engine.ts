import { LONGEST_QUESTION, OFFERED, SURE, UNSURE } from '../calibration/policy.ts';
import type { Entry } from '../entry/entry.ts';
import { isExactMatch } from '../ranking/rank.ts';
import { baseOf, type LanguageTag } from '../text/language.ts';
import type { Respell, Translate } from '../translation/translations.ts';
import type { Library } from './library.ts';
import { NO_OVERLAY, type Overlay } from './overlay.ts';
import { type Candidate, pool, sureFirst } from './pool.ts';
import { type LanguageFindings, type Searchable, search } from './search.ts';

export interface EngineAnswer {
  readonly kind: 'sure' | 'unsure' | 'unknown';
  /** The ten best candidates of each pack, best first, even if nothing is answered. */
  readonly candidates: readonly Candidate[];
  readonly findings: readonly LanguageFindings[];
}

/**
 * Answers a question by the indexes of all languages, the asker's first.
 * @param overlay what a community added to the library and removed from it. Default: nothing
 */
export function answerFrom(
  library: Library,
  question: string,
  language: LanguageTag,
  overlay: Overlay = NO_OVERLAY,
): EngineAnswer {
  if (question.length > LONGEST_QUESTION) return { kind: 'unknown', candidates: [], findings: [] };
  const answer = answerWhole(library, question, language, overlay);
  return (
    (answer.kind === 'unknown'
      ? answerSmallTalk(answer, (text) => answerWhole(library, text, language, overlay))
      : undefined) ?? answer
  );
}

/** If nothing else is understood, an entry may be found by the question's small talk, such as "thanks for all". */
function answerSmallTalk({ findings }: EngineAnswer, ask: (text: string) => EngineAnswer): EngineAnswer | undefined {
  const said = (findings[0]?.smallTalk ?? []).map(ask);
  return said.find((answer) => answer.kind === 'sure' && answer.findings.some(({ ranked }) => isExactMatch(ranked)));
}

function answerWhole(library: Library, question: string, language: string, overlay: Overlay): EngineAnswer {
  const home = baseOf(language);
  const isHome = (base: string) => base === home || library.undescribed.has(base);
  const isMoved = (base: string, id: string) => overlay.moved.size > 0 && overlay.moved.has(`${base}/${id}`);
  const isOut =
    ({ base }: Searchable) =>
    (id: string) =>
      overlay.hidden.has(id) || isMoved(base, id);
  const mayLack = (base: string) => haveGaps(library.entries, base) || haveGaps(overlay.entries, base);
  const entryOf = (id: string): Entry | undefined => overlay.entries.get(id) ?? library.entries.get(id);
  const asking = {
    question,
    home,
    reach: routeLanguages(library, question, home),
    translate: library.translate,
    respell: library.respell,
  };
  const inLibrary = searchAll(library.indexes, { ...asking, entries: library.entries, mayLack, isOut, entryOf });
  const inOverlay =
    overlay.indexes.length === 0
      ? []
      : searchAll(overlay.indexes, {
          ...asking,
          entries: overlay.entries,
          mayLack: () => true,
          isOut: () => () => false,
          entryOf: (id) => entryOf(overlay.items.get(id)?.entry ?? id),
        });
  const isPin = ({ ranked }: LanguageFindings) => overlay.items.get(ranked[0]?.id ?? '')?.pin !== undefined;
  const leadsTo = (id: string): string => overlay.items.get(id)?.entry ?? id;
  // Entries that the community changed compete in its own index instead of the library's.
  const weighed = besides(inOverlay, inLibrary, leadsTo, (entry) => !overlay.worded.has(entry));
  const sure = weighed.filter(({ confidence }) => confidence >= SURE);
  const [shared, own] = checkAcrossLanguages([besides(inLibrary, sure, leadsTo), weighed], isPin);
  const findings = [...shared, ...own];
  const candidates = sureFirst(pool(findings, isHome, question, overlay, entryOf), shared, own);
  const best = candidates[0]?.confidence ?? 0;
  return { kind: best >= SURE ? 'sure' : best >= UNSURE ? 'unsure' : 'unknown', candidates, findings };
}

interface Asking {
  /** Entries by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Whether some entry may lack a text in a language. */
  readonly mayLack: (base: string) => boolean;
  readonly question: string;
  readonly home: string;
  readonly reach: LanguageRoutes;
  readonly translate: Translate;
  readonly respell: Respell;
  readonly isOut: (index: Searchable) => (id: string) => boolean;
  /** The entry for an id in an index; a pin's id leads to the pinned entry. */
  readonly entryOf: (id: string) => Entry | undefined;
}

/**
 * The confidence of each result beside the other group's results in the same language. Alone, a small index has no
 * rivals, and would be confident of anything. Each entry counts by its best score.
 * @param leadsTo the entry of an index's id
 * @param isRival whether an entry of the other group competes. Default: all do
 */
function besides(
  findings: readonly LanguageFindings[],
  others: readonly LanguageFindings[],
  leadsTo: (id: string) => string,
  isRival: (entry: string) => boolean = () => true,
): readonly LanguageFindings[] {
  return findings.map(({ amongAll, ...finding }) => {
    const { language, translated, ranked } = finding;
    const [first] = ranked;
    const rivals = others
      .filter((one) => one.language === language && !one.translated)
      .flatMap((one) => one.ranked)
      .filter(({ id }) => isRival(leadsTo(id)));
    if (!amongAll || translated || !first || rivals.length === 0) return finding;
    // Indexes may have weights of their own. Scores are compared by the shipped ones.
    const scored = [
      ...ranked.map(({ id, score }) => ({ id, score })),
      ...rivals.map(({ id, commonScore }) => ({ id, score: first.score + commonScore - first.commonScore })),
    ];
    const scores = new Map<string, number>();
    for (const { id, score } of scored) {
      const entry = leadsTo(id);
      scores.set(entry, Math.max(score, scores.get(entry) ?? score));
    }
    return { ...finding, confidence: amongAll([...scores.values()]) };
  });
}

/** Searches the asker's language first. If that has a confident answer, other languages are not needed. */
function searchAll(indexes: readonly Searchable[], asking: Asking): LanguageFindings[] {
  const { question, home, reach, isOut, entries } = asking;
  const askPlainly = (index: Searchable) => search(index, question, isOut(index));
  // A romanised question is also searched in its own script before anything counts as confident: a phrasing with the
  // same romanised spelling proves less.
  const findings = indexes
    .filter(({ base }) => base === home)
    .flatMap((index) => [askPlainly(index), ...askRespelled(index, asking)]);
  const isSure = findings.some(({ confidence }) => confidence >= SURE);
  if (isSure && (!haveGaps(entries, home) || findings.some(({ ranked }) => isExactMatch(ranked)))) return findings;
  const foreign = isSure ? [] : indexes.filter(({ base }) => base !== home && reach.isPlain(base));
  const respelled = indexes.filter(({ base }) => base !== home).flatMap((index) => askRespelled(index, asking));
  return [
    ...findings,
    ...foreign.map(askPlainly),
    ...indexes.flatMap((index) => askTranslated(index, asking)),
    ...respelled,
  ];
}

function askRespelled(index: Searchable, { question, respell, isOut }: Asking): LanguageFindings[] {
  const respelled = respell(question, index);
  return respelled === undefined ? [] : [{ ...search(index, respelled, isOut(index)), translated: true }];
}

function askTranslated(
  index: Searchable,
  { question, home, reach, translate, mayLack, isOut, entryOf }: Asking,
): LanguageFindings[] {
  const from = reach.from(index.base);
  if (from === undefined || !mayLack(index.base === home ? from : home)) return [];
  const isHidden = isOut(index);
  const isMasked = (id: string) => isHidden(id) || !reach.isLast(index.base, entryOf(id));
  if (index.ids.every(isMasked)) return [];
  return [{ ...search(index, translate(question, from, index), isMasked), translated: true }];
}

/** The results of the library's indexes, and of the community's. */
type Both = readonly [shared: readonly LanguageFindings[], own: readonly LanguageFindings[]];

/**
 * Keeps an entry in the asker's language from answering in place of a nearer one that exists in other languages only:
 * if there is one, the confident answer becomes an offer. If not, or if the answer is a moderator's pin, the results of
 * translated questions are dropped.
 */
export function checkAcrossLanguages([shared, own]: Both, isPin: (finding: LanguageFindings) => boolean): Both {
  const [sure] = byConfidence(
    [...shared, ...own].filter(({ translated, confidence }) => !translated && confidence >= SURE),
  );
  if (!sure) return [shared, own];
  const [best] = byConfidence([...shared, ...own].filter(({ translated }) => translated));
  const isDoubtful = best !== undefined && !isPin(sure) && nearestIn(best) > nearestIn(sure);
  const kept = isDoubtful ? trustLess : withoutTranslated;
  return [kept(shared), kept(own)];
}

const byConfidence = (findings: readonly LanguageFindings[]): LanguageFindings[] =>
  [...findings].sort((a, b) => b.confidence - a.confidence);
const nearestIn = ({ ranked }: LanguageFindings): number => ranked[0]?.nearest ?? 0;
const withoutTranslated = (findings: readonly LanguageFindings[]): LanguageFindings[] =>
  findings.filter(({ translated }) => !translated);
const trustLess = (findings: readonly LanguageFindings[]): LanguageFindings[] =>
  findings.map((one) => (one.translated ? one : { ...one, confidence: Math.min(one.confidence, OFFERED) }));

/** In which words a question is searched in the index of each language. */
interface LanguageRoutes {
  /** Whether an index is searched for the question as it was asked. */
  readonly isPlain: (base: string) => boolean;
  /** The language from which the question is translated for an index; undefined if it is not. */
  readonly from: (base: string) => string | undefined;
  /** Whether the index has the best text of the entry for the asker, as none is in a nearer language. */
  readonly isLast: (base: string, entry: Entry | undefined) => boolean;
}

/**
 * Decides in which words each language's index is searched. An entry with a text in the asker's language is searched in
 * no other language but the question's, as it would be found there only by chance. For an entry without one, the
 * question is translated.
 * @param home the asker's language, a primary subtag
 */
export function routeLanguages(library: Library, question: string, home: string): LanguageRoutes {
  let known: { readonly languages: ReadonlySet<string> | undefined } | undefined;
  const spoken = (): ReadonlySet<string> | undefined => {
    known ??= { languages: library.spoken(question) };
    return known.languages;
  };
  /** The question's language: the asker's if it may be that. */
  const source = (): string => {
    const [first = home] = spoken() ?? [];
    return spoken()?.has(home) ? home : first;
  };
  /** Whether the question is rather in that language than in the asker's. */
  const isIn = (base: string): boolean =>
    (source() !== home || library.undescribed.has(base)) && spoken()?.has(base) === true;
  return {
    isPlain: (base) => base === home || (spoken()?.has(base) ?? true),
    from: (base) => (source() === base || isIn(base) ? undefined : source()),
    isLast: (base, entry) => !hasText(entry, source()) && (base === home || !hasText(entry, home)),
  };
}

/**
 * The languages of each entry, as every question without a confident answer needs those of all entries. Cached by
 * object, since a changed entry is a new one.
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

/** By the entries, which are a new object when they change, and by language: every question needs it. */
const GAPS = new WeakMap<ReadonlyMap<string, Entry>, Map<string, boolean>>();

/** Whether some entry has no text in a language. @param base primary subtag */
export function haveGaps(entries: ReadonlyMap<string, Entry>, base: string): boolean {
  const known = GAPS.get(entries) ?? new Map<string, boolean>();
  const before = known.get(base);
  if (before !== undefined) return before;
  const gaps = [...entries.values()].some((entry) => !hasText(entry, base));
  GAPS.set(entries, known.set(base, gaps));
  return gaps;
}

/**
 * The language from which a question is translated for an index that has the best text of some entries; undefined if it
 * is not translated.
 * @param home the asker's language, a primary subtag
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
