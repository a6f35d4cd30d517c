import { LRUCache } from 'lru-cache';

/** Chats and topics in which the bot may not speak: nothing is sent there, so that nothing is refused again. */
export interface Muted {
  /** Whether nothing reaches the chat. */
  readonly has: (chat: number) => boolean;
  /**
   * @param isRestricted the bot still hears the chat; otherwise it is not there any more, or was blocked.
   * @returns whether that is news since it last might speak
   */
  readonly add: (chat: number, isRestricted?: boolean) => boolean;
  /** It may again, also in topics that are closed to others. */
  readonly remove: (chat: number) => void;
  /** Somebody was heard there: the bot is there after all. */
  readonly heard: (chat: number) => void;
  /** Whether nothing new may be said in a topic. @param thread none for General */
  readonly isClosed: (chat: number, thread: number | undefined) => boolean;
  /** @returns whether that is news */
  readonly close: (chat: number, thread: number | undefined) => boolean;
  readonly reopen: (chat: number, thread: number | undefined) => void;
}

const MOST = 10_000;
/** Milliseconds after which a restricted bot tries one message: Telegram does not tell it of rights of all members. */
const RESTRICTED_MS = 3_600_000;

/** @param now milliseconds */
export function createMuted(now: () => number): Muted {
  const chats = new LRUCache<number, { readonly isRestricted: boolean; readonly until: number }>({ max: MOST });
  const topics = new LRUCache<number, Set<number | undefined>>({ max: MOST });
  const isClosed: Muted['isClosed'] = (chat, thread) => topics.get(chat)?.has(thread) === true;
  return {
    has: (chat) => (chats.get(chat)?.until ?? 0) > now(),
    add: (chat, isRestricted = false) => {
      const isNews = !chats.has(chat);
      chats.set(chat, { isRestricted, until: isRestricted ? now() + RESTRICTED_MS : Number.POSITIVE_INFINITY });
      return isNews;
    },
    remove: (chat) => {
      chats.delete(chat);
      topics.delete(chat);
    },
    heard: (chat) => {
      if (chats.get(chat)?.isRestricted === false) chats.delete(chat);
    },
    isClosed,
    close: (chat, thread) => {
      const isNews = !isClosed(chat, thread);
      topics.set(chat, (topics.get(chat) ?? new Set()).add(thread));
      return isNews;
    },
    reopen: (chat, thread) => void topics.get(chat)?.delete(thread),
  };
}
