import type { Entry } from '../../core/entry/entry.ts';
import { type EngineAnswer, routeLanguages } from '../../core/search/engine.ts';
import type { Library } from '../../core/search/library.ts';
import type { Overlay } from '../../core/search/overlay.ts';
import { search, textsAsked } from '../../core/search/search.ts';
import { baseOf } from '../../core/text/language.ts';
import type { Community } from '../community/community.ts';
import { turns } from '../conversation/turns.ts';
import type { CheckCase, SharedKnowledge } from '../ports/knowledge.ts';

/** A question that a change would break. */
export interface Regression extends Case {
  /** The entry that it would find; null for none. */
  readonly instead: Entry | null;
  /** Whether `entry` has this question already, and the change would give it to `instead`, too. Default: no. */
  readonly isTaken?: boolean;
}

interface Knower extends Pick<Community, 'steps' | 'answer'> {
  readonly knowledge: () => Pick<ReturnType<Community['knowledge']>, 'entries' | 'overlay'>;
}

type Checked = Pick<SharedKnowledge, 'library' | 'checks'>;

/** Changed items of a community that match a question with less confidence than this leave its answer as it was. */
const FAINT = 0.25;

/**
 * Finds questions that a change would break: checks of the packs, titles of entries, and new titles that would not find
 * their entry. Those that failed before are ignored. It takes seconds of computing, in time slices; each community gets
 * an equal share.
 */
export async function regressionsOf(
  before: Knower,
  after: Knower,
  shared: Checked,
  { community, ...scope }: Scope,
): Promise<Regression[]> {
  const regressions: Regression[] = [];
  await turns.take(community, lookForRegressions(before, after, shared, scope, regressions));
  return regressions;
}

/** Whose change it is, and ids of entries whose own questions are ignored; `exempt` is called once. */
interface Scope {
  readonly community: string;
  readonly exempt: () => ReadonlySet<string>;
  /** Questions that members asked. Default: none. */
  readonly asked?: readonly AskedLately[];
}

/**
 * A question that members asked. If it gets the right answer, it must keep it; if it gets none, it must not get a wrong
 * one.
 */
export interface AskedLately {
  readonly question: string;
  readonly language: string;
  /** Id of the entry that they mean; null if nobody knows. */
  readonly entry: string | null;
}

function* lookForRegressions(
  before: Knower,
  after: Knower,
  shared: Checked,
  { exempt, asked = [] }: Omit<Scope, 'community'>,
  regressions: Regression[],
): Generator<undefined, void> {
  yield* before.steps();
  yield* after.steps();
  const ignored = exempt();
  const cases = [
    ...casesOf(before.knowledge().entries, after.knowledge().entries, shared),
    ...asked.map((one): Case => ({ ...one, isAsked: true })),
  ].filter(({ entry }) => entry === null || !ignored.has(entry));
  // First one state, then the other: a community's live index is changed whenever they take turns.
  const suspects = yield* suspectsOf(before, after, cases, shared);
  const passing: { readonly one: Case; readonly allowed: readonly (string | null)[] }[] = [];
  for (const one of suspects) {
    yield;
    const was = one.isNew ? one.entry : idFound(ask(before, one));
    if (was === one.entry) passing.push({ one, allowed: [one.entry] });
    else if (one.isAsked && was === null) passing.push({ one, allowed: [null, one.entry] });
  }
  for (const { one, allowed } of passing) {
    yield;
    const answer = ask(after, one);
    if (!allowed.includes(idFound(answer))) regressions.push({ ...one, instead: found(answer) });
  }
}

const idFound = (answer: EngineAnswer): string | null => found(answer)?.id ?? null;

const found = ({ kind, candidates }: EngineAnswer): Entry | null =>
  kind === 'sure' ? (candidates[0]?.entry ?? null) : null;

const ask = (knower: Knower, { question, language }: Case): EngineAnswer => knower.answer(question, language);

/** Cases whose answer a change may affect: most have nothing to do with it. */
function* suspectsOf(
  before: Knower,
  after: Knower,
  cases: readonly Case[],
  { library }: Pick<SharedKnowledge, 'library'>,
): Generator<undefined, readonly Case[]> {
  const [was, is] = [before.knowledge().overlay, after.knowledge().overlay];
  const touched = new Set([
    ...differing(was.hidden, is.hidden),
    ...differing(was.moved, is.moved).map((key) => key.slice(key.indexOf('/') + 1)),
  ]);
  const changed = changedBetween(was, is);
  // A pack's text that is no longer hidden may come before any of the community's own entries.
  const isNear = (id: string): boolean =>
    changed.entries.has(id) || (touched.size > 0 && (was.entries.has(id) || is.entries.has(id)));
  const suspects = new Set(cases.filter(({ isNew, entry }) => isNew || (entry !== null && isNear(entry))));
  for (const overlay of [was, is]) {
    const isTouched = touchedBy(overlay, changed.items, library);
    for (const one of cases) {
      if (suspects.has(one)) continue;
      yield;
      if (isTouched(one)) suspects.add(one);
    }
  }
  if (touched.size === 0) return [...suspects];
  for (const one of cases) {
    if (suspects.has(one)) continue;
    yield;
    if (ask(before, one).candidates.some(({ entry }) => touched.has(entry.id))) suspects.add(one);
  }
  return [...suspects];
}

/** Returns a function that tells whether a question finds a changed item of an overlay. */
function touchedBy(
  { exact, indexes, items: own }: Overlay,
  changed: ReadonlySet<string>,
  library: Library,
): (asked: Pick<Case, 'question' | 'language'>) => boolean {
  const items = new Set([...changed].filter((id) => own.has(id)));
  if (items.size === 0) return () => false;
  const looked = indexes
    .map((index) => ({ index, entries: [...index.ids.entries()].flatMap(([at, id]) => (items.has(id) ? [at] : [])) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ index, entries }) => ({ index, isShared: index.index.sharing(entries) }));
  return ({ question, language }) => {
    const { isPlain } = routeLanguages(library, question, baseOf(language));
    // The cheapest test first: languages of checks are cached, while comparing words with a change takes longer.
    const isFoundIn = ({ index, isShared }: (typeof looked)[number]): boolean =>
      isPlain(index.base) &&
      textsAsked(question).some(isShared) &&
      search(index, question, (id) => !items.has(id)).confidence >= FAINT;
    return looked.some(isFoundIn) || exact(question, items).length > 0;
  };
}

/** Entries, and items of indexes, that differ between two overlays. */
function changedBetween(
  was: Overlay,
  is: Overlay,
): { readonly entries: ReadonlySet<string>; readonly items: ReadonlySet<string> } {
  const entries = new Set(
    [...was.entries.keys(), ...is.entries.keys()].filter((id) => !areAlike(was.entries.get(id), is.entries.get(id))),
  );
  const leadsTo = ({ items }: Overlay, id: string) => items.get(id)?.entry ?? '';
  const items = new Set(
    [...was.items.keys(), ...is.items.keys()].filter(
      (id) => leadsTo(was, id) !== leadsTo(is, id) || entries.has(leadsTo(is, id)),
    ),
  );
  return { entries, items };
}

/** Texts that have not changed are mostly the same objects. */
function areAlike(one: Entry | undefined, other: Entry | undefined): boolean {
  const [texts, others] = [[...(one?.texts ?? [])], [...(other?.texts ?? [])]];
  const areSame =
    texts.length === others.length &&
    texts.every(([language, text], at) => others[at]?.[0] === language && others[at]?.[1] === text);
  return areSame || textsOf(one) === textsOf(other);
}

const textsOf = (entry: Entry | undefined): string => (entry ? JSON.stringify([...entry.texts]) : '');

const differing = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((one) => !b.has(one)).concat([...b].filter((one) => !a.has(one)));

/** A question, and the entry that it must find. */
interface Case {
  readonly question: string;
  readonly language: string;
  /** Id; null if it must find none. */
  readonly entry: string | null;
  /** Position of the check in its file. Default: it is no check. */
  readonly check?: Pick<CheckCase, 'file' | 'line'>;
  /** Whether the entry or this title of it is new. Default: no. */
  readonly isNew?: boolean;
  /** See AskedLately. Default: no. */
  readonly isAsked?: boolean;
}

type Entries = ReadonlyMap<string, Entry>;

/** Questions to ask when entries change: checks of the packs, titles of entries, and new titles. */
export function casesOf(before: Entries, after: Entries, { checks }: Pick<SharedKnowledge, 'checks'>): Case[] {
  const written = checks
    .filter(({ entry }) => entry === null || before.has(entry))
    .map(({ text, language, entry, file, line }): Case => ({ question: text, language, entry, check: { file, line } }));
  const [was, is] = [titlesOf(before), titlesOf(after)];
  // A title that was changed on purpose is no loss; instead the new one must find its entry.
  const own = [...was].filter(([key, { question, entry }]) =>
    is.has(key) ? is.get(key)?.question === question : !after.has(entry),
  );
  const fresh = [...is].filter(([key, { question }]) => was.get(key)?.question !== question);
  return [...written, ...own.map(([, one]) => one), ...fresh.map(([, one]) => ({ ...one, isNew: true }))];
}

/** Titles of entries, by language and id. */
function titlesOf(entries: Entries): Map<string, Case & { readonly entry: string }> {
  const titles = [...entries.values()].flatMap(({ id, texts }) =>
    [...texts.values()].map(
      ({ title, language }) => [`${language}/${id}`, { question: title, language, entry: id }] as const,
    ),
  );
  return new Map(titles);
}
