import { LRUCache } from 'lru-cache';

const MOST = 10_000;
/** Later than anything. */
const EVER = '9999';

export type Outages = ReturnType<typeof createOutages>;

/**
 * Chats for which Telegram took nothing for a while: what was asked there meanwhile waited for no busy group.
 * @param now ISO 8601
 */
export function createOutages(now: () => string) {
  const start = now();
  /** When each ended. */
  const ends = new LRUCache<number, string>({ max: MOST });
  return {
    /** Nothing is taken for the chat. */
    began: (chat: number): void => void ends.set(chat, EVER),
    /** Something is taken for it, if nothing was. */
    ended: (chat: number): void => {
      if (ends.get(chat) === EVER) ends.set(chat, now());
    },
    /** Whether something may have waited for an outage, or for this process to begin. @param at ISO 8601 */
    delayed: (chat: number, at: string): boolean => at < (ends.get(chat) ?? start),
  };
}
