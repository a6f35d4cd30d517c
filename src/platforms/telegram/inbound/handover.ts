import type { Message, MessageReactionUpdated, User } from 'grammy/types';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { passOn } from '../../../bot/handover/answer.ts';
import type { ReturnAddress } from '../../../bot/handover/note.ts';
import { isApproval, solvedIn } from '../../../bot/handover/solve.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Context } from '../context.ts';
import { type Listener, say } from '../outbound/outgoing.ts';
import { markdownOf } from './markdown.ts';
import { channelOf, personOf, type Spot, spotOf } from './place.ts';
import type { Received } from './receive.ts';
import { repliedTo, wordsOf } from './words.ts';

/** The name of somebody as others see it; empty for those who hide. */
export const nameOf = (user: User | undefined): string =>
  user === undefined || user.is_bot ? '' : [user.first_name, user.last_name ?? ''].join(' ').trim();

/** The way for a later message to somebody. */
export const returnTo = (spot: Spot, message: number, user: number | undefined): ReturnAddress => ({
  channel: channelOf(spot),
  message: String(message),
  user: String(user ?? ''),
  link: linkTo(spot, message),
});

/** The address of a message; empty if its chat has none. */
function linkTo({ chat, thread }: Pick<Spot, 'chat' | 'thread'>, message: number): string {
  const [, id] = /^-100(\d+)$/.exec(String(chat)) ?? [];
  return id === undefined ? '' : ['https://t.me/c', id, ...(thread === undefined ? [] : [thread]), message].join('/');
}

/** The question of the message that the bot's message replies to; empty if it is out of sight. */
export function questionAbove({ me }: Pick<Context, 'me'>, message: Message): string {
  const asked = message.reply_to_message;
  const said = (asked && wordsOf(asked, me)?.text) ?? '';
  return (readCommand(said)?.argument ?? said).trim();
}

/** A helper's reply to a question that was handed over. @returns undefined if it is none */
export async function passOnWords(
  context: Context,
  { listener: { spot, person, ...listener }, answered, words }: Received,
  message: Message,
): Promise<Outgoing[] | undefined> {
  if (answered === undefined || spot.place.isPrivate || words.startsWith('/')) return undefined;
  const said = await passOn(context.services, {
    place: spot.key,
    to: answered,
    message: String(message.message_id),
    person,
    name: nameOf(message.from),
    words: markdownOf(message),
    hasFile: message.caption !== undefined,
    link: linkTo(spot, message.message_id),
  });
  if (!said) return undefined;
  return (await Promise.all(said.map((reply) => say(context, reply, { ...listener, spot, person })))).flat();
}

/** A helper replies with a picture, a voice or a file alone. @returns undefined if no question was answered by it */
export async function passOnFile(
  context: Context,
  listener: Listener,
  message: Message,
): Promise<Outgoing[] | undefined> {
  const { spot, person } = listener;
  const replied = repliedTo(message);
  if (spot.place.isPrivate || replied?.from?.id !== context.me.id) return undefined;
  const [to, own] = [String(replied.message_id), String(message.message_id)];
  const said = await passOn(context.services, {
    place: spot.key,
    to,
    message: own,
    person,
    name: '',
    words: '',
    link: '',
  });
  return said && (await Promise.all(said.map((reply) => say(context, reply, listener)))).flat();
}

/** Somebody says, in reply to a helper's answer, that it has helped. @returns undefined if nobody does */
export async function solvedReply(
  context: Context,
  { incoming, listener, answered }: Received,
): Promise<Outgoing[] | undefined> {
  const item = await solvedIn(context.services, incoming.place, answered, incoming.text);
  const reply = item && (await context.respond({ ...incoming, text: `/human solved ${item.id}` }));
  return reply && say(context, reply, listener);
}

/** Somebody says by a reaction to a helper's answer that it has helped: nothing is said to that. */
export async function onReaction(
  context: Context,
  { user, chat, message_id: message, old_reaction: before, new_reaction: now }: MessageReactionUpdated,
): Promise<void> {
  const signsIn = (reactions: typeof now) => reactions.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : []));
  const known: readonly string[] = signsIn(before);
  const sign = signsIn(now).find((one) => isApproval(one) && !known.includes(one));
  if (!user || sign === undefined) return;
  const { place } = spotOf({ chat }, context.services.hash);
  const item = await solvedIn(context.services, place, String(message), sign);
  const said = { person: personOf(user.id), place, addressed: true, text: `/human solved ${item?.id}` };
  if (item) await context.respond(said);
}
