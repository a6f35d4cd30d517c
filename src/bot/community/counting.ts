import type { Call } from '../command.ts';
import { whenIdle } from '../conversation/turns.ts';
import { dayOf } from '../moment.ts';
import type { Tally } from '../ports/memory.ts';
import type { Transactions } from '../ports/store.ts';

/** `shadow`: answers that would have been given if the bot had been set to answer unaddressed questions. */
export type Counted = 'asked' | 'answered' | 'offered' | 'unanswered' | 'shadow';

/** Votes, counted by how sure the bot was of the answer. Changing a vote counts as another one. */
export type Judged = 'liked' | 'disliked';

/** Counts in memory and writes to the store now and then, so that no question waits for the disk. */
export interface Counter {
  readonly count: (what: Omit<Tally, 'day' | 'count' | 'what'> & { readonly what: Counted | Judged }) => void;
  /** Discards counts of a community that are not in the store yet. */
  readonly forget: (community: string) => void;
  /** Writes all counts to the store. Never rejects: counts that could not be written are kept for the next time. */
  readonly flush: () => Promise<void>;
}

const EVERY_MS = 5000;
/** Tallies in memory that cause a write; each active server has several. */
const FULL = 5000;
/** Tallies in memory while the store is unavailable; further ones are dropped. */
const MOST = 20_000;

/** @param onError told of failed writes in the background */
export function createCounter(store: Transactions, now: () => string, onError: (error: unknown) => void): Counter {
  let waiting = new Map<string, Tally>();
  let writing = new Map<string, Tally>();
  let running = Promise.resolve();
  const put = (tally: Tally): void => {
    const key = JSON.stringify({ ...tally, count: 0 });
    const known = waiting.get(key);
    if (known || waiting.size < MOST) waiting.set(key, { ...tally, count: tally.count + (known?.count ?? 0) });
    idle.request();
  };
  const write = async (): Promise<void> => {
    if (waiting.size === 0) return;
    [writing, waiting] = [waiting, new Map()];
    try {
      // `writing` is read inside the transaction: `forget` may have removed some of it meanwhile.
      await store.transact(({ tallies }) => tallies.add([...writing.values()]));
    } catch (error) {
      for (const tally of writing.values()) put(tally);
      onError(error);
    }
    writing = new Map();
  };
  const flush = (): Promise<void> => {
    idle.cancel();
    running = running.then(write);
    return running;
  };
  const idle = whenIdle(() => void flush(), EVERY_MS);
  return {
    count: ({ community, what, language, platform, entry }) => {
      put({ community, day: dayOf(now()), what, language, platform, entry, count: 1 });
      if (waiting.size === FULL) void flush();
    },
    forget: (community) => {
      for (const tallies of [waiting, writing])
        for (const [key, tally] of tallies) if (tally.community === community) tallies.delete(key);
    },
    flush,
  };
}

/** Counts what became of a call. @param entry that was given. Default: none */
export function countCall({ services, community, place, language }: Call, what: Counted | Judged, entry = ''): void {
  void services.attempt.afterCommit(() =>
    services.counter.count({ community: community.id, what, language, platform: place.platform, entry }),
  );
}
