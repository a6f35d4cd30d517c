import { setImmediate } from 'node:timers/promises';
import type { Kysely, KyselyPlugin } from 'kysely';
import { type Durability, Outdated, type Session, type Store, StoreError, type Unit } from '../bot/ports/store.ts';
import { type Base, type News, oneAtATime } from './base.ts';
import { createRewriting } from './rewriting.ts';
import { missingIn } from './tables/missing.ts';
import type { Schema } from './tables/schema.ts';
import { createMarks, createUnit } from './tables/unit.ts';

const MINUTE_MS = 60_000;
/** Milliseconds after which is synced what was only written. */
const SYNC_MS = 1000;

/**
 * A store over a database of either dialect.
 * @param onError is told what nobody waits for
 * @param trimAfter milliseconds after which copies of what a transaction has overwritten are removed, and for which
 * nothing was written when the database is rewritten after an erasure
 */
export function createStore(base: Base, onError: (error: unknown) => void, trimAfter = MINUTE_MS): Store {
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
  const rewriting = createRewriting(base, { inTurn, quiet: trimAfter, during: clean, onError });
  void clean(rewriting.start).catch(onError);
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

  const run = async <T>(db: Kysely<Schema>, work: (unit: Unit) => Promise<T>) => {
    const marks = createMarks();
    const result = await work(createUnit(db, base.clock, marks));
    if (marks.erased) await rewriting.note(db);
    if (marks.appended) await base.announce(db, 'acts');
    if (marks.queued) await base.announce(db, 'work');
    return { result, marks };
  };

  const transact: Store['transact'] = async (work, durability = () => 'synced') => {
    const { result, marks } = await whileOpen(async () => {
      const demanded = durability();
      const ended = await base.transaction((db) => run(db, work), demanded);
      syncLater(demanded);
      trimLater();
      rewriting.wrote(ended.marks.erased);
      for (const callback of ended.marks.callbacks) reporting(callback, onError);
      if (ended.marks.appended) watchers.call('acts');
      if (ended.marks.posted) watchers.call('work');
      return ended;
    });
    if (marks.erased) await clean(base.scrub);
    return result;
  };

  const read: Store['read'] = (work) =>
    whileOpen(async () => {
      const { result, marks } = await base.reading((db) => run(db.withPlugin(ONLY_READS), work));
      for (const callback of marks.callbacks) reporting(callback, onError);
      return result;
    });

  /** Waits for its turn, unless the store is closed. */
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    closing ? Promise.reject(new StoreError('The store is closed.')) : inTurn(work);

  const inSteps: Store['inSteps'] = async (step) => {
    while (await transact(step, () => 'written')) {
      await setImmediate();
    }
  };

  return {
    read,
    transact,
    inSteps,
    session: () => createSession({ read, transact, inSteps }),
    watch: (onActs) => watchers.add('acts', onActs),
    watchWork: (onWork) => watchers.add('work', onWork),
    claims: base.claims,
    missing: () => whileOpen(() => base.reading(missingIn)),
    close: () => {
      watchers.end();
      rewriting.stop();
      clearTimeout(trimming);
      clearTimeout(syncing);
      // Work that was given before may clean up yet.
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

type Transact = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

function createSession(store: Pick<Store, 'read' | 'inSteps'> & { readonly transact: Transact }): Session {
  let held: Promise<Held> | undefined;
  let isOver = false;
  /** If a part failed, nothing is kept, even if its caller went on. */
  let failure: { readonly reason: unknown } | undefined;
  const write: Transact = async (work) => {
    held ??= hold(store.transact);
    const { unit } = await held;
    return work(unit).catch((reason: unknown) => {
      failure ??= { reason };
      throw reason;
    });
  };
  return {
    read: (work) => (held && !isOver ? write(work) : store.read(work)),
    write: (work) => (isOver ? store.transact(work) : write(work)),
    inSteps: async (step) => {
      if (!held || isOver) return store.inSteps(step);
      while (await write(step));
    },
    hasWritten: () => held !== undefined,
    commit: async (last) => {
      if (failure) throw failure.reason;
      await write(last);
      isOver = true;
      await (await held)?.commit();
    },
    rollback: async (error) => {
      isOver = true;
      const ending: unknown = await held?.then(({ rollback }) => rollback(error)).catch((reason: unknown) => reason);
      return ending instanceof Outdated ? ending : error;
    },
  };
}

/** A transaction that stays open until it is told to end. */
interface Held {
  readonly unit: Unit;
  /** @throws Outdated if the connection was lost and nothing was kept. */
  readonly commit: () => Promise<void>;
  /** @throws the error */
  readonly rollback: (error: unknown) => Promise<void>;
}

/** Resolves as soon as the transaction is open. @param transact may run work again if the connection was lost */
function hold(transact: Transact): Promise<Held> {
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let finish = (): void => undefined;
    let fail = (_error: unknown): void => undefined;
    const told = new Promise<void>((done, failed) => {
      [finish, fail] = [done, failed];
    });
    const ended = transact((unit) => {
      // Work that was joined to the first one can be done again from the beginning only.
      if (hasBegun) return Promise.reject(new Outdated());
      hasBegun = true;
      const end = (tell: () => void): Promise<void> => {
        tell();
        return ended;
      };
      resolve({ unit, commit: () => end(finish), rollback: (error) => end(() => fail(error)) });
      return told;
    });
    ended.catch(reject);
  });
}

/** Lets no statement through that might change something. */
const ONLY_READS: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode') throw new StoreError('What only reads wants to write.');
    return node;
  },
  transformResult: async ({ result }) => result,
};
