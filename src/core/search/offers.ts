import { MOST_OFFERED, RUNNER_UP, UNSURE } from '../calibration/policy.ts';
import type { Candidate } from './pool.ts';

/**
 * The entries that are offered ("did you mean"), best first. Each pack that would offer something by itself has its
 * best entry among them, and other packs have none, so that packs do not affect each other.
 * @param candidates best first
 */
export function offersOf(candidates: readonly Candidate[]): Candidate[] {
  const leading = new Map<string, Candidate>();
  for (const one of candidates)
    if (one.confidence >= UNSURE && !leading.has(one.entry.pack)) leading.set(one.entry.pack, one);
  const first = [...leading.values()];
  const others = candidates.filter(
    (one) => leading.has(one.entry.pack) && one.confidence >= RUNNER_UP && !first.includes(one),
  );
  const chosen = new Set([...first, ...others].slice(0, MOST_OFFERED));
  return candidates.filter((one) => chosen.has(one));
}
