import type { Chat, Message } from 'grammy/types';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';

export const PLATFORM = 'telegram';

/** Where a message stands. */
export interface Spot {
  readonly place: Place;
  /** `telegram:<chat>` */
  readonly key: string;
  readonly chat: number;
  /** A topic; none in General, which has no number when something is sent there. */
  readonly thread: number | undefined;
}

/** The topic General, where it is numbered at all. */
const GENERAL = 1;

/** In groups without topics, numbers of threads stand for chains of replies and are no places. */
export function spotOf({ chat, message_thread_id: thread, is_topic_message: isTopic }: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>): Spot {
  const topic = isTopic === true && thread !== GENERAL ? thread : undefined;
  const place = placeOf(chat, topic);
  return { place, key: keyOfPlace(place), chat: chat.id, thread: topic };
}

/** A channel without a number is that of a forum's General; a group without topics has none. */
function placeOf(chat: Chat, topic: number | undefined): Place {
  const id = String(chat.id);
  if (chat.type === 'private') return { platform: PLATFORM, id, isPrivate: true };
  const isForum = topic !== undefined || ('is_forum' in chat && chat.is_forum === true);
  return { platform: PLATFORM, id, title: chat.title, ...(isForum ? { channel: topic === undefined ? '' : String(topic) } : {}) };
}

/** A person alone with the bot. */
export const privatePlace = (user: number): Place => ({ platform: PLATFORM, id: String(user), isPrivate: true });

/** Answers wait in the queue of their conversation. */
export const queueOf = ({ key, thread }: Pick<Spot, 'key' | 'thread'>): string => (thread === undefined ? key : `${key}/${thread}`);
