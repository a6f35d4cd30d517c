import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { LRUCache } from 'lru-cache';

export type Row = Readonly<Record<string, unknown>>;

export interface Outcome {
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
  /** Frees all statements and the file; a second time it does nothing. */
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
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** The library's rows lack a prototype, so that they never equal rows of PostgreSQL. */
const plain = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row }));

interface Compiled {
  readonly statement: StatementSyncInstance;
  /** Whether it gives rows. */
  readonly gives: boolean;
}

/** Statements by their text. A statement that is dropped is freed at once, not when the collector comes by. */
function keptStatements(database: DatabaseSyncInstance, max: number): (sql: string) => Compiled {
  const kept = new LRUCache<string, Compiled>({ max, dispose: ({ statement }) => statement.close() });
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

/** The name of SQLite's result code, or nothing if the error is not SQLite's. */
export function sqliteCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return undefined;
  // The code's upper bytes tell its origin more precisely.
  const number = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  return NAMES[number] ?? 'SQLITE_ERROR';
}

export const isBusy = (error: unknown): boolean => sqliteCodeOf(error) === 'SQLITE_BUSY';
