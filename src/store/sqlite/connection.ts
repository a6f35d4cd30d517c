import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
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
import { LRUCache } from 'lru-cache';
import { StoreError } from '../../bot/ports/store.ts';
import { plainValues } from '../base.ts';

type Row = Readonly<Record<string, unknown>>;

interface Outcome {
  readonly rows: readonly Row[];
  /** Of a statement that gives no rows: how many it has added, changed or removed, and the id of the last one. */
  readonly written?: { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
}

/** One open file of SQLite, with the statements it has compiled. */
export interface Connection {
  /** Runs one statement. @throws the library's error, as sqliteCodeOf reads it */
  readonly run: (sql: string, values?: readonly unknown[]) => Outcome;
  /** The first column of the first row. */
  readonly first: (sql: string, values?: readonly unknown[]) => unknown;
  /**
   * Sets a pragma. `run` cannot: a pragma takes effect when it is compiled, and a cached statement would do nothing.
   */
  readonly set: (pragma: string) => void;
  readonly isOpen: () => boolean;
  readonly isInTransaction: () => boolean;
  /** The file's absolute path; undefined for a database in memory. */
  readonly path: string | undefined;
  /** Removes the log beside the file, unless another process uses it. */
  readonly endLog: () => void;
  /** Rolls back an open transaction and closes the file. May be called twice. */
  readonly close: () => void;
}

/** @param timeout milliseconds for which SQLite itself waits for other processes, blocking this one */
export const openConnection = (path: string, timeout: number): Connection => connectionTo(openDatabase(path, timeout));

/** The library's database, without a cache of statements. */
export const openDatabase = (path: string, timeout: number): DatabaseSyncInstance =>
  new DatabaseSync(path, { timeout });

/** Compiled statements in the cache: lists of values make statements of all lengths. */
const MOST_KEPT = 500;

export function connectionTo(database: DatabaseSyncInstance, mostKept: number = MOST_KEPT): Connection {
  const compile = keptStatements(database, mostKept);
  const run = (sql: string, values: readonly unknown[] = []): Outcome => {
    const { statement, gives } = compile(sql);
    return gives ? { rows: plain(statement.all(...values)) } : { rows: [], written: statement.run(...values) };
  };
  return {
    run,
    first: (sql, values) => Object.values(run(sql, values).rows[0] ?? {})[0],
    set: (pragma) => database.exec(`pragma ${pragma}`),
    isOpen: () => database.isOpen,
    isInTransaction: () => database.isOpen && database.isTransaction,
    path: database.location() ?? undefined,
    endLog: () => endLog(database),
    close: () => {
      if (database.isOpen) letGo(database);
    },
  };
}

/** Rolls back itself: the library frees statements only with garbage, and SQLite keeps the file open until then. */
function letGo(database: DatabaseSyncInstance): void {
  if (database.isTransaction) database.exec('rollback');
  database.close();
}

/** Writes the log into the file and removes it, which SQLite does by itself only once all statements are freed. */
function endLog(database: DatabaseSyncInstance): void {
  try {
    database.exec('pragma busy_timeout = 0; pragma journal_mode = delete');
  } catch {
    // Another process uses the file, and the log; or neither can be written.
  }
}

/** Rows with a prototype: the library's have none, and would never equal those of PostgreSQL. */
const plain = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row }));

interface Compiled {
  readonly statement: StatementSyncInstance;
  /** Whether it returns rows. */
  readonly gives: boolean;
}

/** A cache of compiled statements. */
function keptStatements(database: DatabaseSyncInstance, max: number): (sql: string) => Compiled {
  const kept = new LRUCache<string, Compiled>({ max });
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const compiled = { statement, gives: statement.columns().length > 0 };
    kept.set(sql, compiled);
    return compiled;
  };
}

/** SQLite's names for those of its result codes that have messages here. */
const NAMES: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/** SQLite's messages: of a statement that returns rows, the library passes on nothing else. */
const WORDS: Readonly<Record<string, string>> = {
  'access permission denied': 'SQLITE_PERM',
  'database is locked': 'SQLITE_BUSY',
  'database table is locked': 'SQLITE_LOCKED',
  'attempt to write a readonly database': 'SQLITE_READONLY',
  'disk I/O error': 'SQLITE_IOERR',
  'database disk image is malformed': 'SQLITE_CORRUPT',
  'database or disk is full': 'SQLITE_FULL',
  'unable to open database file': 'SQLITE_CANTOPEN',
  'file is not a database': 'SQLITE_NOTADB',
};

/** The name of SQLite's result code; undefined if the error is not SQLite's. */
export function sqliteCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return undefined;
  const named =
    'errcode' in error && typeof error.errcode === 'number'
      ? // The code's upper bytes tell its origin more precisely.
        NAMES[error.errcode & 0xff]
      : Object.entries(WORDS).find(([words]) => error.message.startsWith(words))?.[1];
  return named ?? 'SQLITE_ERROR';
}

export const isBusy = (error: unknown): boolean => sqliteCodeOf(error) === 'SQLITE_BUSY';

export interface SqliteDriverOptions {
  /** Milliseconds to wait for a transaction of another process. */
  readonly patience: number;
  readonly translate: (error: unknown) => Error;
}

/** SQLite over one connection. The caller ensures that only one transaction runs at a time. */
export function sqliteDialect(sqlite: Connection, options: SqliteDriverOptions): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => sqliteDriver(sqlite, options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite rolls back changes of tables, too: an interrupted migration leaves nothing behind. */
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

class Turn implements DatabaseConnection {
  readonly #sqlite: Connection;
  readonly #options: SqliteDriverOptions;
  /** `begun` until the first row is read; only then is it certain that no other process holds the file. */
  #state: 'free' | 'begun' | 'open' | 'over' = 'free';
  /**
   * The first error in the transaction. Some errors, such as a full disk, end the transaction in SQLite, and later
   * statements would be committed on their own.
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
    // A statement that was not awaited comes after the transaction, and would be committed on its own.
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

/** Milliseconds between two checks whether the file is free; a check costs nothing, and people are waiting. */
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
