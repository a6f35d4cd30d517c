import type { Chat, Message } from 'grammy/types';
import { keyOfPlace, type Place, privatePlace } from '../../../bot/conversation/place.ts';
import type { PersonHash } from '../../../bot/kinds.ts';
import type { Services } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';

/** The part of a chat: a topic, or a chat with a channel. */
type SpotPart = Pick<Spot, 'thread' | 'direct'>;

/** A message's place, and the chat to which answers go. */
export interface Spot {
  readonly place: Place;
  /** Key of the place: `telegram:<chat>`; for a private chat, with the person's hash instead. */
  readonly key: string;
  readonly chat: number;
  /** Id of the topic; undefined for General, which needs none for sending. */
  readonly thread: number | undefined;
  /** Id of the conversation of one person with a channel, in a channel's direct messages. */
  readonly direct?: number;
}

/** Id of the topic General. */
const GENERAL = 1;

type Located = Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message' | 'direct_messages_topic'>;

export function spotOf(message: Located, hash: Services['hash']): Spot {
  const { chat } = message;
  const topic = topicOf(message);
  const direct = message.direct_messages_topic?.topic_id;
  const place =
    direct === undefined
      ? placeOf(chat, topic, hash)
      : { ...placeOf(chat, undefined, hash), channel: channelOf({ direct }) };
  return {
    place,
    key: keyOfPlace(place),
    chat: chat.id,
    ...(direct === undefined ? { thread: topic } : { thread: undefined, direct }),
  };
}

/** Prefix of a channel's direct-message conversation, whose id may equal that of a topic elsewhere. */
const DIRECT = 'direct-';

/** A topic or direct-message conversation as the `channel` of its place; empty if there is neither. */
export const channelOf = ({ thread, direct }: Partial<SpotPart>): string =>
  direct === undefined ? String(thread ?? '') : DIRECT + direct;

/** The topic or conversation of such a `channel`. */
export function partOf(channel: string): SpotPart {
  if (channel.startsWith(DIRECT)) return { thread: undefined, direct: Number(channel.slice(DIRECT.length)) };
  return { thread: channel === '' ? undefined : Number(channel) };
}

/** The topic's id. In groups without topics, a thread id only means a chain of replies, and is ignored. */
export const topicOf = ({ message_thread_id: thread, is_topic_message: isTopic }: Located): number | undefined =>
  isTopic === true && thread !== GENERAL ? thread : undefined;

/**
 * The place of a message. In a forum, a message without a topic belongs to General; in other groups the place has no
 * channel.
 */
function placeOf(chat: Chat, topic: number | undefined, hash: Services['hash']): Place {
  const id = String(chat.id);
  if (chat.type === 'private') return aloneWith(chat.id, hash);
  const isForum = topic !== undefined || ('is_forum' in chat && chat.is_forum === true);
  return {
    platform: PLATFORM,
    id,
    title: chat.title,
    ...(isForum ? { channel: topic === undefined ? '' : String(topic) } : {}),
  };
}

/** Key of a person's private chat. */
export const aloneKey = (person: PersonHash): string => keyOfPlace(privatePlace(PLATFORM, person));

/** The place of a user's private chat. */
export const aloneWith = (user: number, hash: Services['hash']): Place => privatePlace(PLATFORM, hash(personOf(user)));

/** The place for any chat that the bot is not a member of; it has no settings. */
export const GUEST: Place = { platform: PLATFORM, id: 'guest' };

/** A user's key before it is hashed. */
export const personOf = (user: number): string => `${PLATFORM}:${user}`;

/** The chat's id if it is a group. A private chat's id is its person's, and must not be logged. */
export const groupOnly = (chat: number | undefined): number | undefined =>
  chat !== undefined && chat < 0 ? chat : undefined;

/** The outbox queue of a conversation. */
export const queueOf = ({ key, ...part }: Pick<Spot, 'key' | 'thread' | 'direct'>): string =>
  channelOf(part) === '' ? key : `${key}/${channelOf(part)}`;

/** The queue for somebody's inline queries and guest messages, in any chat. */
export const queueOfInline = (person: PersonHash): string => `${PLATFORM} inline ${person}`;
