import { setImmediate } from 'node:timers/promises';
import type { Expression, Kysely } from 'kysely';
import type { Durability } from '../bot/ports/store.ts';
import type { Claims } from './tables/delivery.ts';
import type { Schema } from './tables/schema.ts';

/** Notifications for other processes: new acts in the log, or new work in inbox or outbox. */
export type News = 'acts' | 'work';

/** Runs work while no transaction is open. */
export type OutsideTransactions = <T>(work: () => Promise<T>) => Promise<T>;

/** The operations that each dialect implements. */
export interface Base {
  /**
   * Runs work in a transaction of its own; the caller ensures that only one runs at a time. Work may run again if the
   * database certainly stored nothing of it.
   * @param durability at least this. Default: synced
   * @throws StoreError
   */
  readonly transaction: <T>(work: (db: Kysely<Schema>) => Promise<T>, durability?: Durability) => Promise<T>;
  /** Runs read-only work on a snapshot, without waiting for other processes. */
  readonly reading: <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;
  /** Notifies other processes after the commit; called within a transaction that added to log, inbox or outbox. */
  readonly announce: (db: Kysely<Schema>, news: News) => Promise<void>;
  /**
   * Calls back when another process has notified, or may have done so unnoticed.
   * @returns a function that stops this
   */
  readonly listen: (onNews: (news: News) => void) => () => void;
  /** The database's clock: milliseconds since 1970. */
  readonly clock: Expression<number>;
  /** Undefined if only one process may use the database. */
  readonly claims: Claims | undefined;
  /**
   * Syncs commits that were only written.
   * @returns false if something else was running, so that it must be tried later
   */
  readonly sync: () => Promise<boolean>;
  /** Removes old copies of pages, after an erasure was committed. @param inTurn as for a transaction */
  readonly scrub: (inTurn: OutsideTransactions) => Promise<void>;
  /** Removes old copies as far as no other process prevents it at the moment. */
  readonly trim: (inTurn: OutsideTransactions) => Promise<void>;
  /**
   * Rewrites all tables and indexes, so that free parts of pages contain no erased data either.
   * @param inTurn as for a transaction
   * @throws StoreError if another process prevents it
   */
  readonly rewrite: (inTurn: OutsideTransactions) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @returns a function that does its work after all work that was given to it before, whether that succeeded or not. */
export function oneAtATime(): OutsideTransactions {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/**
 * Text that both databases can store: PostgreSQL allows no NUL, and neither allows unpaired surrogates. Both return the
 * same text.
 */
export const plainText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\ufffd');

/** The parameters of a statement. */
export const plainValues = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (typeof value === 'string' ? plainText(value) : value));

/** Rows per statement: far below the limits of both databases, and done in a few milliseconds. */
const SIZE = 200;

/** Processes items in batches, in order, so that others get their turn in between. */
export async function inChunks<T>(items: readonly T[], work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += SIZE) {
    if (start > 0) await setImmediate();
    await work(items.slice(start, start + SIZE));
  }
}
