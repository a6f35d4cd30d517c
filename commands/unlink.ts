import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { leaveEdits } from '../src/bot/community/linking.ts';
import { perform } from '../src/bot/community/perform.ts';
import { keyOfPlace } from '../src/bot/place.ts';
import { plainReply } from '../src/bot/reply.ts';

/** This place leaves its community and takes a copy of everything with it. */
export const unlink: Command = {
  name: 'unlink',
  options: [],
  forModerators: true,
  run: (call) => {
    const { services, community, place } = call;
    const here = keyOfPlace(place);
    if (services.communities.placesOf(community.id).length < 2) return plainReply(call.language, call.say('not-linked'));
    const id = ownName(call, here);
    const edits = leaveEdits(community, services.communities.byId(id), here, id !== here);
    return perform(call, prepare(call, { command: 'unlink', subject: here, edits, weighed: null }));
  },
};

/** A community that began here keeps its name for those who stay in it, now or from an earlier parting. */
function ownName({ services, community }: Call, here: string): string {
  const isTaken = community.id === here || services.communities.placesOf(here).length > 0;
  return isTaken ? `${here}~${services.code()}` : here;
}
