import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { StoreError } from '../bot/ports/store.ts';
import type { Base } from './base.ts';
import { LostConnection } from './errors.ts';
import type { Patience } from './patience.ts';
import type { Schema } from './schema.ts';

/** Taken by each transaction, so that acts become visible in the order of their ids, and what was read is still true when it is changed. */
const LOCK = 8_246_133_072;

/** Transactions that are tried again where the connection is lost, but only if the server kept nothing. */
export function createTransaction(db: Kysely<Schema>, patience: Patience, where: string): Base['transaction'] {
  return (work) => patience.retry(() => attempt(db, work, (number, cause) => wasKept(db, number, patience, where, cause)));
}

/** @param kept finds out, where the connection is lost while committing, whether the commit had arrived */
async function attempt<T>(db: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>, kept: (number: string, cause: Error) => Promise<boolean>): Promise<T> {
  const course: { done?: { readonly result: T; readonly number: string | null }; failure?: unknown } = {};
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
      const result = await work(trx).catch((error: unknown) => {
        course.failure = error;
        throw error;
      });
      course.done = { result, number: await numberOf(trx) };
      return result;
    });
  } catch (error) {
    const { done, failure } = course;
    // A rollback that finds the connection lost must not hide why the work failed.
    if (failure !== undefined) throw failure;
    if (done?.number && error instanceof LostConnection && (await kept(done.number, error))) return done.result;
    throw error;
  }
}

/** The server's number of the transaction; null where it has changed nothing. */
async function numberOf(trx: Kysely<Schema>): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`select pg_current_xact_id_if_assigned()::text as number`.execute(trx);
  return rows[0]?.number ?? null;
}

async function wasKept(db: Kysely<Schema>, number: string, patience: Patience, where: string, cause: Error): Promise<boolean> {
  try {
    return await patience.retry(() => readFate(db, number));
  } catch {
    throw new StoreError(`The connection was lost while saving, and ${where} does not come back to say whether it was saved. Look before you do it again.`, { cause });
  }
}

async function readFate(db: Kysely<Schema>, number: string): Promise<boolean> {
  const { rows } = await sql<{ fate: string | null }>`select pg_xact_status(${number}::xid8) as fate`.execute(db);
  const fate = rows[0]?.fate;
  if (fate === 'committed' || fate === 'aborted') return fate === 'committed';
  await sleep(20);
  throw new LostConnection('The server has not noticed the loss yet.');
}
