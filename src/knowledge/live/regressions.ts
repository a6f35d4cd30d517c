import { answerFrom } from '../../core/search/engine.ts';
import { type CheckCase, failedCheck } from '../format/checks-file.ts';
import type { Problem } from '../format/problem.ts';
import { inSlices } from './in-turn.ts';
import type { Shared } from './shared.ts';

/**
 * Checks of `after` that fail there, and that are new or pass in `before`. One that failed already is not held against
 * a change: it could otherwise never be mended.
 */
export async function regressions(before: Shared, after: Shared): Promise<Problem[]> {
  const known = new Set(before.knowledge.checks.map(keyOf));
  const isKnown = (check: CheckCase) => known.has(keyOf(check));
  const problems: Problem[] = [];
  await inSlices(after.knowledge.checks, (check) => {
    const problem = ask(check, after);
    if (problem && !(isKnown(check) && ask(check, before))) problems.push(problem);
  });
  return problems;
}

/** Without its place: a line added above makes no check a new one. */
const keyOf = ({ pack, language, text, entry }: CheckCase): string => JSON.stringify([pack, language, text, entry]);

const ask = (check: CheckCase, { library, overlay }: Shared): Problem | undefined =>
  failedCheck(check, answerFrom(library, check.text, check.language, overlay));
