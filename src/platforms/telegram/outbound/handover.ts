import { isPrivateKey, placeOfKey } from '../../../bot/conversation/place.ts';
import type { Sent } from '../../../bot/delivery/sender.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import type { DeliveryContext } from '../context.ts';
import { partOf, type Spot } from '../inbound/place.ts';
import { sayInstead } from './outgoing.ts';

/** Something about a question that helpers answer: to them, or to a person who asked. */
export async function tellHandover(context: DeliveryContext, note: HandoverNote, person: string): Promise<Sent> {
  const { item, says, place: key, channel, to, instead, reply, isLoud } = note;
  const where = placeOfKey(key);
  const isPrivate = isPrivateKey(key);
  const chat = Number(isPrivate ? to?.user : where.id);
  if (!Number.isSafeInteger(chat)) return { kind: 'refused' };
  const place = { ...where, isPrivate, ...(channel === '' ? {} : { channel }) };
  const spot: Spot = { place, key, chat, ...partOf(channel) };
  const replyTo = to && to.message !== '' ? Number(to.message) : undefined;
  const messages = instead === undefined ? [] : [Number(instead)];
  const manner = { handed: { item, says }, isLoud, expires: false };
  for (const outgoing of await sayInstead(context, reply, { spot, person, replyTo, asked: replyTo }, messages, manner))
    await context.post(outgoing);
  return { kind: 'sent' };
}
