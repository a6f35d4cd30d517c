import { keep } from '../keep.ts';

/** An answer that can still be seen. */
export interface Given {
  readonly entry: string;
  readonly language: string;
  readonly message: string;
}

/** The answers that were given lately in each channel: the same is not said twice to people who can still read it. */
export interface Recent {
  readonly find: (channel: string, entry: string, language: string) => Given | undefined;
  readonly note: (channel: string, given: Given) => void;
  /** Somebody wrote a message there: what stood before moves up. */
  readonly wrote: (channel: string) => void;
  readonly forget: (channel: string, message: string) => void;
}

const MESSAGES = 20;
const MS = 10 * 60_000;
/** Channels that are remembered; the longest silent is forgotten first. */
const CHANNELS = 5000;

interface Channel {
  messages: number;
  given: (Given & { readonly at: number; readonly number: number })[];
}

/** @param now milliseconds */
export function createRecent(now: () => number): Recent {
  const channels = new Map<string, Channel>();
  const fresh = (channel: Channel) =>
    channel.given.filter(({ at, number }) => now() - at < MS && channel.messages - number <= MESSAGES);
  const touch = (id: string): Channel => {
    const channel = channels.get(id) ?? { messages: 0, given: [] };
    keep(channels, id, channel, CHANNELS);
    return channel;
  };
  return {
    find: (id, entry, language) => {
      const channel = channels.get(id);
      return channel && fresh(channel).find((given) => given.entry === entry && given.language === language);
    },
    note: (id, given) => {
      const channel = touch(id);
      channel.given = [...fresh(channel), { ...given, at: now(), number: channel.messages }];
    },
    wrote: (id) => {
      const channel = channels.get(id);
      if (channel) channel.messages++;
    },
    forget: (id, message) => {
      const channel = channels.get(id);
      if (channel) channel.given = channel.given.filter((given) => given.message !== message);
    },
  };
}
