import type { ChatMemberUpdated, Update } from 'grammy/types';
import { doneAt } from '../../../bot/delivery/lateness.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import type { Services } from '../../../bot/services.ts';
import { isJoining } from './on-join.ts';
import { PLATFORM, personOf, queueOf, queueOfInline, spotOf } from './place.ts';

/** What Telegram is asked to tell. */
export const UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'chat_member',
] as const;

/** What was kept in this process need not be read from its text again. */
const read = new WeakMap<Kept, Update>();

/** An update as it was kept. */
export const updateOf = (kept: Kept): Update => read.get(kept) ?? (JSON.parse(kept.payload) as Update);

/**
 * What is kept of an update until it is handled; nothing where it is none that the bot deals with. @param bot whose
 * updates they are. @param time when it was done, in milliseconds
 */
export function toKept(
  update: Update,
  bot: number,
  { hash, now }: Pick<Services, 'hash' | 'now'>,
  time: number,
): Kept | undefined {
  if (!isReadable(update)) return undefined;
  const { message = update.edited_message, callback_query: press, inline_query: inline, my_chat_member: own } = update;
  if (own && !isJoining(own)) return undefined;
  const from = press?.from ?? inline?.from ?? own?.from ?? message?.from;
  const where = message ?? press?.message ?? own;
  const queue = inline ? queueOfInline(hash(personOf(inline.from.id))) : where && queueOf(spotOf(where, hash));
  if (queue === undefined) return undefined;
  // Numbers of updates are a bot's own: another bot's may be the same.
  const kept: Kept = {
    platform: PLATFORM,
    id: `${bot}/${update.update_id}`,
    queue,
    person: from ? hash(personOf(from.id)) : '',
    payload: JSON.stringify(update),
    at: doneAt(time, now()),
  };
  read.set(kept, update);
  return kept;
}

/**
 * The same for whichever process handles updates: also what only tells who may what, as that one has to know. @param
 * bot whose updates they are
 */
export function toTold(
  update: Update,
  bot: number,
  services: Pick<Services, 'hash' | 'now'>,
  time: number,
): Kept | undefined {
  const kept = toKept(update, bot, services, time);
  const member = update.my_chat_member ?? update.chat_member;
  if (kept || !member || !isMembership(member)) return kept;
  const { hash, now } = services;
  return {
    platform: PLATFORM,
    id: `${bot}/${update.update_id}`,
    queue: queueOf(spotOf(member, hash)),
    person: hash(personOf(member.from.id)),
    payload: JSON.stringify(update),
    at: doneAt(time, now()),
  };
}

/**
 * Whether an update has what the bot relies on, each part of its kind: what Telegram sends has, and what somebody made
 * up may not.
 */
function isReadable({
  message,
  edited_message: edited,
  callback_query: press,
  inline_query: inline,
  my_chat_member: own,
}: Update): boolean {
  if (press)
    return (
      isWords(press.id) && isUser(press.from) && isOptional(press.data, isWords) && isOptional(press.message, isMessage)
    );
  if (inline) return isWords(inline.id) && isWords(inline.query) && isWords(inline.offset) && isUser(inline.from);
  if (own) return isMembership(own);
  return isMessage(message ?? edited);
}

type Test = (value: unknown) => boolean;

const isNumber: Test = (value) => Number.isSafeInteger(value);
const isWords: Test = (value) => typeof value === 'string';
const isOptional = (value: unknown, test: Test): boolean => value === undefined || test(value);
const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : null;
const isUser: Test = (value) => isNumber(partOf(value, 'id')) && isOptional(partOf(value, 'language_code'), isWords);
const isChat: Test = (value) => isNumber(partOf(value, 'id')) && isWords(partOf(value, 'type'));

const isMembership = ({
  date,
  chat,
  from,
  old_chat_member: before,
  new_chat_member: now,
}: ChatMemberUpdated): boolean =>
  isNumber(date) &&
  isChat(chat) &&
  isUser(from) &&
  isUser(now?.user) &&
  [before, now].every((member) => isWords(partOf(member, 'status')));

const isMessage: Test = (value) =>
  isNumber(partOf(value, 'message_id')) &&
  isNumber(partOf(value, 'date')) &&
  isChat(partOf(value, 'chat')) &&
  ['from', 'via_bot', 'sender_chat'].every((name) => isOptional(partOf(value, name), isUser)) &&
  ['text', 'caption'].every((name) => isOptional(partOf(value, name), isWords)) &&
  ['message_thread_id', 'migrate_to_chat_id', 'migrate_from_chat_id', 'edit_date'].every((name) =>
    isOptional(partOf(value, name), isNumber),
  ) &&
  isOptional(partOf(value, 'direct_messages_topic'), (topic) => isNumber(partOf(topic, 'topic_id'))) &&
  isOptional(partOf(value, 'quote'), (quote) => isWords(partOf(quote, 'text'))) &&
  isOptional(partOf(value, 'reply_to_message'), isMessage);
