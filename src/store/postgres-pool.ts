import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { LostConnection } from './errors.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { plainValues } from './plain-text.ts';

/** The pool as kysely sees it: what fails says why, and a transaction in which anything failed is not kept. */
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
  let failure: Error | undefined;
  const send = async (statement: string, values: readonly unknown[]) => {
    try {
      return await client.query(statement, plainValues(values));
    } catch (error) {
      failure = translate(error);
      throw failure;
    }
  };
  const query = async (statement: string, values: readonly unknown[]) => {
    if (failure instanceof LostConnection) throw failure;
    if (statement === 'rollback') failure = undefined;
    if (statement === 'commit' && failure) throw failure;
    return send(statement, values);
  };
  return {
    // `never` fits both of kysely's forms; the one with a cursor is not used.
    query: (statement: unknown, values?: readonly unknown[]): never => inTurn(() => query(String(statement), values ?? [])) as never,
    release: (destroy) => client.release(destroy || failure instanceof LostConnection),
  };
}
