import { LRUCache } from 'lru-cache';
import type { Moment } from '../../../bot/kinds.ts';
import type { Only } from './outbox-message.ts';

/** Most chats that are remembered. */
const MOST = 10_000;
/**
 * Milliseconds after which a restricted bot tries one message. Telegram does not tell it when the rights of all members
 * change.
 */
const RESTRICTED_MS = 3_600_000;

export type Muted = ReturnType<typeof createMuted>;

/** Chats and topics in which the bot may not write, so that it does not try. @param now milliseconds */
export function createMuted(now: () => number) {
  const chats = new LRUCache<number, { readonly isRestricted: boolean; readonly until: number }>({ max: MOST });
  const topics = new LRUCache<number, Set<number | undefined>>({ max: MOST });
  /** Whether no new message may be sent to a topic. @param thread undefined for General */
  const isClosed = (chat: number, thread: number | undefined): boolean => topics.get(chat)?.has(thread) === true;
  return {
    /** Whether the bot may not write in the chat. */
    has: (chat: number): boolean => (chats.get(chat)?.until ?? 0) > now(),
    /**
     * @param isRestricted whether the bot is still in the chat; otherwise it was removed or blocked
     * @returns whether this is new
     */
    add: (chat: number, isRestricted = false): boolean => {
      const isNews = !chats.has(chat);
      chats.set(chat, { isRestricted, until: isRestricted ? now() + RESTRICTED_MS : Number.POSITIVE_INFINITY });
      return isNews;
    },
    /** Called when the bot may write again, also in topics that were closed. */
    remove: (chat: number): void => {
      chats.delete(chat);
      topics.delete(chat);
    },
    /** Called when somebody wrote in the chat, so the bot is in it after all. @returns whether this is new */
    heard: (chat: number): boolean => chats.get(chat)?.isRestricted === false && chats.delete(chat),
    isClosed,
    /** @returns whether this is new */
    close: (chat: number, thread: number | undefined): boolean => {
      const isNews = !isClosed(chat, thread);
      topics.set(chat, (topics.get(chat) ?? new Set()).add(thread));
      return isNews;
    },
    reopen: (chat: number, thread: number | undefined): void => void topics.get(chat)?.delete(thread),
  };
}

/** Later than any date. */
const EVER = '9999';

export type Outages = ReturnType<typeof createOutages>;

/**
 * Outages by chat. Messages from the time of one waited for Telegram, and not because the group was busy.
 * @param now ISO 8601
 */
export function createOutages(now: () => string) {
  const start = now();
  /** When each outage ended. */
  const ends = new LRUCache<number, string>({ max: MOST });
  return {
    /** Called when nothing can be sent to the chat. */
    began: (chat: number): void => void ends.set(chat, EVER),
    /** Called when something was sent to the chat; ends an outage if there was one. */
    ended: (chat: number): void => {
      if (ends.get(chat) === EVER) ends.set(chat, now());
    },
    /** Whether a message may have waited for the end of an outage, or for this process to start. */
    delayed: (chat: number, at: Moment): boolean => at < (ends.get(chat) ?? start),
  };
}

/** Milliseconds for which no ephemeral message is tried in a group that refused one. */
const REFUSED_MS = 3_600_000;

export type Ephemerals = ReturnType<typeof createEphemerals>;

/** The event that allows any bot to send an ephemeral message; without one, only administrators may. */
export const causeOf = ({ press, command }: Only): 'press' | 'command' | undefined =>
  press !== undefined ? 'press' : command !== undefined ? 'command' : undefined;

/** Groups that refused an ephemeral message lately. In memory only. @param now milliseconds */
export function createEphemerals(now: () => number) {
  const refused = new LRUCache<string, true>({ max: MOST, ttl: REFUSED_MS, ttlResolution: 0, perf: { now } });
  const keyOf = (chat: number, cause?: ReturnType<typeof causeOf>): string => `${chat} ${cause ?? ''}`;
  return {
    isRefused: (...where: Parameters<typeof keyOf>): boolean => refused.has(keyOf(...where)),
    refuse: (...where: Parameters<typeof keyOf>): void => void refused.set(keyOf(...where), true),
    /** Called when the bot's permissions changed. */
    forget: (chat: number): void => void refused.delete(keyOf(chat)),
  };
}
