import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { StoreError } from '../../bot/ports/store.ts';
import { plainValues } from '../tables/plain-text.ts';
import { type Connection, isBusy } from './connection.ts';

export interface SqliteDriverOptions {
  /** Milliseconds to wait for a transaction of another process. */
  readonly patience: number;
  readonly translate: (error: unknown) => Error;
}

/** SQLite over one connection. The caller sees to it that one transaction runs at a time. */
export function sqliteDialect(sqlite: Connection, options: SqliteDriverOptions): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => sqliteDriver(sqlite, options),
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

/** One use of the connection. */
interface Turn {
  state: 'free' | 'open' | 'over';
  /**
   * Of a transaction that only reads: what begins it, with its first statement. Often what is asked is known without
   * one.
   */
  begin?: (() => Promise<void> | undefined) | undefined;
  /**
   * What failed first in the transaction. Some failures (a full disk) end it, and what comes later would be kept on its
   * own.
   */
  failure: Error | undefined;
}

function sqliteDriver(sqlite: Connection, { patience, translate }: SqliteDriverOptions): Driver {
  const turns = new WeakMap<DatabaseConnection, Turn>();
  const turnOf = (connection: DatabaseConnection): Turn =>
    turns.get(connection) ?? { state: 'over', failure: undefined };
  const attempt = <T>(turn: Turn, work: () => T): T => {
    if (turn.failure) throw turn.failure;
    try {
      return work();
    } catch (error) {
      turn.failure = translate(error);
      throw turn.failure;
    }
  };
  /** Most find the file free: for them no promise is made. */
  const patiently = <T>(work: () => T): T | Promise<T> => {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw translate(error);
      return whenFree(work, patience).catch((later: unknown) => {
        throw translate(later);
      });
    }
  };
  const connect = (): DatabaseConnection => {
    const turn: Turn = { state: 'free', failure: undefined };
    const run = <R>(query: CompiledQuery) =>
      turn.state === 'open'
        ? attempt(turn, () => execute<R>(sqlite, query))
        : patiently(() => execute<R>(sqlite, query));
    const executeQuery = <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      try {
        // What nobody waited for comes too late: it would be kept on its own.
        if (turn.state === 'over') throw new StoreError('The transaction has ended.');
        const begun = turn.begin?.();
        return begun ? begun.then(() => run<R>(query)) : Promise.resolve(run<R>(query));
      } catch (error) {
        return Promise.reject(error);
      }
    };
    const connection = { executeQuery, streamQuery: () => unsupported() };
    turns.set(connection, turn);
    return connection;
  };
  const end = (connection: DatabaseConnection): Promise<void> => {
    turnOf(connection).state = 'over';
    if (sqlite.isInTransaction()) sqlite.run('rollback');
    return DONE;
  };
  return {
    init: () => DONE,
    acquireConnection: () => Promise.resolve(connect()),
    beginTransaction: async (connection, { accessMode }) => {
      const turn = turnOf(connection);
      if (accessMode === 'read only') turn.begin = once(() => patiently(() => beginReading(sqlite)));
      else await patiently(() => sqlite.run('begin immediate'));
      turn.state = 'open';
    },
    commitTransaction: async (connection) => {
      const turn = turnOf(connection);
      turn.state = 'over';
      // One that read nothing has not begun.
      if (!turn.begin || sqlite.isInTransaction()) attempt(turn, () => sqlite.run('commit'));
    },
    rollbackTransaction: end,
    releaseConnection: end,
    destroy: async () => sqlite.close(),
  };
}

const DONE = Promise.resolve();

/** @param work gives a promise where it is not done at once */
function once(work: () => void | Promise<void>): () => Promise<void> | undefined {
  let begun: { readonly waiting: Promise<void> | undefined } | undefined;
  return () => {
    begun ??= { waiting: work() ?? undefined };
    return begun.waiting;
  };
}

function unsupported(): never {
  throw new Error('rows are not streamed');
}

/** Only with the first row is it certain that no other process is in the way. */
function beginReading(sqlite: Connection): void {
  sqlite.run('begin');
  try {
    sqlite.first('select 1 from sqlite_master limit 1');
  } catch (error) {
    sqlite.run('rollback');
    throw error;
  }
}

/** Milliseconds between two looks whether the file is free: a look costs nothing, and people wait. */
const LONGEST_WAIT_MS = 20;

/** Waits for another process without blocking this one, unlike SQLite's own busy_timeout. */
async function whenFree<T>(work: () => T, patience: number): Promise<T> {
  const end = Date.now() + patience;
  for (let wait = 2; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= end) throw error;
    }
    await sleep(wait);
  }
}

function execute<R>(sqlite: Connection, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const { rows, written } = sqlite.run(sql, plainValues(parameters));
  if (!written) return { rows: rows as R[] };
  return { numAffectedRows: BigInt(written.changes), insertId: BigInt(written.lastInsertRowid), rows: [] };
}
