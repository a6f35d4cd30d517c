import type { Message } from 'grammy/types';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { EDITED_MS } from '../../../bot/delivery/lateness.ts';
import { follow } from '../../../bot/handover/answer.ts';
import type { Context } from '../context.ts';
import { paceOf } from '../moderation/manners.ts';
import { inQueue, sayInstead, targetOf } from '../outbound/outgoing.ts';
import { nameOf } from './handover.ts';
import { markdownOf } from './markdown.ts';
import { onMessage } from './on-message.ts';
import { spotOf } from './place.ts';
import { receive } from './receive.ts';

/** A question that was put in other words: its answer is put right, if there is one. Commands are not done again. */
export async function onEdit(context: Context, message: Message, isLate: boolean): Promise<Outgoing[]> {
  const { key } = spotOf(message, context.services.hash);
  const changed = { message: String(message.message_id), words: markdownOf(message), name: nameOf(message.from) };
  if (await follow(context.services, { place: key, ...changed })) return [];
  const received = await receive(context, message);
  if (!received || !isQuestion(received.incoming.text)) return [];
  const { incoming, listener } = received;
  const place = listener.spot.key;
  const asked = String(message.message_id);
  const replies = await context.replies.to(place, asked, context.recall);
  const messages = replies.map(Number).sort((a, b) => a - b);
  const isNew = ((message.edit_date ?? message.date) - message.date) * 1000 < EDITED_MS;
  if (messages.length === 0)
    return isNew && (incoming.addressed || incoming.isReply === true || context.replies.isExpected(place, asked))
      ? onMessage(context, message, isLate)
      : [];
  if (paceOf(context, listener.person, incoming.place, listener.spot.key) !== 'go') return [];
  const reply = await context.respond(incoming);
  if (reply) return sayInstead(context, reply, listener, messages, { isAskedAgain: true });
  void context.services.attempt.afterCommit(() => context.replies.withdraw(place, asked));
  return messages.map((one) => inQueue(listener, { kind: 'remove', target: targetOf(listener), message: one }));
}

const isQuestion = (text: string): boolean => !text.startsWith('/') || /^\/ask\s+\S/i.test(text);
