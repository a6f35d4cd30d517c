import type { Call } from '../command.ts';
import type { Decisions } from '../community/community.ts';
import { recentLineage } from '../community/lineage.ts';
import { choiceOf, chosenOf } from '../settings/chosen.ts';

export const isLearning = (community: Decisions): boolean => choiceOf(community, 'learn') !== 'off';

/**
 * How many people a phrasing needs; undefined if nothing is learned. Unless the setting was changed, one is enough in a
 * community whose changes were all made by one moderator: they judge every suggestion themselves.
 */
export async function peopleNeeded({ community, services }: Call): Promise<number | undefined> {
  const value = choiceOf(community, 'learn');
  if (value === 'off') return undefined;
  if (chosenOf(community, 'learn') !== undefined) return Number(value);
  const acts = await services.attempt.read(({ log }) => recentLineage(log, community.id));
  return new Set(acts.map(({ person }) => person)).size === 1 ? 1 : Number(value);
}
