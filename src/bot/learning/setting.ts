import type { Call } from '../command.ts';
import type { Community } from '../community/community.ts';
import { recentLineage } from '../community/lineage.ts';
import { choiceOf, chosenOf } from '../settings/chosen.ts';

export const isLearning = (community: Pick<Community, 'state'>): boolean => choiceOf(community, 'learn') !== 'off';

/**
 * People that it takes; undefined if nothing is learned. Unless it is set, one is enough if a single moderator has made
 * all the changes: they judge what they are shown.
 */
export async function peopleNeeded({ community, services }: Call): Promise<number | undefined> {
  const value = choiceOf(community, 'learn');
  if (value === 'off') return undefined;
  if (chosenOf(community, 'learn') !== undefined) return Number(value);
  const acts = await services.attempt.read(({ log }) => recentLineage(log, community.id));
  return new Set(acts.map(({ person }) => person)).size === 1 ? 1 : Number(value);
}
