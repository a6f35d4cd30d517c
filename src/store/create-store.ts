import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Kysely, KyselyPlugin } from 'kysely';
import { type Durability, type Store, StoreError, type Unit } from '../bot/ports/store.ts';
import { type Base, type News, type OutsideTransactions, oneAtATime } from './base.ts';
import { missingIn } from './tables/missing.ts';
import type { Schema } from './tables/schema.ts';
import { createMarks, createSession, createUnit } from './tables/unit.ts';

const MINUTE_MS = 60_000;
/** Milliseconds after which commits that were only written are synced. */
const SYNC_MS = 1000;

/**
 * A store over a database of either dialect.
 * @param onError called with errors of background work, which no caller awaits
 * @param trimAfter milliseconds after which old copies of overwritten data are removed; also the pause in writing after
 * which the database is rewritten after an erasure
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
  /** Syncing a transaction also syncs all that were committed before it. */
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
      // Work that was queued before may still have to clean up.
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

/** Listeners for new acts, or new work. As long as there are any, other processes are listened to as well. */
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

/** Calls a listener; its errors are reported and not passed on. */
function reporting(callback: () => void, onError: (error: unknown) => void): void {
  try {
    callback();
  } catch (error) {
    onError(error);
  }
}

/** Refuses statements that may change something. */
const ONLY_READS: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode') throw new StoreError('What only reads wants to write.');
    return node;
  },
  transformResult: async ({ result }) => result,
};

/** Record in `meta` that an erasure happened since the last rewrite, so that the next process knows, too. */
const NAME = 'erased';

/**
 * Multiple of the pause: the longest wait for a busy database, and the delay before a failed rewrite is tried again.
 */
const MOST_PAUSES = 60;

/**
 * Rewrites the database after an erasure, as free parts of pages may still contain copies of overwritten rows, which no
 * statement can reach. That takes some ten milliseconds per megabyte, so it waits for a pause in writing.
 */
interface Rewriting {
  /** Called within a transaction that erased a person or a place. */
  readonly note: (db: Kysely<Schema>) => Promise<void>;
  /** Called at the end of a transaction. @param erased whether it recorded an erasure */
  readonly wrote: (erased: boolean) => void;
  /** Continues with an erasure that an earlier process recorded. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

interface RewritingOptions {
  readonly inTurn: OutsideTransactions;
  /** Milliseconds for which nothing was written. */
  readonly quiet: number;
  /** Runs work that closing the store waits for. */
  readonly during: (work: () => Promise<void>) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

function createRewriting(
  base: Pick<Base, 'transaction' | 'reading' | 'rewrite'>,
  { inTurn, quiet, during, onError }: RewritingOptions,
): Rewriting {
  let lastWrite = 0;
  let dueSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const noted = () => inTurn(() => base.reading(readNote));
  const rewrite = async (): Promise<void> => {
    const note = await noted();
    if (note !== undefined) await base.rewrite(inTurn);
    // If there was another erasure meanwhile, there is another record.
    await inTurn(() => base.transaction((db) => removeNote(db, note)));
  };
  const due = (): void => {
    dueSince ??= Date.now();
    look();
  };
  const look = (): void => {
    timer = undefined;
    if (isOver || dueSince === undefined) return;
    const left = Math.min(lastWrite + quiet, dueSince + MOST_PAUSES * quiet) - Date.now();
    if (left > 0) {
      wait(left);
      return;
    }
    dueSince = undefined;
    void during(rewrite).catch((error: unknown) => {
      onError(error);
      setTimeout(due, MOST_PAUSES * quiet).unref();
    });
  };
  const wait = (ms: number): void => {
    timer ??= setTimeout(look, ms).unref();
  };
  return {
    note: async (db) => {
      const value = randomUUID();
      await db
        .insertInto('meta')
        .values({ name: NAME, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    wrote: (erased) => {
      lastWrite = Date.now();
      if (erased) due();
    },
    start: async () => {
      if ((await noted()) !== undefined) due();
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

const readNote = async (db: Kysely<Schema>): Promise<string | undefined> =>
  (await db.selectFrom('meta').select('value').where('name', '=', NAME).executeTakeFirst())?.value;

const removeNote = async (db: Kysely<Schema>, value = ''): Promise<void> =>
  void (await db.deleteFrom('meta').where('name', '=', NAME).where('value', '=', value).execute());
