import { type Kysely, sql } from 'kysely';
import { StoreError } from '../bot/ports/store.ts';
import type { Base } from './base.ts';
import { LostConnection } from './errors.ts';
import type { Patience } from './patience.ts';
import { createReceipts, isThere, type Receipt, type Receipts } from './receipts.ts';
import type { Schema } from './schema.ts';

/** Taken by each transaction, so that acts become visible in the order of their ids, and what was read is still true when it is changed. */
const LOCK = 8_246_133_072;

/** Transactions that are tried again where the connection is lost, but only if the server kept nothing. */
export function createTransaction(db: Kysely<Schema>, patience: Patience, where: string): Base['transaction'] {
  const receipts = createReceipts();
  return (work) => patience.retry(() => attempt({ db, receipts, wasKept: (receipt, cause) => wasKept(db, receipt, patience, where, cause) }, work));
}

interface Ways {
  readonly db: Kysely<Schema>;
  readonly receipts: Receipts;
  /** Finds out, where the connection is lost while committing, whether the commit had arrived. */
  readonly wasKept: (receipt: Receipt, cause: Error) => Promise<boolean>;
}

async function attempt<T>({ db, receipts, wasKept }: Ways, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  const course: { done?: { readonly result: T; readonly receipt: Receipt | undefined }; failure?: unknown } = {};
  try {
    const result = await inTransaction(db, async (trx) => {
      const result = await work(trx).catch((error: unknown) => {
        course.failure = error;
        throw error;
      });
      course.done = { result, receipt: await receipts.leave(trx) };
      return result;
    });
    receipts.settle(course.done?.receipt);
    return result;
  } catch (error) {
    const { done, failure } = course;
    // A rollback that finds the connection lost must not hide why the work failed.
    if (failure !== undefined) throw failure;
    if (!done?.receipt || !(error instanceof LostConnection) || !(await wasKept(done.receipt, error))) throw error;
    receipts.settle(done.receipt);
    return done.result;
  }
}

/** What stood there when it began; nothing is waited for. */
export function createReading(db: Kysely<Schema>, patience: Patience): Base['reading'] {
  return (work) => patience.retry(() => db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work));
}

/** Waits for all that were begun before, also for one whose client is gone, and sees what they have done, whatever the server's default. */
function inTransaction<T>(db: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
      return work(trx);
    });
}

async function wasKept(db: Kysely<Schema>, receipt: Receipt, patience: Patience, where: string, cause: Error): Promise<boolean> {
  try {
    return await patience.retry(() => inTransaction(db, (trx) => isThere(trx, receipt)));
  } catch {
    throw new StoreError(`The connection was lost while saving, and ${where} does not come back to say whether it was saved. Look before you do it again.`, { cause });
  }
}
