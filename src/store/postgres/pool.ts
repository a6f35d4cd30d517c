import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { StoreError } from '../../bot/ports/store.ts';
import { oneAtATime, plainValues } from '../base.ts';
import { LostConnection } from '../errors.ts';

/** The pool for kysely: errors are explained, and a transaction in which anything failed is not committed. */
export function guardedPool(pool: Pool, translate: (error: unknown) => Error): PostgresPool {
  return {
    connect: async () => {
      try {
        return guardedClient(await pool.connect(), translate);
      } catch (error) {
        throw translate(error);
      }
    },
    end: () => pool.end(),
  };
}

function guardedClient(client: PoolClient, translate: (error: unknown) => Error): PostgresPoolClient {
  const inTurn = oneAtATime();
  let isOver = false;
  /** The first error; all further statements fail with it. */
  let failure: Error | undefined;
  const send = async (statement: string, values: readonly unknown[]) => {
    // A rollback over a lost connection may never return.
    if (failure && (statement !== 'rollback' || failure instanceof LostConnection)) throw failure;
    try {
      return await client.query(statement, plainValues(values));
    } catch (error) {
      failure = translate(error);
      throw failure;
    }
  };
  const query = (statement: string, values: readonly unknown[]) => {
    const isLate = isOver && !AFTER_THE_END.test(statement);
    if (END.test(statement)) isOver = true;
    // A statement that was not awaited comes after the transaction, and would be committed on its own.
    return isLate
      ? Promise.reject(new StoreError('The transaction has ended.'))
      : inTurn(() => send(statement, values));
  };
  return {
    // `never` fits both of kysely's forms; the one with a cursor is not used.
    query: (statement: unknown, values?: readonly unknown[]): never => query(String(statement), values ?? []) as never,
    release: (destroy) => client.release(destroy || failure instanceof LostConnection),
  };
}

const END = /^(?:commit|rollback)$/;
/** A commit that fails is rolled back, and what migrates gives its lock back. */
const AFTER_THE_END = /^(?:rollback|select pg_advisory_unlock)/;
