import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { plainValues } from './plain-text.ts';

export interface SqliteDriverOptions {
  /** Milliseconds to wait for a transaction of another process. */
  readonly patience: number;
  readonly translate: (error: unknown) => Error;
}

/** SQLite over one connection. The caller sees to it that one transaction runs at a time. */
export function sqliteDialect(database: Database, options: SqliteDriverOptions): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => sqliteDriver(database, options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite takes tables back as it takes rows back: a migration that is cut off leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function sqliteDriver(database: Database, { patience, translate }: SqliteDriverOptions): Driver {
  let isOpen = false;
  /** What failed first in the open transaction. Some failures (a full disk) end it, and what comes later would be kept on its own. */
  let failure: Error | undefined;
  const attempt = <T>(work: () => T): T => {
    if (failure) throw failure;
    try {
      return work();
    } catch (error) {
      failure = translate(error);
      throw failure;
    }
  };
  const patiently = <T>(work: () => T) =>
    whenFree(work, patience).catch((error: unknown) => {
      throw translate(error);
    });
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => (isOpen ? attempt : patiently)(() => execute<R>(database, query)),
    streamQuery: () => {
      throw new Error('rows are not streamed');
    },
  };
  const rollback = async () => {
    isOpen = false;
    failure = undefined;
    if (database.inTransaction) database.exec('rollback');
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => {
      await patiently(() => database.exec('begin immediate'));
      isOpen = true;
    },
    commitTransaction: async () => void attempt(() => database.exec('commit')),
    rollbackTransaction: rollback,
    releaseConnection: rollback,
    destroy: async () => void database.close(),
  };
}

/** Waits for another process without blocking this one, unlike SQLite's own busy_timeout. */
async function whenFree<T>(work: () => T, patience: number): Promise<T> {
  const end = Date.now() + patience;
  for (let wait = 2; ; wait = Math.min(wait * 2, 100)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= end) throw error;
    }
    await sleep(wait);
  }
}

export const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function execute<R>(database: Database, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = database.prepare<unknown[], R>(sql);
  const values = plainValues(parameters);
  if (statement.reader) return { rows: statement.all(...values) };
  const { changes, lastInsertRowid } = statement.run(...values);
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
}
