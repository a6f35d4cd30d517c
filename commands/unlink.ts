import { tell } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { placesOf } from '../src/bot/community/communities.ts';
import { leaveEdits } from '../src/bot/community/linking.ts';
import { keyOfPlace } from '../src/bot/conversation/place.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';

/** Makes a place leave its community, with a copy of all records. */
export const unlink: Command = {
  name: 'unlink',
  group: 'setup',
  options: [],
  forModerators: true,
  forOwners: true,
  scope: 'installation',
  undoneBy: 'link',
  run: async (call) => {
    const { services, community, place } = call;
    const here = keyOfPlace(place);
    if (placesOf(community).length < 2) return tell(call, 'not-linked');
    const id = await ownName(call, here);
    const own = await services.communities.byId(id);
    const edits = leaveEdits(community, own, here, id !== here);
    return perform(call, propose(call, { command: 'unlink', subject: here, edits, weighed: null }, own));
  },
};

/**
 * An id for the community that the place gets for itself. If the old community has this place's id, the remaining
 * places keep it.
 */
async function ownName({ services, community }: Call, here: string): Promise<string> {
  const isTaken = community.id === here || placesOf(await services.communities.byId(here)).length > 0;
  return isTaken ? `${here}~${services.code()}` : here;
}
