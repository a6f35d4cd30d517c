import { LRUCache } from 'lru-cache';

/** Chats for which Telegram took nothing for a while: what was asked there meanwhile waited for no busy group. */
export interface Outages {
  /** Nothing is taken for the chat. */
  readonly began: (chat: number) => void;
  /** Something is taken for it, if nothing was. */
  readonly ended: (chat: number) => void;
  /** Whether something may have waited for an outage, or for this process to begin. @param at ISO 8601 */
  readonly delayed: (chat: number, at: string) => boolean;
}

const MOST = 10_000;
/** Later than anything. */
const EVER = '9999';

/** @param now ISO 8601 */
export function createOutages(now: () => string): Outages {
  const start = now();
  /** When each ended. */
  const ends = new LRUCache<number, string>({ max: MOST });
  return {
    began: (chat) => void ends.set(chat, EVER),
    ended: (chat) => {
      if (ends.get(chat) === EVER) ends.set(chat, now());
    },
    delayed: (chat, at) => at < (ends.get(chat) ?? start),
  };
}
