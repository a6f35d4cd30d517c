import type { ChatMember, Message, Update, User } from 'grammy/types';
import { z } from 'zod';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { postStuck } from '../../../bot/handover/delivered.ts';
import { doneAt, hasWaited, isBacklog } from '../../../bot/moment.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import type { Services } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';
import type { TelegramContext } from '../context.ts';
import { authorOf, type WithModerators } from './person.ts';
import { groupOnly, personOf, queueOf, queueOfInline, spotOf, topicOf } from './place.ts';
import { repliedTo } from './words.ts';

/** Kinds of updates that the bot requests from Telegram. */
export const UPDATES = [
  'message',
  'edited_message',
  'message_reaction',
  'callback_query',
  'inline_query',
  'guest_message',
  'my_chat_member',
  'chat_member',
] as const;

const number = z.int().optional();
const words = z.string().optional();
const user = z.object({ id: z.int(), language_code: words });
const chat = z.object({ id: z.int(), type: z.string() });
const message = z.object({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: user.optional(),
  via_bot: user.optional(),
  sender_chat: user.optional(),
  text: words,
  caption: words,
  edit_date: number,
  message_thread_id: number,
  ephemeral_message_id: number,
  migrate_to_chat_id: number,
  migrate_from_chat_id: number,
  direct_messages_topic: z.object({ topic_id: z.int() }).optional(),
  quote: z.object({ text: z.string() }).optional(),
  get reply_to_message() {
    return message.optional();
  },
});
const membership = z.object({
  date: z.int(),
  chat,
  from: user,
  old_chat_member: z.object({ status: z.string() }),
  new_chat_member: z.object({ status: z.string(), user }),
});
const reaction = z.object({
  date: z.int(),
  chat,
  message_id: z.int(),
  user: user.optional(),
  new_reaction: z.array(z.object({ type: z.string(), emoji: words })),
});
/** Fields that the bot relies on. Telegram always sends them; a forged update may lack them. */
const readable = z.object({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  message_reaction: reaction.optional(),
  callback_query: z.object({ id: z.string(), from: user, data: words, message: message.optional() }).optional(),
  inline_query: z.object({ id: z.string(), from: user, query: z.string(), offset: z.string() }).optional(),
  guest_message: message.and(z.object({ guest_query_id: z.string() })).optional(),
  my_chat_member: membership.optional(),
  chat_member: membership.optional(),
});

/** The stored update. */
export const updateOf = (kept: Kept): Update => JSON.parse(kept.payload) as Update;

/**
 * An update as it is stored until it is handled; undefined for kinds that the bot does not handle.
 * @param bot id of the bot
 * @param time Unix time of the event in milliseconds
 */
export function toKept(
  update: Update,
  bot: number,
  { hash, now }: Pick<Services, 'hash' | 'now'>,
  time: number,
): Kept | undefined {
  if (!readable.safeParse(update).success) return undefined;
  const { callback_query: press, inline_query: inline, guest_message: guest, message_reaction: reaction } = update;
  const event = update.message ?? update.edited_message ?? update.my_chat_member ?? update.chat_member;
  const from = (press ?? inline ?? guest ?? event)?.from ?? reaction?.user;
  const where = event ?? reaction ?? press?.message;
  const asks = (inline ?? guest)?.from;
  const queue = asks ? queueOfInline(hash(personOf(asks.id))) : where && queueOf(spotOf(where, hash));
  if (queue === undefined) return undefined;
  return {
    platform: PLATFORM,
    // Update ids are unique for one bot only; another bot may use the same database later.
    id: `${bot}/${update.update_id}`,
    queue,
    person: from ? hash(personOf(from.id)) : '',
    payload: JSON.stringify(update),
    at: doneAt(time, now()),
  };
}

/**
 * Unix time of each update in milliseconds. Queries and presses have no time of their own and get that of the next
 * update in the batch.
 * @param now used if no later update has a time
 */
export function timesOf(updates: readonly Update[], now: number): number[] {
  const times: number[] = [];
  let next = now;
  for (const {
    message,
    edited_message: edited,
    guest_message: guest,
    my_chat_member: own,
    message_reaction: reaction,
  } of updates.toReversed()) {
    const seconds = (message ?? guest)?.date ?? edited?.edit_date ?? edited?.date ?? own?.date ?? reaction?.date;
    if (Number.isSafeInteger(seconds)) next = Number(seconds) * 1000;
    times.unshift(next);
  }
  return times;
}

/**
 * Notes what must be known before the update is handled: who wrote, changed roles, and whether the bot may write.
 * @returns the chat in which the bot's permissions changed, if any
 */
export function notice(
  {
    moderators,
    muted,
    ephemerals,
    outages,
    services,
    log,
  }: Pick<TelegramContext, 'moderators' | 'muted' | 'ephemerals' | 'outages' | 'services' | 'log'>,
  kept: Kept,
): number | undefined {
  const { my_chat_member: own, chat_member: other, message } = updateOf(kept);
  const helpersAreBack = (chat: number): void =>
    void postStuck(services, keyOfPlace({ platform: PLATFORM, id: String(chat) })).catch((err: unknown) =>
      log.warn({ err }, 'a question could not be posted again'),
    );
  if (message && !hasWaited(kept)) noteWritten({ services, moderators }, message, Date.parse(kept.at));
  if (other) moderators.forget(other.chat.id, other.new_chat_member.user.id);
  if (own) {
    const { chat, new_chat_member: member } = own;
    moderators.forget(chat.id);
    ephemerals.forget(chat.id);
    const isFree = maySpeak(member);
    if (isFree) {
      muted.remove(chat.id);
      helpersAreBack(chat.id);
    } else muted.add(chat.id, member.status === 'restricted');
    log.info({ chat: groupOnly(chat.id), status: member.status, isFree }, 'membership');
  }
  if (message && muted.heard(message.chat.id)) helpersAreBack(message.chat.id);
  if (message && isBacklog(kept, services.now())) {
    outages.began(message.chat.id);
    outages.ended(message.chat.id);
  }
  const isReopened = Boolean(message?.forum_topic_reopened ?? message?.general_forum_topic_unhidden);
  if (message && isReopened) {
    muted.reopen(message.chat.id, topicOf(message));
    helpersAreBack(message.chat.id);
  }
  return own?.chat.id ?? (isReopened ? message?.chat.id : undefined);
}

const maySpeak = (member: ChatMember): boolean =>
  !['left', 'kicked'].includes(member.status) && (member.status !== 'restricted' || member.can_send_messages);

/** The user's mention, `@name`; undefined if they have no user name. */
export const callNameOf = (user: User | undefined): string | undefined =>
  user?.username === undefined ? undefined : `@${user.username.toLowerCase()}`;

/** Message fields by which people talk to each other. */
const TALK = ['text', 'photo', 'sticker', 'voice', 'video', 'video_note', 'animation', 'document', 'audio'] as const;

/** Records that a person wrote in a group, to whom they replied, and whom they mentioned. */
function noteWritten(context: WithModerators, message: Message, at: number): void {
  const { services } = context;
  const spot = spotOf(message, services.hash);
  const author = spot.place.isPrivate ? undefined : authorOf(context, spot, message);
  // Commands, service messages and ephemeral messages are not conversation.
  if (!author || message.ephemeral_message_id !== undefined) return;
  if (!TALK.some((kind) => message[kind] !== undefined)) return;
  if ((message.text ?? message.caption)?.startsWith('/')) return;
  const to = repliedTo(message);
  services.heldLines.wrote({
    spot: queueOf(spot),
    id: String(message.message_id),
    person: services.hash(author.person),
    at,
    to: to && String(to.message_id),
    names: namesIn(message, (user) => services.hash(personOf(user))),
    text: message.text ?? message.caption,
  });
}

/** People mentioned in a message: by user name, or by keyed hash if they have none. */
function namesIn(
  { text, caption, entities, caption_entities: inCaption }: Message,
  hashOf: (user: number) => string,
): string[] {
  const said = text ?? caption ?? '';
  return (entities ?? inCaption ?? []).flatMap((one) =>
    one.type === 'mention'
      ? [said.slice(one.offset, one.offset + one.length).toLowerCase()]
      : one.type === 'text_mention' && one.user
        ? [hashOf(one.user.id)]
        : [],
  );
}
