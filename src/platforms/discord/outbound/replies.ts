/**
 * Where a message was answered, whether or not the reply gave an entry. Kept in memory only, for edits and deletions
 * that come soon.
 */
export interface Replies {
  readonly note: (asked: string, reply: Said) => void;
  readonly to: (asked: string) => readonly Said[];
  readonly forget: (asked: string) => void;
  /** Whether the message was taken in lately: it may be answered only in a moment. */
  readonly isExpected: (asked: string) => boolean;
  readonly expect: (asked: string) => void;
  /** Whether a reply is in the outbox, and not yet posted. */
  readonly isPromised: (asked: string) => boolean;
  readonly promise: (asked: string) => void;
  /** It will never be posted. */
  readonly giveUp: (asked: string) => void;
}

export interface Said {
  readonly channel: string;
  readonly message: string;
}

export function createReplies(most = 5000): Replies {
  const promised = new Set<string>();
  const known = new Map<string, readonly Said[]>();
  const set = (asked: string, said: readonly Said[]): void => {
    known.set(asked, said);
    const oldest = known.keys().next();
    if (known.size <= most || oldest.done) return;
    known.delete(oldest.value);
    promised.delete(oldest.value);
  };
  return {
    note: (asked, said) => {
      promised.delete(asked);
      set(asked, [said, ...(known.get(asked) ?? []).filter(({ message }) => message !== said.message)]);
    },
    to: (asked) => known.get(asked) ?? [],
    forget: (asked) => known.delete(asked),
    isExpected: (asked) => known.has(asked),
    expect: (asked) => {
      if (!known.has(asked)) set(asked, []);
    },
    isPromised: (asked) => promised.has(asked),
    giveUp: (asked) => void promised.delete(asked),
    promise: (asked) => void (known.has(asked) && promised.add(asked)),
  };
}
