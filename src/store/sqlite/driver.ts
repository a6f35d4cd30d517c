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
import { plainValues } from '../base.ts';
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

function sqliteDriver(sqlite: Connection, options: SqliteDriverOptions): Driver {
  const done = async (): Promise<void> => undefined;
  const end = async (connection: DatabaseConnection): Promise<void> => (connection as Turn).end();
  return {
    init: done,
    acquireConnection: async () => new Turn(sqlite, options),
    beginTransaction: async (connection, { accessMode }) => (connection as Turn).begin(accessMode === 'read only'),
    commitTransaction: async (connection) => (connection as Turn).commit(),
    rollbackTransaction: end,
    releaseConnection: end,
    destroy: async () => sqlite.close(),
  };
}

/** One use of the connection. */
class Turn implements DatabaseConnection {
  readonly #sqlite: Connection;
  readonly #options: SqliteDriverOptions;
  /** `begun` until the first row is read: only then is it certain that no other process is in the way. */
  #state: 'free' | 'begun' | 'open' | 'over' = 'free';
  /**
   * The first failure in the transaction. Some failures (a full disk) end it, and what comes later would be kept on its
   * own.
   */
  #failure: Error | undefined;

  constructor(sqlite: Connection, options: SqliteDriverOptions) {
    this.#sqlite = sqlite;
    this.#options = options;
  }

  async begin(onlyReads: boolean): Promise<void> {
    await this.#whenFree(() => this.#sqlite.run(onlyReads ? 'begin' : 'begin immediate'));
    this.#state = onlyReads ? 'begun' : 'open';
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // A statement that nobody waited for comes too late: it would be kept on its own.
    if (this.#state === 'over') throw new StoreError('The transaction has ended.');
    const run = () => execute<R>(this.#sqlite, query);
    if (this.#state === 'open') return this.#attempt(run);
    const result = await this.#whenFree(run);
    if (this.#state === 'begun') this.#state = 'open';
    return result;
  }

  streamQuery(): never {
    throw new Error('rows are not streamed');
  }

  commit(): void {
    this.#state = 'over';
    this.#attempt(() => this.#sqlite.run('commit'));
  }

  end(): void {
    this.#state = 'over';
    if (this.#sqlite.isInTransaction()) this.#sqlite.run('rollback');
  }

  #attempt<T>(work: () => T): T {
    if (this.#failure) throw this.#failure;
    try {
      return work();
    } catch (error) {
      this.#failure = this.#options.translate(error);
      throw this.#failure;
    }
  }

  #whenFree<T>(work: () => T): Promise<T> {
    const { patience, translate } = this.#options;
    return whenFree(work, patience).catch((error: unknown) => {
      throw translate(error);
    });
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
