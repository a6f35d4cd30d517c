import { composeEntry, composeRetired } from '../answers/compose.ts';
import { sayDate } from '../answers/messages.ts';
import { type Answer, type Notice, tell, text } from '../answers/reply.ts';
import { type Call, callOf } from '../command.ts';
import { isPrivateKey, placeOfKey } from '../conversation/place.ts';
import { dayOf } from '../moment.ts';
import type { PostedAnswer } from '../ports/memory.ts';
import type { Services } from '../services.ts';

/** An earlier answer as it should read now, with a note that says since when. */
export async function correctedReply(services: Services, posted: PostedAnswer): Promise<Answer | Notice> {
  const call = await callFor(services, posted);
  const { all, entries } = call.community.knowledge();
  const entry = entries.get(posted.entry) ?? all.get(posted.entry);
  if (!entry) return tell(call, 'answer-gone');
  if (!entries.has(posted.entry) && !posted.entry.startsWith('pins/')) return composeRetired(entry, call);
  const pin = posted.pin !== null && call.community.state.get('pin', posted.pin) ? posted.pin : undefined;
  const reply = composeEntry(entry, call, { pin });
  const when = sayDate(dayOf(services.now()), call.say.locale);
  const note =
    posted.pin !== null && pin === undefined
      ? call.say('unpinned-on', { date: when })
      : call.say('corrected-on', { date: when });
  return { ...reply, notes: [[text(note)], ...reply.notes] };
}

async function callFor(
  services: Services,
  { language, person, place: key, channel, community: own }: PostedAnswer,
): Promise<Call> {
  const place = { ...placeOfKey(key), channel };
  // The place may have been linked to another community since. In a private chat a group's own entry may have been
  // shown, so that the group's community is needed.
  const community = await services.communities.prepared(isPrivateKey(key) ? placeOfKey(own) : place);
  return callOf(services, { person, place, community, language });
}
