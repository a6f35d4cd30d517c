import type { Entry } from '../../core/entry/entry.ts';
import type { Answer } from '../../core/search/engine.ts';
import type { Overlay } from '../../core/search/overlay.ts';
import { type Searchable, search, textsAsked } from '../../core/search/search.ts';
import type { Community } from '../community/community.ts';
import { turns } from '../conversation/turns.ts';
import type { Check, Shared } from '../ports/knowledge.ts';

/** A question that would no longer find what it must. */
export interface Regression extends Case {
  /** What it would find; null is silence. */
  readonly instead: Entry | null;
}

type Knower = Pick<Community, 'knowledge' | 'answer'>;

/** An overlay that finds less than this in a question leaves its answer as it was. */
const FAINT = 0.25;

/**
 * What a change would break: checks of the packs, entries' own questions, and questions that the change brings and that
 * would not find their entry. What failed already is not held against it. It takes seconds of computing, of which each
 * community gets as much as any other.
 * @param scope whose change it is, and ids of entries that it is about to take away: their own checks count for nothing
 */
export async function regressionsOf(
  before: Knower,
  after: Knower,
  shared: Shared,
  { community, exempt }: Scope,
): Promise<Regression[]> {
  const regressions: Regression[] = [];
  await turns.take(community, lookForRegressions(before, after, shared, exempt, regressions));
  return regressions;
}

/** Whose change it is, and what counts for nothing; asked for once. */
interface Scope {
  readonly community: string;
  readonly exempt: () => ReadonlySet<string>;
}

function* lookForRegressions(
  before: Knower,
  after: Knower,
  shared: Shared,
  exempt: Scope['exempt'],
  regressions: Regression[],
): Generator<undefined, void> {
  before.knowledge();
  yield;
  after.knowledge();
  yield;
  const ignored = exempt();
  const cases = casesOf(before.knowledge().entries, after.knowledge().entries, shared).filter(
    ({ entry }) => entry === null || !ignored.has(entry),
  );
  const suspects = suspicion(before, after);
  for (const one of cases) {
    yield;
    if (!one.isNew && !isFound(suspects(one), one)) continue;
    yield;
    const instead = found(ask(after, one));
    if ((instead?.id ?? null) !== one.entry) regressions.push({ ...one, instead });
  }
}

const isFound = (answer: Answer | undefined, { entry }: Case): boolean =>
  answer !== undefined && (found(answer)?.id ?? null) === entry;

const found = ({ kind, candidates }: Answer): Entry | null => (kind === 'sure' ? (candidates[0]?.entry ?? null) : null);

const ask = (knower: Knower, { question, language }: Case): Answer => knower.answer(question, language);

/** Most questions have nothing to do with a change. @returns the answer so far of those that may have. */
function suspicion(before: Knower, after: Knower): (one: Case) => Answer | undefined {
  const [was, is] = [before.knowledge().overlay, after.knowledge().overlay];
  const touched = new Set([
    ...differing(was.hidden, is.hidden),
    ...differing(was.moved, is.moved).map((key) => key.slice(key.indexOf('/') + 1)),
  ]);
  const changed = changedBetween(was, is);
  const isSame = (id: string): boolean => !changed.items.has(id);
  const looked = [was, is].flatMap(({ exact, indexes }) =>
    indexes
      .filter(({ ids }) => !ids.every(isSame))
      .map((index) => ({
        exact,
        index,
        stirring: new Set([...index.ids.keys()].filter((at) => !isSame(index.ids[at] ?? ''))),
      })),
  );
  const mayStir = (index: Searchable['index'], stirring: ReadonlySet<number>, question: string): boolean =>
    textsAsked(question).some((text) => index.isShared(text, stirring));
  const stirs = (question: string) =>
    looked.some(
      ({ exact, index, stirring }) =>
        mayStir(index.index, stirring, question) &&
        (exact(question).some(({ id }) => changed.items.has(id)) ||
          search(index, question, isSame).confidence >= FAINT),
    );
  // What the library takes back may stand before any of the community's own entries.
  const isNear = (id: string): boolean =>
    changed.entries.has(id) || (touched.size > 0 && (was.entries.has(id) || is.entries.has(id)));
  return (one) => {
    if ((one.entry !== null && isNear(one.entry)) || stirs(one.question)) return ask(before, one);
    if (touched.size === 0) return undefined;
    const answer = ask(before, one);
    return answer.candidates.some(({ entry }) => touched.has(entry.id)) ? answer : undefined;
  };
}

/** What stands in one overlay only, or says something else in the other: entries, and items of their indexes. */
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
  return { entries: new Set([...entries, ...[...items].flatMap((id) => [leadsTo(was, id), leadsTo(is, id)])]), items };
}

/** Mostly they are the same objects. */
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

/** A question and what it must find. */
interface Case {
  readonly question: string;
  readonly language: string;
  /** Id of the entry; null is silence. */
  readonly entry: string | null;
  /** The check's place, where it is one; otherwise it is the entry's own question. */
  readonly check?: Pick<Check, 'file' | 'line'> | undefined;
  /** The entry is what the change brings, or this is its new question. */
  readonly isNew?: boolean | undefined;
}

type Entries = ReadonlyMap<string, Entry>;

/** What is looked at when entries change: checks of the packs, entries' own questions, and those that are new. */
export function casesOf(before: Entries, after: Entries, { checks }: Pick<Shared, 'checks'>): Case[] {
  const written = checks
    .filter(({ entry }) => entry === null || before.has(entry))
    .map(({ text, language, entry, file, line }): Case => ({ question: text, language, entry, check: { file, line } }));
  const [was, is] = [titlesOf(before), titlesOf(after)];
  // A question that was put differently on purpose is no loss; that the new one finds its entry is looked at instead.
  const own = [...was].filter(([key, { question, entry }]) =>
    is.has(key) ? is.get(key)?.question === question : !after.has(entry),
  );
  const fresh = [...is].filter(([key, { question }]) => was.get(key)?.question !== question);
  return [...written, ...own.map(([, one]) => one), ...fresh.map(([, one]) => ({ ...one, isNew: true }))];
}

/** Entries' own questions, by language and id. */
function titlesOf(entries: Entries): Map<string, Case & { readonly entry: string }> {
  const titles = [...entries.values()].flatMap(({ id, texts }) =>
    [...texts.values()].map(
      ({ title, language }) => [`${language}/${id}`, { question: title, language, entry: id }] as const,
    ),
  );
  return new Map(titles);
}
