import type { Chat, Message } from 'grammy/types';
import { keyOfPlace, type Place, privatePlace } from '../../../bot/conversation/place.ts';
import type { Services } from '../../../bot/services.ts';

export const PLATFORM = 'telegram';

/** Where a message stands. */
export interface Spot {
  readonly place: Place;
  /** `telegram:<chat>`, of a private chat with its person's hash. */
  readonly key: string;
  readonly chat: number;
  /** A topic; none in General, which has no number when something is sent there. */
  readonly thread: number | undefined;
}

/** The topic General, where it is numbered at all. */
const GENERAL = 1;

type Standing = Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>;

export function spotOf(message: Standing, hash: Services['hash']): Spot {
  const { chat } = message;
  const topic = topicOf(message);
  const place = placeOf(chat, topic, hash);
  return { place, key: keyOfPlace(place), chat: chat.id, thread: topic };
}

/** In groups without topics, numbers of threads stand for chains of replies and are no places. */
export const topicOf = ({ message_thread_id: thread, is_topic_message: isTopic }: Standing): number | undefined => (isTopic === true && thread !== GENERAL ? thread : undefined);

/** A channel without a number is that of a forum's General; a group without topics has none. */
function placeOf(chat: Chat, topic: number | undefined, hash: Services['hash']): Place {
  const id = String(chat.id);
  if (chat.type === 'private') return aloneWith(chat.id, hash);
  const isForum = topic !== undefined || ('is_forum' in chat && chat.is_forum === true);
  return { platform: PLATFORM, id, title: chat.title, ...(isForum ? { channel: topic === undefined ? '' : String(topic) } : {}) };
}

/** A person alone with the bot. */
export const aloneWith = (user: number, hash: Services['hash']): Place => privatePlace(PLATFORM, hash(personOf(user)));

/** A user as the bot knows them. */
export const personOf = (user: number): string => `${PLATFORM}:${user}`;

/** Answers wait in the queue of their conversation. */
export const queueOf = ({ key, thread }: Pick<Spot, 'key' | 'thread'>): string => (thread === undefined ? key : `${key}/${thread}`);

/** Queries that somebody types in any chat. @param person keyed hash */
export const queueOfInline = (person: string): string => `${PLATFORM} inline ${person}`;
