import { holds, holdsNow } from '../../../bot/community/offices.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';

type Here = Pick<Context, 'services'>;

/**
 * Whether a community has made somebody a moderator in a place, whatever Telegram lets them do. @param person keyed
 * hash
 */
export const isAppointed = async ({ services }: Here, place: Place, person: string): Promise<boolean> =>
  holds(await services.communities.of(place), 'moderators', place, [person]);

/** Whether somebody moderates where they speak: by what Telegram lets them do, or because the community wants that. */
export async function moderates({ services }: Here, incoming: Incoming): Promise<boolean> {
  const isGiven = await holdsNow(
    await services.communities.of(incoming.place),
    'moderators',
    incoming,
    services.hash(incoming.person),
  );
  return isGiven || ((await incoming.isModerator?.()) ?? false);
}
