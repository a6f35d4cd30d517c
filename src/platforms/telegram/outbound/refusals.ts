import { LRUCache } from 'lru-cache';
import type { Only } from './outbox-message.ts';

/** Chats that are remembered at most. */
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

/** Milliseconds for which no ephemeral message is tried in a group that took none. */
const REFUSED_MS = 3_600_000;

export type Ephemerals = ReturnType<typeof createEphemerals>;

/** The act that lets every bot answer it with an ephemeral message; without one, Telegram lets administrators. */
export const causeOf = ({ press, command }: Only): 'press' | 'command' | undefined =>
  press !== undefined ? 'press' : command !== undefined ? 'command' : undefined;

/** In which groups Telegram took no ephemeral message a while ago. In memory only. @param now milliseconds */
export function createEphemerals(now: () => number) {
  const refused = new LRUCache<string, true>({ max: MOST, ttl: REFUSED_MS, ttlResolution: 0, perf: { now } });
  const keyOf = (chat: number, cause?: ReturnType<typeof causeOf>): string => `${chat} ${cause ?? ''}`;
  return {
    isRefused: (...where: Parameters<typeof keyOf>): boolean => refused.has(keyOf(...where)),
    refuse: (...where: Parameters<typeof keyOf>): void => void refused.set(keyOf(...where), true),
    /** The bot's rights have changed. */
    forget: (chat: number): void => void refused.delete(keyOf(chat)),
  };
}
