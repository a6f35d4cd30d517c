import { LRUCache } from 'lru-cache';

const MOST = 10_000;
/** Milliseconds after which a restricted bot tries one message: Telegram does not tell it of rights of all members. */
const RESTRICTED_MS = 3_600_000;

export type Muted = ReturnType<typeof createMuted>;

/**
 * Chats and topics in which the bot may not speak: nothing is sent there, so that nothing is refused again.
 * @param now milliseconds
 */
export function createMuted(now: () => number) {
  const chats = new LRUCache<number, { readonly isRestricted: boolean; readonly until: number }>({ max: MOST });
  const topics = new LRUCache<number, Set<number | undefined>>({ max: MOST });
  /** Whether nothing new may be said in a topic. @param thread none for General */
  const isClosed = (chat: number, thread: number | undefined): boolean => topics.get(chat)?.has(thread) === true;
  return {
    /** Whether nothing reaches the chat. */
    has: (chat: number): boolean => (chats.get(chat)?.until ?? 0) > now(),
    /**
     * @param isRestricted the bot still hears the chat; otherwise it is not there any more, or was blocked.
     * @returns whether that is news since it last might speak
     */
    add: (chat: number, isRestricted = false): boolean => {
      const isNews = !chats.has(chat);
      chats.set(chat, { isRestricted, until: isRestricted ? now() + RESTRICTED_MS : Number.POSITIVE_INFINITY });
      return isNews;
    },
    /** It may again, also in topics that are closed to others. */
    remove: (chat: number): void => {
      chats.delete(chat);
      topics.delete(chat);
    },
    /** Somebody was heard there: the bot is there after all. @returns whether that is news */
    heard: (chat: number): boolean => chats.get(chat)?.isRestricted === false && chats.delete(chat),
    isClosed,
    /** @returns whether that is news */
    close: (chat: number, thread: number | undefined): boolean => {
      const isNews = !isClosed(chat, thread);
      topics.set(chat, (topics.get(chat) ?? new Set()).add(thread));
      return isNews;
    },
    reopen: (chat: number, thread: number | undefined): void => void topics.get(chat)?.delete(thread),
  };
}
