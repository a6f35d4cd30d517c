import type { Call, Suggested } from '../command.ts';
import { recentLineage } from '../community/lineage.ts';

/** What may be a reason of many changes. */
const COMMON = ['reason-outdated', 'reason-wrong', 'reason-unclear', 'reason-asked'] as const;

/** Reasons for a change: those that were given here before, the newest first, and some that are often given. */
export async function suggestReasons({ services, community, say }: Call): Promise<Suggested[]> {
  const acts = await services.attempt.read(({ log }) => recentLineage(log, community.id));
  const given = acts.map(({ why }) => why.trim()).filter((why) => why !== '');
  return [...new Set([...given.reverse(), ...COMMON.map((key) => say(key))])].map((why) => ({
    value: why,
    label: why,
  }));
}
