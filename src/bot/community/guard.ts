import type { Entry } from '../../core/entry/entry.ts';
import type { Answer } from '../../core/search/engine.ts';
import { search } from '../../core/search/search.ts';
import type { Shared } from '../ports/knowledge.ts';
import { type Case, casesOf } from './cases.ts';
import type { Community } from './community.ts';

/** A question that would no longer find what it must. */
export interface Victim extends Case {
  /** What it would find; null is silence. */
  readonly instead: Entry | null;
}

type Knower = Pick<Community, 'knowledge' | 'answer'>;

/** Milliseconds until other work gets its turn: no moderator's change may hold up the members' questions. */
const SLICE_MS = 10;
/** An overlay that finds less than this in a question leaves its answer as it was. */
const FAINT = 0.25;

/**
 * What a change would break: checks of the packs, entries' own questions, and questions that the change brings and that would not
 * find their entry. What failed already is not held against it.
 * @param exempt ids of entries that the change is about to take away: their own checks count for nothing.
 */
export async function victimsOf(before: Knower, after: Knower, shared: Shared, exempt: ReadonlySet<string>): Promise<Victim[]> {
  const cases = casesOf(before.knowledge().entries, after.knowledge().entries, shared).filter(({ entry }) => entry === null || !exempt.has(entry));
  const suspects = suspicion(before, after);
  const victims: Victim[] = [];
  const breathe = breather();
  for (const one of cases) {
    await breathe();
    const isAsked = one.isNew || isFound(suspects(one), one);
    if (!isAsked) continue;
    const instead = found(ask(after, one));
    if ((instead?.id ?? null) !== one.entry) victims.push({ ...one, instead });
  }
  return victims;
}

const isFound = (answer: Answer | undefined, { entry }: Case): boolean => answer !== undefined && (found(answer)?.id ?? null) === entry;

const found = ({ kind, candidates }: Answer): Entry | null => (kind === 'sure' ? (candidates[0]?.entry ?? null) : null);

const ask = (knower: Knower, { question, language }: Case): Answer => knower.answer(question, language);

/** Most questions have nothing to do with a change. @returns the answer so far of those that may have. */
function suspicion(before: Knower, after: Knower): (one: Case) => Answer | undefined {
  const [was, is] = [before.knowledge().overlay, after.knowledge().overlay];
  const touched = new Set([...differing(was.hidden, is.hidden), ...differing(was.moved, is.moved).map((key) => key.slice(key.indexOf('/') + 1))]);
  const stirs = (question: string) => [was, is].some(({ exact, indexes }) => exact(question).length > 0 || indexes.some((index) => search(index, question, () => false).confidence >= FAINT));
  return (one) => {
    if ((one.entry !== null && (is.entries.has(one.entry) || was.entries.has(one.entry))) || stirs(one.question)) return ask(before, one);
    if (touched.size === 0) return undefined;
    const answer = ask(before, one);
    return answer.candidates.some(({ entry }) => touched.has(entry.id)) ? answer : undefined;
  };
}

const differing = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((one) => !b.has(one)).concat([...b].filter((one) => !a.has(one)));

/** Waits for others as soon as it has had its time, also at the first call. */
function breather(): () => Promise<void> {
  let since = 0;
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
