import { LRUCache } from 'lru-cache';

/** Seconds after which an edited question that was never answered is left alone. */
export const LONGEST_AGE = 15 * 60;
/** Milliseconds for which an answer serves those who ask the same. */
const SAID_MS = 60_000;
const MOST = 5000;

/** Answers of the last minute, so that none is said twice; in memory only. */
export interface Said {
  /** The message in which it was said, if it was. */
  readonly find: (names: readonly string[]) => number | undefined;
  readonly note: (names: readonly string[], message: number) => void;
  /** The message says something else now, or is gone. @param place key of its place: names begin with it */
  readonly forget: (place: string, message: number) => void;
}

/** @param now milliseconds */
export function createSaid(now: () => number): Said {
  const known = new LRUCache<string, number>({ max: MOST, ttl: SAID_MS, ttlResolution: 0, perf: { now } });
  return {
    find: (names) => names.map((name) => known.get(name)).find((message) => message !== undefined),
    note: (names, message) => {
      for (const name of names) known.set(name, message);
    },
    forget: (place, message) => {
      for (const [name, said] of known.entries()) if (said === message && name.startsWith(place)) known.delete(name);
    },
  };
}

/** Replies that give no entry, by the message that asked: in memory only, for edits that come soon. */
export interface Replies {
  readonly note: (place: string, asked: string, message: number) => void;
  readonly to: (place: string, asked: string) => readonly number[];
}

export function createReplies(): Replies {
  const known = new LRUCache<string, readonly number[]>({ max: MOST });
  const to: Replies['to'] = (place, asked) => known.get(`${place} ${asked}`) ?? [];
  return {
    to,
    note: (place, asked, message) => void known.set(`${place} ${asked}`, [...to(place, asked), message]),
  };
}
