import { LRUCache } from 'lru-cache';

/** What was said lately, and can still be read: nothing is said twice to the same people. In memory only. */
export type Said = ReturnType<typeof createSaid>;

interface SaidOptions {
  /** Milliseconds for which it is believed that people can still read it. */
  readonly ms: number;
  /** Messages of others after which nobody sees it any more. Default: any number. */
  readonly messages?: number;
}

interface Conversation {
  /** Messages of others so far. */
  messages: number;
  said: readonly Saying[];
}

interface Saying {
  readonly names: readonly string[];
  readonly message: string;
  readonly at: number;
  readonly number: number;
  /** When people were last pointed at it. Default: never. */
  readonly pointed?: number;
}

/** Milliseconds in which one pointer serves all who ask: a crowd needs no more. */
const POINTED_MS = 60_000;

/** Conversations that are remembered; the one that was silent longest is forgotten first. */
const MOST = 5000;

/** @param now milliseconds */
export function createSaid({ ms, messages: most = Number.POSITIVE_INFINITY }: SaidOptions, now: () => number) {
  const known = new LRUCache<string, Conversation>({ max: MOST });
  const fresh = (where: string): Conversation => {
    const { messages, said } = known.get(where) ?? { messages: 0, said: [] };
    return { messages, said: said.filter(({ at, number }) => now() - at < ms && messages - number <= most) };
  };
  return {
    /** The message in which something of these names was said, if it was. @param where id of the conversation */
    find: (where: string, names: readonly string[]): string | undefined =>
      fresh(where).said.find((one) => one.names.some((name) => names.includes(name)))?.message,
    /** Whether people were pointed at a message a moment ago. */
    isPointedAt: (where: string, message: string): boolean =>
      fresh(where).said.some(
        (one) => one.message === message && now() - (one.pointed ?? Number.NEGATIVE_INFINITY) < POINTED_MS,
      ),
    pointedAt: (where: string, message: string): void => {
      const conversation = known.get(where);
      if (conversation)
        conversation.said = conversation.said.map((one) =>
          one.message === message ? { ...one, pointed: now() } : one,
        );
    },
    note: (where: string, names: readonly string[], message: string): void => {
      const { messages, said } = fresh(where);
      known.set(where, { messages, said: [...said, { names, message, at: now(), number: messages }] });
    },
    /** Somebody wrote there: what was said moves up. */
    wrote: (where: string): void => {
      const conversation = known.get(where);
      if (conversation) conversation.messages++;
    },
    /** The message says something else now, or is gone. */
    forget: (where: string, message: string): void => {
      const conversation = known.get(where);
      if (conversation) conversation.said = conversation.said.filter((one) => one.message !== message);
    },
  };
}
