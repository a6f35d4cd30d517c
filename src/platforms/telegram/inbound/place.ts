import type { Chat, Message } from 'grammy/types';
import { keyOfPlace, type Place, privatePlace } from '../../../bot/conversation/place.ts';
import type { Services } from '../../../bot/services.ts';

export const PLATFORM = 'telegram';

/** The place of a message, and its chat. */
export interface Spot {
  readonly place: Place;
  /** `telegram:<chat>`, of a private chat with its person's hash. */
  readonly key: string;
  readonly chat: number;
  /** A topic; none in General, which has no number when something is sent there. */
  readonly thread: number | undefined;
  /** The conversation of one person with a channel, in such a chat. */
  readonly direct?: number;
}

/** The topic General, if it is numbered at all. */
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

/** Begins the name of a conversation with a channel: its number may be that of a topic elsewhere. */
const DIRECT = 'direct-';

/** The part of a chat as the channel of its place; empty if it has none. */
export const channelOf = ({ thread, direct }: Partial<Pick<Spot, 'thread' | 'direct'>>): string =>
  direct === undefined ? String(thread ?? '') : DIRECT + direct;

/** The part of a chat of such a channel. */
export function partOf(channel: string): Pick<Spot, 'thread' | 'direct'> {
  if (channel.startsWith(DIRECT)) return { thread: undefined, direct: Number(channel.slice(DIRECT.length)) };
  return { thread: channel === '' ? undefined : Number(channel) };
}

/** In groups without topics, numbers of threads are of chains of replies and are no places. */
export const topicOf = ({ message_thread_id: thread, is_topic_message: isTopic }: Located): number | undefined =>
  isTopic === true && thread !== GENERAL ? thread : undefined;

/** A channel without a number is that of a forum's General; a group without topics has none. */
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

/** Key of the place in which a person is alone with the bot. @param person keyed hash */
export const aloneKey = (person: string): string => keyOfPlace(privatePlace(PLATFORM, person));

/** A person alone with the bot. */
export const aloneWith = (user: number, hash: Services['hash']): Place => privatePlace(PLATFORM, hash(personOf(user)));

/** Any chat that the bot is no member of: nobody decides anything there. */
export const GUEST: Place = { platform: PLATFORM, id: 'guest' };

/** A user as the bot knows them. */
export const personOf = (user: number): string => `${PLATFORM}:${user}`;

/** A private chat's number is its person's, and no log's business. */
export const groupOnly = (chat: number | undefined): number | undefined =>
  chat !== undefined && chat < 0 ? chat : undefined;

/** Answers wait in the queue of their conversation. */
export const queueOf = ({ key, ...part }: Pick<Spot, 'key' | 'thread' | 'direct'>): string =>
  channelOf(part) === '' ? key : `${key}/${channelOf(part)}`;

/** Queries and calls of somebody in any chat, also without the bot. @param person keyed hash */
export const queueOfInline = (person: string): string => `${PLATFORM} inline ${person}`;
