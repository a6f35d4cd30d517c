import type { Answer } from '../../core/engine.ts';
import { search } from '../../core/search.ts';
import type { Check, Shared } from '../ports/knowledge.ts';
import type { Community } from './community.ts';

/** A question that would no longer find what it must. */
export interface Victim {
  readonly question: string;
  readonly language: string;
  /** What it must find, and what it would find; null is silence. */
  readonly entry: string | null;
  readonly instead: string | null;
  /** The check's place, where it is one; otherwise it is the entry's own question. */
  readonly check?: Pick<Check, 'file' | 'line'> | undefined;
}

type Knower = Pick<Community, 'knowledge' | 'answer'>;
type Case = Omit<Victim, 'instead'>;

/** Questions asked before other work gets its turn: no moderator's change may hold up the members' questions. */
const SLICE = 8;
/** An overlay that finds less than this in a question leaves its answer as it was. */
const FAINT = 0.3;

/**
 * What a change would break: checks of the packs, and entries' own questions. What failed already is not held against it.
 * @param exempt ids of entries that the change is about to take away: their own checks count for nothing.
 */
export async function victimsOf(before: Knower, after: Knower, shared: Shared, exempt: ReadonlySet<string>): Promise<Victim[]> {
  const cases = casesOf(before, shared).filter(({ entry }) => entry === null || !exempt.has(entry));
  const suspects = suspicion(before, after);
  const victims: Victim[] = [];
  for (const [at, one] of cases.entries()) {
    if (at % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
    const answer = suspects(one);
    if (!answer || found(answer) !== one.entry) continue;
    const instead = found(ask(after, one));
    if (instead !== one.entry) victims.push({ ...one, instead });
  }
  return victims;
}

function casesOf(before: Knower, { checks }: Shared): Case[] {
  const { entries } = before.knowledge();
  const own = [...entries.values()].flatMap(({ id, texts }) => [...texts.values()].map(({ title, language }): Case => ({ question: title, language, entry: id })));
  const written = checks.filter(({ entry }) => entry === null || entries.has(entry));
  return [...written.map(({ text, language, entry, file, line }): Case => ({ question: text, language, entry, check: { file, line } })), ...own];
}

const found = ({ kind, candidates }: Answer): string | null => (kind === 'sure' ? (candidates[0]?.entry.id ?? null) : null);

const ask = (knower: Knower, { question, language }: Case): Answer => knower.answer(question, language);

/** Most questions have nothing to do with a change. @returns the answer so far of those that may have. */
function suspicion(before: Knower, after: Knower): (one: Case) => Answer | undefined {
  const [was, is] = [before.knowledge().overlay, after.knowledge().overlay];
  const touched = new Set([...differing(was.hidden, is.hidden), ...differing(was.moved, is.moved).map((key) => key.slice(key.indexOf('/') + 1))]);
  const stirs = (question: string) => is.exact(question).length > 0 || is.shelves.some((shelf) => search(shelf, question, () => false).confidence >= FAINT);
  return (one) => {
    if ((one.entry !== null && is.entries.has(one.entry)) || stirs(one.question)) return ask(before, one);
    if (touched.size === 0) return undefined;
    const answer = ask(before, one);
    return answer.candidates.some(({ entry }) => touched.has(entry.id)) ? answer : undefined;
  };
}

const differing = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((one) => !b.has(one)).concat([...b].filter((one) => !a.has(one)));
