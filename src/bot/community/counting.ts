import type { Call } from '../command.ts';
import { whenIdle } from '../conversation/turns.ts';
import { dayOf } from '../moment.ts';
import type { Tally } from '../ports/memory.ts';
import type { Store } from '../ports/store.ts';

/** Counters. `shadow`: answers that would have been given, had the bot been asked to listen. */
export type Counted = 'asked' | 'answered' | 'offered' | 'unanswered' | 'shadow';

/** Whether an answer helped, counted by how sure the bot was of it. A vote that changes is counted again. */
export type Judged = 'liked' | 'disliked';

/** Counts in memory, and now and then in the store: a question does not wait for the disk. */
export interface Counter {
  readonly count: (what: Omit<Tally, 'day' | 'count' | 'what'> & { readonly what: Counted | Judged }) => void;
  /** Discards counts of a community that are not in the store yet. */
  readonly forget: (community: string) => void;
  /** Writes all counts to the store. Never rejects: counts that could not be written are kept for the next time. */
  readonly flush: () => Promise<void>;
}

const EVERY_MS = 5000;
/** Most tallies in memory; each active server has several. */
const FULL = 5000;
/** If the store is unavailable for long, counts are dropped to save memory. */
const MOST = 20_000;

/** @param onError called with errors of background work, which no caller awaits */
export function createCounter(
  store: Pick<Store, 'transact'>,
  now: () => string,
  onError: (error: unknown) => void,
): Counter {
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
      // Read when its turn has come: some of it may have been forgotten meanwhile.
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

/** Counts something that a call came to. @param entry the one that was given; none otherwise */
export function countCall({ services, community, place, language }: Call, what: Counted | Judged, entry = ''): void {
  void services.attempt.afterCommit(() =>
    services.counter.count({ community: community.id, what, language, platform: place.platform, entry }),
  );
}
