import { LRUCache } from 'lru-cache';
import type { Recall } from './recall.ts';

/** Messages whose replies are remembered. */
const MOST = 5000;

/**
 * The bot's replies to a message, also those that give no entry: for edits and deletions that come soon. What gave an
 * entry is found later, too, for the store keeps it.
 */
export type Replies = ReturnType<typeof createReplies>;

export function createReplies() {
  const known = new LRUCache<string, { readonly said: readonly string[]; readonly isPromised: boolean }>({ max: MOST });
  const keyOf = (place: string, asked: string): string => `${place} ${asked}`;
  const saidTo = (key: string): readonly string[] => known.get(key)?.said ?? [];
  const promise = (key: string, isPromised: boolean): void => {
    if (known.has(key)) known.set(key, { said: saidTo(key), isPromised });
  };
  return {
    /** Ids of the messages, in no order, each once. */
    to: async (place: string, asked: string, recall: Pick<Recall, 'to'>): Promise<readonly string[]> => {
      const given = await recall.to(place, asked);
      return [...new Set([...saidTo(keyOf(place, asked)), ...given.map(({ message }) => message)])];
    },
    /** Whether a message of the bot's was such a reply a moment ago. */
    has: (place: string, asked: string, message: string): boolean => saidTo(keyOf(place, asked)).includes(message),
    note: (place: string, asked: string, message: string): void => {
      const key = keyOf(place, asked);
      known.set(key, { said: [...new Set([...saidTo(key), message])], isPromised: false });
    },
    /** The replies are taken away; the message may be put in other words once more. */
    withdraw: (place: string, asked: string): void =>
      void known.set(keyOf(place, asked), { said: [], isPromised: false }),
    forget: (place: string, asked: string): void => void known.delete(keyOf(place, asked)),
    /** The message was taken in. */
    expect: (place: string, asked: string): void => {
      const key = keyOf(place, asked);
      if (!known.has(key)) known.set(key, { said: [], isPromised: false });
    },
    /** Whether the message was taken in lately: it may be answered only in a moment. */
    isExpected: (place: string, asked: string): boolean => known.has(keyOf(place, asked)),
    /** A reply is in the outbox, and not yet posted. */
    promise: (place: string, asked: string): void => promise(keyOf(place, asked), true),
    isPromised: (place: string, asked: string): boolean => known.get(keyOf(place, asked))?.isPromised === true,
    /** It will never be posted. */
    giveUp: (place: string, asked: string): void => promise(keyOf(place, asked), false),
  };
}
