import { isDeepStrictEqual } from 'node:util';
import { answerFrom } from '../../core/search/engine.ts';
import type { OverlayOptions } from '../../core/search/overlay.ts';
import { type CheckCase, failedCheck } from '../format/checks-file.ts';
import type { Problem } from '../format/problem.ts';
import type { Knowledge } from '../packs/read-knowledge.ts';
import { inSlices } from './in-turn.ts';
import {
  buildIndexes,
  byId,
  type Differences,
  differencesOf,
  type FolderKnowledge,
  isNone,
  sharedOf,
} from './shared.ts';

/** Whether the folder's present knowledge may go live. */
export type Renewal =
  | { readonly kind: 'unchanged' }
  /** It has errors, or has no pack any longer. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | ({ readonly kind: 'passed' } & KnowledgeChange)
  /** Checks fail before it is learned. */
  | ({ readonly kind: 'failed'; readonly problems: readonly Problem[] } & KnowledgeChange);

export interface KnowledgeChange {
  readonly next: FolderKnowledge;
  /** Compared with what serves. */
  readonly differences: Differences;
}

/** Compares the folder's knowledge with what serves, and checks it. */
export async function renew(served: FolderKnowledge, knowledge: Knowledge, options: OverlayOptions): Promise<Renewal> {
  const errors = knowledge.problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { kind: 'refused', problems: errors };
  // A folder that is emptied or gone for a moment must not silence the bot.
  if (knowledge.packs.length === 0 && served.knowledge.packs.length > 0)
    return { kind: 'refused', problems: knowledge.problems };
  const differences = await differencesOf(served.entries, byId(knowledge.entries));
  if (isNone(differences) && isDeepStrictEqual(besidesEntries(served.knowledge), besidesEntries(knowledge)))
    return { kind: 'unchanged' };
  await buildIndexes(served.library.indexes);
  const next = await sharedOf(served, knowledge, served.version + 1, options);
  const problems = await regressions(served, next);
  return problems.length > 0 ? { kind: 'failed', next, differences, problems } : { kind: 'passed', next, differences };
}

const besidesEntries = ({ packs, checks, problems }: Knowledge): unknown => [packs, checks, problems];

/**
 * Checks of `after` that fail there, and that are new or pass in `before`. One that failed already is not held against
 * a change: it could otherwise never be mended.
 */
export async function regressions(before: FolderKnowledge, after: FolderKnowledge): Promise<Problem[]> {
  const known = new Set(before.knowledge.checks.map(keyOf));
  const isKnown = (check: CheckCase) => known.has(keyOf(check));
  const problems: Problem[] = [];
  await inSlices(after.knowledge.checks, (check) => {
    const problem = ask(check, after);
    if (problem && !(isKnown(check) && ask(check, before))) problems.push(problem);
  });
  return problems;
}

/** Without its line: one added above makes no check a new one. */
const keyOf = ({ pack, language, text, entry }: CheckCase): string => JSON.stringify([pack, language, text, entry]);

const ask = (check: CheckCase, { library, overlay }: FolderKnowledge): Problem | undefined =>
  failedCheck(check, answerFrom(library, check.text, check.language, overlay));
