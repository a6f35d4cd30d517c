import { LONGEST_QUESTION, OFFERED, SURE, UNSURE } from '../calibration/policy.ts';
import type { Entry } from '../entry/entry.ts';
import { isExactMatch } from '../ranking/rank.ts';
import { baseOf } from '../text/language.ts';
import type { Respell, Translate } from '../translation/translations.ts';
import type { Library } from './library.ts';
import { NO_OVERLAY, type Overlay } from './overlay.ts';
import { type Candidate, pool, sureFirst } from './pool.ts';
import { type LanguageFindings, type Searchable, search } from './search.ts';

export interface EngineAnswer {
  readonly kind: 'sure' | 'unsure' | 'unknown';
  /** The best ten of each pack, best first, whatever the kind. */
  readonly candidates: readonly Candidate[];
  /** Why, for each index that was searched. */
  readonly findings: readonly LanguageFindings[];
}

/**
 * Answers a question from every language's index, the asker's preferred.
 * @param language a BCP 47 tag.
 * @param overlay what a community adds to and takes from the library. Default: nothing.
 */
export function answerFrom(
  library: Library,
  question: string,
  language: string,
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

/** If nothing else is understood, an entry that is there for the small talk beside it: "thanks for all". */
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
  // Entries of which the community has words are rivals in its own index.
  const weighed = besides(inOverlay, inLibrary, leadsTo, (entry) => !overlay.worded.has(entry));
  const sure = weighed.filter(({ confidence }) => confidence >= SURE);
  const [shared, own] = checkAcrossLanguages([besides(inLibrary, sure, leadsTo), weighed], isPin);
  const findings = [...shared, ...own];
  const candidates = sureFirst(pool(findings, isHome, question, overlay, entryOf), shared, own);
  const best = candidates[0]?.confidence ?? 0;
  return { kind: best >= SURE ? 'sure' : best >= UNSURE ? 'unsure' : 'unknown', candidates, findings };
}

interface Asking {
  /** Entries of the indexes. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Whether the entry of an id in them may have no text in a language. */
  readonly mayLack: (base: string) => boolean;
  readonly question: string;
  readonly home: string;
  readonly reach: LanguageRoutes;
  readonly translate: Translate;
  readonly respell: Respell;
  readonly isOut: (index: Searchable) => (id: string) => boolean;
  /** The entry of an id in an index. */
  readonly entryOf: (id: string) => Entry | undefined;
}

/**
 * How sure each finding is beside what the others found in the same language: a few texts have no rivals among
 * themselves, and would be sure of anything. The best score of each entry counts.
 * @param leadsTo gives the entry of an id in an index
 * @param isRival tells entries of the others that count. Default: all
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
    // Each index may have weights of its own: a rival is as far from the first entry as the common ones say.
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

/** At home first: of what is there, a sure answer needs no second opinion. */
function searchAll(indexes: readonly Searchable[], asking: Asking): LanguageFindings[] {
  const { question, home, reach, isOut, entries } = asking;
  const askPlainly = (index: Searchable) => search(index, question, isOut(index));
  // A question typed in other letters is read in the language's own, too, before anything is sure: a phrasing that is
  // typed alike says less.
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

/** Findings of the library's indexes, and of the community's. */
type Both = readonly [shared: readonly LanguageFindings[], own: readonly LanguageFindings[]];

/**
 * A neighbour must not answer in place of an entry that lacks the asker's language: a sure answer is no more than
 * offered if an entry in another language only is nearer to the question. If it is no neighbour, or is a moderator's
 * pin, what was found in other languages' words is left out.
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

/** In which words a question is put to the indexes of the several languages. */
interface LanguageRoutes {
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
