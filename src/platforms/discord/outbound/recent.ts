import { LRUCache } from 'lru-cache';

/** An answer that can still be seen. */
interface Seen {
  readonly entry: string;
  readonly language: string;
  readonly message: string;
}

/** The answers that were given lately in each channel: the same is not said twice to people who can still read it. */
export type Recent = ReturnType<typeof createRecent>;

const MESSAGES = 20;
const MS = 10 * 60_000;

interface Channel {
  messages: number;
  given: readonly (Seen & { readonly at: number; readonly number: number })[];
}

/** @param now milliseconds */
export function createRecent(now: () => number) {
  const channels = new LRUCache<string, Channel>({ max: 5000 });
  const fresh = ({ given, messages }: Channel) =>
    given.filter(({ at, number }) => now() - at < MS && messages - number <= MESSAGES);
  return {
    find: (id: string, entry: string, language: string): Seen | undefined =>
      fresh(channels.get(id) ?? NOTHING).find((one) => one.entry === entry && one.language === language),
    note: (id: string, seen: Seen): void => {
      const channel = channels.get(id) ?? NOTHING;
      const given = [...fresh(channel), { ...seen, at: now(), number: channel.messages }];
      channels.set(id, { messages: channel.messages, given });
    },
    /** Somebody wrote a message there: earlier ones move up. */
    wrote: (id: string): void => {
      const channel = channels.get(id);
      if (channel) channel.messages++;
    },
    forget: (id: string, message: string): void => {
      const channel = channels.get(id);
      if (channel) channel.given = channel.given.filter((one) => one.message !== message);
    },
  };
}

const NOTHING: Channel = { messages: 0, given: [] };
