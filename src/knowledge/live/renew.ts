import { isDeepStrictEqual } from 'node:util';
import type { OverlayOptions } from '../../core/search/overlay.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../read-knowledge.ts';
import { buildIndexes } from './build-indexes.ts';
import { byId, type Differences, differencesOf, isNone } from './differences.ts';
import { regressions } from './regressions.ts';
import { type Shared, sharedOf } from './shared.ts';

/** What the folder says now, and whether it may be answered. */
export type Renewal =
  | { readonly kind: 'unchanged' }
  /** It has errors, or has no pack any longer. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** It may. */
  | ({ readonly kind: 'passed' } & Candidate)
  /** Checks fail, with what is not yet learned. */
  | ({ readonly kind: 'failed'; readonly problems: readonly Problem[] } & Candidate);

export interface Candidate {
  readonly next: Shared;
  /** Compared with what is answered. */
  readonly differences: Differences;
}

export async function renew(served: Shared, knowledge: Knowledge, options: OverlayOptions): Promise<Renewal> {
  const errors = knowledge.problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { kind: 'refused', problems: errors };
  // A folder that is emptied or gone for a moment must not silence the bot.
  if (knowledge.packs.length === 0 && served.knowledge.packs.length > 0) return { kind: 'refused', problems: knowledge.problems };
  const differences = await differencesOf(served.entries, byId(knowledge.entries));
  if (isNone(differences) && isDeepStrictEqual(besidesEntries(served.knowledge), besidesEntries(knowledge))) return { kind: 'unchanged' };
  await buildIndexes(served.library);
  const next = await sharedOf(served, knowledge, served.version + 1, options);
  const problems = await regressions(served, next);
  return problems.length > 0 ? { kind: 'failed', next, differences, problems } : { kind: 'passed', next, differences };
}

const besidesEntries = ({ packs, checks, problems }: Knowledge): unknown => [packs, checks, problems];
