import type { Kysely } from 'kysely';
import { type Durability, type Store, StoreError, type Unit } from '../bot/ports/store.ts';
import { surroundings } from '../bot/surroundings.ts';
import type { Base, News } from './base.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createPresence, keysAfter } from './presence.ts';
import { type Running, startRunning } from './running.ts';
import type { Schema } from './tables/schema.ts';
import { createThinking, ONLY_READS } from './thinking.ts';

const MINUTE_MS = 60_000;
/** Milliseconds after which is synced what was only written. */
const SYNC_MS = 1000;

/**
 * A store over a database of either dialect.
 * @param onError is told what nobody waits for
 * @param trimAfter milliseconds after which copies of what a transaction has overwritten are removed
 */
export function createStore(base: Base, onError: (error: unknown) => void, trimAfter = MINUTE_MS): Store {
  const running = surroundings<Running>();
  const inTurn = oneAtATime();
  const watchers = createWatchers(base, onError);
  let closing: Promise<void> | undefined;
  let trimming: NodeJS.Timeout | undefined;
  const cleaning = new Set<Promise<void>>();
  const clean = (work: Base['scrub']): Promise<void> => {
    const done = work(inTurn).finally(() => cleaning.delete(done));
    cleaning.add(done);
    return done;
  };
  const trim = async (): Promise<void> => {
    trimming = undefined;
    if (!closing) await clean(base.trim).catch(onError);
  };
  const trimLater = (): void => {
    trimming ??= setTimeout(() => void trim(), trimAfter).unref();
  };

  let syncing: NodeJS.Timeout | undefined;
  const sync = async (): Promise<void> => {
    syncing = undefined;
    if (closing) return;
    const isDone = await inTurn(base.sync).catch((error: unknown) => {
      onError(error);
      return true;
    });
    if (!isDone) syncLater('written');
  };
  /** A transaction that is synced syncs all that were written before it. */
  const syncLater = (durability: Durability): void => {
    if (durability === 'written') syncing ??= setTimeout(() => void sync(), SYNC_MS).unref();
    else if (syncing) {
      clearTimeout(syncing);
      syncing = undefined;
    }
  };

  const run = async <T>(db: Kysely<Schema>, work: (unit: Unit, now: Running) => Promise<T>) => {
    const now = startRunning(db, base.clock, presence);
    try {
      const result = await running.run(now, async () => {
        const first = now.join((unit) => work(unit, now));
        await now.settle();
        return first;
      });
      if (now.appended) await base.announce(db, 'acts');
      if (now.queued) await base.announce(db, 'work');
      return { result, now };
    } finally {
      now.isOpen = false;
    }
  };

  const transactAlone = async <T>(
    work: (unit: Unit, now: Running) => Promise<T>,
    durability: () => Durability = () => 'synced',
  ): Promise<T> => {
    const { result, now } = await whileOpen(async () => {
      const demanded = durability();
      const ended = await base.transaction((db) => run(db, work), demanded);
      syncLater(demanded);
      trimLater();
      for (const callback of ended.now.callbacks) reporting(callback, onError);
      if (ended.now.appended) watchers.call('acts');
      return ended;
    });
    if (now.erased) await clean(base.scrub);
    return result;
  };

  const readAlone = async <T>(work: (unit: Unit) => Promise<T>): Promise<T> => {
    const { result, now } = await base.reading((db) => run(db.withPlugin(ONLY_READS), work));
    for (const callback of now.callbacks) reporting(callback, onError);
    return result;
  };

  /** Waits for its turn, unless the store is closed. */
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    closing ? Promise.reject(new StoreError('The store is closed.')) : inTurn(work);

  const presence =
    base.version &&
    createPresence({
      keysAfter: (table, last) => whileOpen(() => base.reading((db) => keysAfter(db, table, last))),
      version: base.version,
      onError: (error) => {
        if (!closing) onError(error);
      },
    });

  const transact: Store['transact'] = (work, durability) => {
    const outer = running.current();
    if (outer) return outer.join(work);
    return thinking.current()?.transact(work) ?? transactAlone(work, durability);
  };

  const inSteps: Store['inSteps'] = async (step) => {
    const hasBegun = running.current() ?? thinking.current()?.held;
    const attempt = (): Promise<boolean> => (hasBegun ? transact(step) : transactAlone(step, () => 'written'));
    while (await attempt()) {
      // What is written over is moved meanwhile, so that little is left at the end. A store that closes waits for no
      // more.
      if (!closing) void base.move().catch(onError);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const thinking = createThinking({
    read: (work) => whileOpen(() => readAlone(work)),
    begin: (work) => transactAlone((_, now) => work(now)),
    transact: (work) => transact(work),
  });

  return {
    transact,
    inSteps,
    think: async (work, end, keep) => {
      if (!running.current() && !thinking.current()) return thinking.think(work, end, keep);
      const result = await work();
      if (end) await transact((unit) => end(unit, result));
      return result;
    },
    findDraft: async (id, now) =>
      presence?.lacks('drafts', id) ? undefined : transact(({ drafts }) => drafts.find(id, now)),
    languageOf: async (person) =>
      presence?.lacks('choices', person) ? undefined : transact(({ people }) => people.languageOf(person)),
    watch: (onActs) => watchers.add('acts', onActs),
    watchWork: (onWork) => watchers.add('work', onWork),
    claims: base.claims,
    close: () => {
      watchers.end();
      clearTimeout(trimming);
      clearTimeout(syncing);
      // What was given before may clean up yet.
      closing ??= inTurn(async () => undefined)
        .then(() => Promise.allSettled(cleaning))
        .then(() => inTurn(base.close));
      return closing;
    },
  };
}

interface Watchers {
  readonly add: (news: News, onNews: () => void) => () => void;
  readonly call: (news: News) => void;
  readonly end: () => void;
}

/** Those who want to know of new acts, or of work; other processes are listened to as long as there are any. */
function createWatchers(base: Pick<Base, 'listen'>, onError: (error: unknown) => void): Watchers {
  const watchers = new Set<{ readonly wanted: News; readonly onNews: () => void }>();
  let stop: (() => void) | undefined;
  const call = (news: News) => {
    for (const { wanted, onNews } of [...watchers]) if (wanted === news) reporting(onNews, onError);
  };
  const endIfAlone = () => {
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
  };
  return {
    add: (wanted, onNews) => {
      const watcher = { wanted, onNews };
      watchers.add(watcher);
      stop ??= base.listen(call);
      return () => {
        watchers.delete(watcher);
        endIfAlone();
      };
    },
    call,
    end: () => {
      watchers.clear();
      endIfAlone();
    },
  };
}

/** Calls back; what is thrown is reported and goes no further. */
function reporting(callback: () => void, onError: (error: unknown) => void): void {
  try {
    callback();
  } catch (error) {
    onError(error);
  }
}
