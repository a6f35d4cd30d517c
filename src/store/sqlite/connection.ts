import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { LRUCache } from 'lru-cache';

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
  /** Sets a pragma: that happens while the statement is compiled, so a kept one would do nothing. */
  readonly set: (pragma: string) => void;
  readonly isOpen: () => boolean;
  readonly isInTransaction: () => boolean;
  /** The whole path of the file, or nothing for a database in memory. */
  readonly path: string | undefined;
  /** Leaves nothing beside the file, unless another process uses it: for a file that is whole. */
  readonly endLog: () => void;
  /** Frees the file, and gives up a transaction that is open; a second time it does nothing. */
  readonly close: () => void;
}

/** @param timeout milliseconds for which SQLite itself waits for other processes, blocking this one */
export const openConnection = (path: string, timeout: number): Connection => connectionTo(openDatabase(path, timeout));

/** A database, without anything around it. */
export const openDatabase = (path: string, timeout: number): DatabaseSyncInstance =>
  new DatabaseSync(path, { timeout });

/**
 * Lists of values make texts of all lengths: so many statements are kept, and the one that was not used for longest
 * goes.
 */
const MOST_KEPT = 500;

/** Takes over an open database. */
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

/** The library frees a statement when the collector comes for it, and SQLite keeps the file open until then. */
function letGo(database: DatabaseSyncInstance): void {
  if (database.isTransaction) database.exec('rollback');
  database.close();
}

/** Puts the log into the file and removes it, which SQLite does by itself only once all statements are freed. */
function endLog(database: DatabaseSyncInstance): void {
  try {
    database.exec('pragma busy_timeout = 0; pragma journal_mode = delete');
  } catch {
    // Another process uses the file, and the log; or neither can be written.
  }
}

/** The library's rows lack a prototype, so that they never equal rows of PostgreSQL. */
const plain = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row }));

interface Compiled {
  readonly statement: StatementSyncInstance;
  /** Whether it gives rows. */
  readonly gives: boolean;
}

/** Statements by their text. */
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

/** SQLite's names for its result codes; what is not among them needs no words of its own. */
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

/** SQLite's own words for them: of a statement that gives rows, the library hands on nothing else. */
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

/** The name of SQLite's result code, or nothing if the error is not SQLite's. */
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
