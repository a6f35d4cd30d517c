import { LRUCache } from 'lru-cache';

/**
 * The replies to a message, whether or not they give an entry. Kept in memory only, for edits and deletions that come
 * soon.
 */
export type Replies = ReturnType<typeof createReplies>;

interface Said {
  readonly channel: string;
  readonly message: string;
}

/** @param max messages that are remembered */
export function createReplies(max = 5000) {
  const known = new LRUCache<string, { readonly said: readonly Said[]; readonly isPromised: boolean }>({ max });
  const to = (asked: string): readonly Said[] => known.get(asked)?.said ?? [];
  const promise = (asked: string, isPromised: boolean): void => {
    if (known.has(asked)) known.set(asked, { said: to(asked), isPromised });
  };
  return {
    /** Newest first. */
    to,
    note: (asked: string, reply: Said): void => {
      const before = to(asked).filter(({ message }) => message !== reply.message);
      known.set(asked, { said: [reply, ...before], isPromised: false });
    },
    forget: (asked: string): void => void known.delete(asked),
    /** The message was taken in. */
    expect: (asked: string): void => {
      if (!known.has(asked)) known.set(asked, { said: [], isPromised: false });
    },
    /** Whether the message was taken in lately: it may be answered only in a moment. */
    isExpected: (asked: string): boolean => known.has(asked),
    /** A reply is in the outbox, and not yet posted. */
    promise: (asked: string): void => promise(asked, true),
    isPromised: (asked: string): boolean => known.get(asked)?.isPromised === true,
    /** It will never be posted. */
    giveUp: (asked: string): void => promise(asked, false),
  };
}
