import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Base, OutsideTransactions } from './base.ts';
import type { Schema } from './tables/schema.ts';

/** Is in `meta` while somebody was erased since the database was rewritten last, so that the next process knows. */
const NAME = 'erased';

/** Times the pause for which a busy database is waited for, and after which what failed is tried again. */
const MOST_PAUSES = 60;

/**
 * Rewrites the database after an erasure: what is overwritten in rows and indexes may have left copies in free parts of
 * pages, where no statement reaches them. That takes some ten milliseconds a megabyte, so it waits for a pause.
 */
export interface Rewriting {
  /** Within a transaction that has erased somebody, or a place. */
  readonly note: (db: Kysely<Schema>) => Promise<void>;
  /** A transaction has ended. @param erased whether it has noted that */
  readonly wrote: (erased: boolean) => void;
  /** Goes on with what a process before this one has noted. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

export interface RewritingOptions {
  readonly inTurn: OutsideTransactions;
  /** Milliseconds for which nothing was written. */
  readonly quiet: number;
  /** Runs work that the end of the store waits for. */
  readonly during: (work: () => Promise<void>) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export function createRewriting(
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
    // If somebody was erased meanwhile, there is another note.
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
