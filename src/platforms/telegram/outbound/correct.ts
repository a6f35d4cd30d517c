import { plainReply } from '../../../bot/answers/reply.ts';
import { isPrivateKey, placeOfKey } from '../../../bot/conversation/place.ts';
import { correctedReply } from '../../../bot/delivery/corrected-reply.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { SendOutcome } from '../../../bot/delivery/sender.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import type { PostedAnswer } from '../../../bot/ports/memory.ts';
import { PLATFORM } from '../config.ts';
import type { DeliveryContext } from '../context.ts';
import { partOf, type Spot } from '../inbound/place.ts';
import type { Within } from '../manage/managed-group.ts';
import { type Listener, say, sayInstead } from './outgoing.ts';

/**
 * Corrects an answer that is no longer right: an edit for each of its messages is put into the chat's queue. An edit
 * may be repeated safely.
 */
export async function correct(context: DeliveryContext, posted: PostedAnswer): Promise<SendOutcome> {
  const messages = (await context.recall.parts(posted.place, posted.message)).map(Number).sort((a, b) => a - b);
  // A correction arrives for each message of a long answer; the one for the first message corrects them all.
  if (messages[0] !== Number(posted.message)) return { kind: 'sent' };
  const isPrivate = isPrivateKey(posted.place);
  const chat = isPrivate ? context.addresses.get(posted.place) : Number(placeOfKey(posted.place).id);
  if (chat === undefined) return { kind: 'refused' };
  const asked = posted.asked === '' ? undefined : Number(posted.asked);
  const within = isPrivate ? withinOf(posted) : undefined;
  const listener: Listener = {
    spot: spotAt(posted.place, posted.channel, chat),
    person: posted.person,
    replyTo: asked,
    asked,
    within,
  };
  // Somebody who has left the group does not get the corrected answer.
  const isTold = within === undefined || (await context.moderators.of(within.chat, chat)).isMember;
  const reply = isTold
    ? await correctedReply(context.services, posted)
    : plainReply(posted.language, context.services.speak(posted.language)('answer-gone'));
  for (const outgoing of await sayInstead(context, reply, listener, messages)) await context.post(outgoing);
  return { kind: 'sent' };
}

/** @param channel empty for the whole chat */
const spotAt = (key: string, channel: string, chat: number): Spot => ({
  place: { ...placeOfKey(key), isPrivate: isPrivateKey(key), channel: channel || undefined },
  key,
  chat,
  ...partOf(channel),
});

/** The group whose own answer was given in a private chat. */
function withinOf({ community, place }: PostedAnswer): Within | undefined {
  const { platform, id } = placeOfKey(community);
  return community !== place && platform === PLATFORM && /^-\d+$/.test(id)
    ? { chat: Number(id), title: '' }
    : undefined;
}

/** Posts a report in the place that moderators chose for reports. */
export async function tell(context: DeliveryContext, { place: key, channel, reply }: Report): Promise<SendOutcome> {
  const spot = spotAt(key, channel, Number(placeOfKey(key).id));
  for (const outgoing of await say(context, reply, { spot, person: '' })) await context.post(outgoing);
  return { kind: 'sent' };
}

/** Posts something about a question for helpers: to the helpers, or to the person who asked. */
export async function tellHandover(context: DeliveryContext, note: HandoverNote, person: string): Promise<SendOutcome> {
  const { item, says, place: key, channel, to, instead, reply, isLoud } = note;
  const chat = Number(isPrivateKey(key) ? to?.user : placeOfKey(key).id);
  if (!Number.isSafeInteger(chat)) return { kind: 'refused' };
  const spot = spotAt(key, channel, chat);
  const replyTo = to && to.message !== '' ? Number(to.message) : undefined;
  const messages = instead === undefined ? [] : [Number(instead)];
  const manner = { handed: { item, says }, isLoud, expires: false };
  for (const outgoing of await sayInstead(context, reply, { spot, person, replyTo, asked: replyTo }, messages, manner))
    await context.post(outgoing);
  return { kind: 'sent' };
}
