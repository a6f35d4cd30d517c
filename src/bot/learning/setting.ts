import type { Call } from '../command.ts';
import type { Community } from '../community/community.ts';
import { recentLineage } from '../community/lineage.ts';

/** People that it takes to propose a phrasing; or that nothing is learned. */
export const LEARN = ['off', '1', '2', '3'] as const;
type Learn = (typeof LEARN)[number];

export const DEFAULT_LEARN = '2';

const learnOf = ({ state }: Pick<Community, 'state'>): Learn | undefined =>
  LEARN.find((one) => one === state.get('setting', 'learn'));

export const isLearning = (community: Pick<Community, 'state'>): boolean => learnOf(community) !== 'off';

/**
 * People that it takes; undefined if nothing is learned. Unless it is set, one is enough if a single moderator has made
 * all the changes: they judge what they are shown.
 */
export async function peopleNeeded({ community, services }: Call): Promise<number | undefined> {
  const value = learnOf(community);
  if (value !== undefined) return value === 'off' ? undefined : Number(value);
  const acts = await services.attempt.read(({ log }) => recentLineage(log, community.id));
  return new Set(acts.map(({ person }) => person)).size === 1 ? 1 : Number(DEFAULT_LEARN);
}
