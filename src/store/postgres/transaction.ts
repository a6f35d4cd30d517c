import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { StoreError } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
import { LostConnection } from '../errors.ts';
import type { Schema } from '../tables/schema.ts';
import type { Patience } from './patience.ts';

/**
 * Lock that each transaction takes, so that acts become visible in the order of their ids, and data that was read is
 * still current when it is changed.
 */
const LOCK = 8_246_133_072;

/** Transactions that are retried after a lost connection, but only if the server committed nothing. */
export function createTransaction(db: Kysely<Schema>, patience: Patience, where: string): Base['transaction'] {
  const receipts = createReceipts();
  return (work) =>
    patience.retry(() =>
      attempt({ db, receipts, wasKept: (receipt, cause) => wasKept(db, receipt, patience, where, cause) }, work),
    );
}

interface Ways {
  readonly db: Kysely<Schema>;
  readonly receipts: Receipts;
  /** Finds out, if the connection is lost while committing, whether the commit had arrived. */
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
    receipts.acknowledge(course.done?.receipt);
    return result;
  } catch (error) {
    const { done, failure } = course;
    // An error of the rollback, such as a lost connection, must not hide the original error.
    if (failure !== undefined) throw failure;
    if (!done?.receipt || !(error instanceof LostConnection) || !(await wasKept(done.receipt, error))) throw error;
    receipts.acknowledge(done.receipt);
    return done.result;
  }
}

/** Reads a snapshot without waiting. */
export function createReading(db: Kysely<Schema>, patience: Patience): Base['reading'] {
  return (work) =>
    patience.retry(() =>
      db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
    );
}

/**
 * Waits for all transactions that began before, even if their clients are gone, and sees what they did, whatever the
 * server's default isolation.
 */
function inTransaction<T>(db: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
      return work(trx);
    });
}

async function wasKept(
  db: Kysely<Schema>,
  receipt: Receipt,
  patience: Patience,
  where: string,
  cause: Error,
): Promise<boolean> {
  try {
    return await patience.retry(() => inTransaction(db, (trx) => isThere(trx, receipt)));
  } catch {
    throw new StoreError(
      `The connection was lost while saving, and ${where} does not come back to say whether it was saved. ` +
        'Look before you do it again.',
      { cause },
    );
  }
}

/** The name of a row in `meta`, and of the rows that were removed with it. */
interface Receipt {
  readonly name: string;
  readonly removed: ReadonlySet<string>;
}

/**
 * Receipts that tell whether a transaction was committed if its acknowledgement was lost: a row exists exactly if it
 * was. Transaction ids would not do, as a server that crashes before writing an id to disk assigns it again.
 */
interface Receipts {
  /** Called at the end of a transaction. @returns its receipt; `undefined` if it has changed nothing */
  readonly leave: (trx: Kysely<Schema>) => Promise<Receipt | undefined>;
  /** The commit is confirmed, so the receipt is no longer needed. */
  readonly acknowledge: (receipt: Receipt | undefined) => void;
}

const [FIRST, BEYOND] = ['receipt:', 'receipt;'];
/** Seconds by the server's clock; then the receipt of a process that crashed is removed. */
const KEPT = 86_400;
const NOW = sql`extract(epoch from now())::bigint`;

function createReceipts(): Receipts {
  let acknowledged = new Set<string>();
  return {
    leave: async (trx) => {
      const removed = new Set(acknowledged);
      const name = `${FIRST}${randomUUID()}`;
      const { rows } = await sql`
        with old as (
          delete from meta where pg_current_xact_id_if_assigned() is not null and name >= ${FIRST} and name < ${BEYOND}
            and (name = any(${[...removed]}) or value < (${NOW} - ${KEPT})::text)
        )
        insert into meta (name, value) select ${name}, ${NOW}::text where pg_current_xact_id_if_assigned() is not null
        returning name`.execute(trx);
      return rows.length > 0 ? { name, removed } : undefined;
    },
    acknowledge: (receipt) => {
      if (receipt) acknowledged = new Set([...acknowledged, receipt.name].filter((name) => !receipt.removed.has(name)));
    },
  };
}

/** With a lock, which a standby refuses: it may not have the row yet, and would deny it. */
async function isThere(trx: Kysely<Schema>, { name }: Receipt): Promise<boolean> {
  return (
    (await trx.selectFrom('meta').select('name').where('name', '=', name).forUpdate().executeTakeFirst()) !== undefined
  );
}
