import type { Sent } from '../../bot/delivery/sender.ts';
import { correctedReply } from '../../bot/heal/corrected-reply.ts';
import type { PostedAnswer } from '../../bot/ports/memory.ts';
import type { Desk } from './desk.ts';
import { type Listener, sayInstead } from './outgoing.ts';
import { PLATFORM } from './place.ts';

/** An answer that is no longer right is edited: one edit for each of its messages waits in its lane, and each can be repeated. */
export async function correct(desk: Desk, posted: PostedAnswer): Promise<Sent> {
  const messages = await messagesOf(desk, posted);
  // Each message of a long answer is named; the first one stands for all.
  if (messages[0] !== Number(posted.message)) return { kind: 'sent' };
  const chat = Number(posted.place.slice(PLATFORM.length + 1));
  const thread = posted.channel === '' ? undefined : Number(posted.channel);
  const place = { platform: PLATFORM, id: String(chat), ...(thread === undefined ? {} : { channel: posted.channel }) };
  const asked = posted.asked === '' ? undefined : Number(posted.asked);
  const listener: Listener = { spot: { place, key: posted.place, chat, thread }, person: posted.person, replyTo: asked, asked };
  for (const outgoing of await sayInstead(desk, correctedReply(desk.services, posted), listener, messages)) await desk.post(outgoing);
  return { kind: 'sent' };
}

async function messagesOf({ recall }: Desk, { place, asked, entry, message }: PostedAnswer): Promise<number[]> {
  const parts = asked === '' ? [] : (await recall.to(place, asked)).filter((one) => one.entry === entry);
  return [...new Set([Number(message), ...parts.map((one) => Number(one.message))])].sort((a, b) => a - b);
}
