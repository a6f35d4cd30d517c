import { setImmediate } from 'node:timers/promises';
import type { Expression, Kysely } from 'kysely';
import type { Durability } from '../bot/ports/store.ts';
import type { Claims } from './tables/delivery.ts';
import type { Schema } from './tables/schema.ts';

/** News for other processes: acts that were added to the log, or work that waits. */
export type News = 'acts' | 'work';

/** Does work while no transaction runs. */
export type OutsideTransactions = <T>(work: () => Promise<T>) => Promise<T>;

/** The parts that each dialect does in its own way. */
export interface Base {
  /**
   * Runs work in a transaction of its own; the caller sees to it that one runs at a time. Work may run again if the
   * database certainly kept nothing of it. @param durability at least that. Default: synced @throws StoreError
   */
  readonly transaction: <T>(work: (db: Kysely<Schema>) => Promise<T>, durability?: Durability) => Promise<T>;
  /** Runs work that only reads, on a snapshot: it waits for no other process. */
  readonly reading: <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;
  /**
   * Within a transaction that added to the log, to the inbox or to the outbox: lets other processes know once it is on
   * disk.
   */
  readonly announce: (db: Kysely<Schema>, news: News) => Promise<void>;
  /** Calls back when another process has done so, or may have done so unnoticed. @returns a function that ends it. */
  readonly listen: (onNews: (news: News) => void) => () => void;
  /** The database's clock: milliseconds since 1970. */
  readonly clock: Expression<number>;
  /** Undefined if only one process may use the database. */
  readonly claims: Claims | undefined;
  /** Syncs what was only written. @returns false if something else was in the way: then another time */
  readonly sync: () => Promise<boolean>;
  /** After an erasure is on disk: removes what older copies of pages still hold. @param inTurn as for a transaction */
  readonly scrub: (inTurn: OutsideTransactions) => Promise<void>;
  /** Removes the same as far as nobody is in the way just now. */
  readonly trim: (inTurn: OutsideTransactions) => Promise<void>;
  /**
   * Writes all tables and indexes again, so that free parts of pages hold nothing either. @param inTurn as for a
   * transaction @throws StoreError if somebody is in the way
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
 * Text that both databases can keep: PostgreSQL takes no NUL, and neither knows half a character. Both give back the
 * same.
 */
export const plainText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\ufffd');

/** The parameters of a statement. */
export const plainValues = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (typeof value === 'string' ? plainText(value) : value));

/** Rows of one statement: far below what either database takes, and done in a few milliseconds. */
const SIZE = 200;

/** Works through the items some at a time, in order; others get their turn between. */
export async function inChunks<T>(items: readonly T[], work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += SIZE) {
    if (start > 0) await setImmediate();
    await work(items.slice(start, start + SIZE));
  }
}
