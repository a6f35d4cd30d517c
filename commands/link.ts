import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { joinEdits } from '../src/bot/community/linking.ts';
import { perform } from '../src/bot/community/perform.ts';
import { keyOfPlace } from '../src/bot/place.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';

const MINUTES = 15;

/** Two places become one community: one asks for a code, the other enters it. */
export const link: Command = {
  name: 'link',
  options: [{ name: 'code', kind: 'text' }],
  forModerators: true,
  run: (call) => (call.options.code === undefined ? invite(call) : join(call, call.options.code)),
};

async function invite(call: Call): Promise<Reply> {
  const { services, community, place } = call;
  const code = services.code();
  const expires = new Date(Date.parse(services.now()) + MINUTES * 60_000).toISOString();
  await services.store.transact(({ invitations }) => invitations.save({ code: services.hash(code), community: community.id, place: keyOfPlace(place), expires }));
  return { ...plainReply(call.language, call.say('link-code', { code, minutes: MINUTES })), isPrivate: true };
}

async function join(call: Call, code: string): Promise<Reply> {
  const { services, community, place } = call;
  const invitation = await services.store.transact(({ invitations }) => invitations.take(services.hash(code.trim().toLowerCase()), services.now()));
  if (!invitation) return plainReply(call.language, call.say('link-wrong'));
  const host = services.communities.byId(invitation.community);
  if (host.id === community.id) return plainReply(call.language, call.say('link-same'));
  const guests = services.communities.placesOf(community.id);
  const here = keyOfPlace(place);
  const edits = joinEdits(host, community, { host: invitation.place, guests: guests.length > 0 ? guests : [here] });
  return perform(call, prepare(call, { command: 'link', subject: invitation.place, edits }));
}
