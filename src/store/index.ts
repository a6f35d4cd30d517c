import { type Store, StoreError } from '../bot/ports/store.ts';
import { createStore } from './create-store.ts';
import { type Backup, backupSqlite, restoreSqlite } from './sqlite/backup.ts';
import { openSqlite } from './sqlite/index.ts';

export interface StoreOptions {
  /**
   * Called with errors of background work, which no caller awaits: of callbacks, or of a connection lost while idle.
   * Default: they are ignored.
   */
  readonly onError?: (error: unknown) => void;
  /**
   * Milliseconds to wait for a locked file or for a server that starts. Default: 5000 for SQLite, 10000 for PostgreSQL.
   */
  readonly patience?: number;
  /**
   * Whether this process serves: then an SQLite file that another process serves is refused. Default: false, as for a
   * short command.
   */
  readonly isServing?: boolean;
  /** Milliseconds after which the text of handled updates is removed from every file. Default: a minute. */
  readonly trimAfter?: number;
}

/**
 * Opens the database and brings its tables up to date.
 * @param url `sqlite:./data/wenda.db` (made if it is not there), `sqlite::memory:`, or
 * `postgres://user:password@host:5432/name`
 * @throws StoreError whose message names culprit and cure, and no password
 */
export async function openStore(
  url: string,
  { onError = () => undefined, patience, trimAfter, isServing }: StoreOptions = {},
): Promise<Store> {
  const target = readDatabaseUrl(url);
  const options = { onError, patience };
  const base =
    target.dialect === 'sqlite'
      ? openSqlite(target.path, { ...options, isServing })
      : (await import('./postgres/index.ts')).openPostgres(target.url, target.where, options);
  return createStore(await base, onError, trimAfter);
}

/** For databases whose own tools make and restore backups. */
const SERVER_CURE =
  'A PostgreSQL database is backed up with pg_dump --format=custom --file=FILE and brought back with ' +
  'pg_restore --clean --if-exists; see docs/operating.md.';

/** Copies the database into a file while the bot runs. @returns how many acts are in it. @throws StoreError */
export async function backupStore(url: string, to: string): Promise<Backup> {
  return backupSqlite(sqliteFile(url), to);
}

/** Replaces the database by a backup. @param now ISO 8601 @throws StoreError */
export const restoreStore = (url: string, from: string, now: string): ReturnType<typeof restoreSqlite> =>
  restoreSqlite(from, sqliteFile(url), now);

/** The database's file. @returns undefined if it is none */
export function databaseFile(url: string): string | undefined {
  const target = readDatabaseUrl(url);
  return target.dialect === 'sqlite' && target.path !== ':memory:' ? target.path : undefined;
}

function sqliteFile(url: string): string {
  const target = readDatabaseUrl(url);
  if (target.dialect === 'postgres') throw new StoreError(SERVER_CURE);
  if (target.path === ':memory:') throw new StoreError('DATABASE_URL is in memory, of which nothing can be kept.');
  return target.path;
}

type DatabaseUrl =
  | { readonly dialect: 'sqlite'; readonly path: string }
  | { readonly dialect: 'postgres'; readonly url: string; readonly where: string };

const EXAMPLES = 'Examples: sqlite:./data/wenda.db, postgres://user:password@localhost:5432/wenda';

/** @throws StoreError that repeats no part of a URL that may be a password */
export function readDatabaseUrl(url: string): DatabaseUrl {
  const path = /^sqlite:(.*)$/is.exec(url)?.[1];
  if (path !== undefined) return { dialect: 'sqlite', path: sqlitePath(path) };
  if (/^postgres(?:ql)?:\/\//i.test(url)) return { dialect: 'postgres', url, where: serverOf(url) };
  throw new StoreError(`DATABASE_URL begins neither with sqlite: nor with postgres://. ${EXAMPLES}`, {
    isLasting: true,
  });
}

/** In some programs `sqlite:///x` means a file beside the program, in others one at the root: neither is guessed. */
function sqlitePath(path: string): string {
  if (path === '' || path.startsWith('//') || path.includes('\0'))
    throw new StoreError(`DATABASE_URL names no file after sqlite: (no slashes come before the path). ${EXAMPLES}`, {
      isLasting: true,
    });
  return path;
}

function serverOf(text: string): string {
  const url = parse(text);
  const host = decodeURIComponent(url.searchParams.get('host') ?? url.hostname) || 'localhost';
  const port = url.searchParams.get('port') ?? (url.port || '5432');
  return `the PostgreSQL database ${decodeURIComponent(url.pathname.slice(1))} at ${host}:${port}`;
}

/**
 * After an unescaped @, / or # in a password, its rest would be parsed as host or database, and be shown in messages.
 */
function parse(text: string): URL {
  const unclear = new StoreError(
    'DATABASE_URL cannot be read. Write special characters of user and password as %40 for @, %2F for /, ' +
      `%3A for :, %23 for #, %3F for ?, %25 for %. ${EXAMPLES}`,
    {
      isLasting: true,
    },
  );
  const [, beforeFirst = ''] = /^[a-z]+:\/\/([^/?#]*)/i.exec(text) ?? [];
  if (text.split('@').length > 2 || (text.includes('@') && !beforeFirst.includes('@'))) throw unclear;
  try {
    const url = new URL(text);
    decodeURIComponent(`${url.pathname}${url.username}${url.password}${url.search}`);
    return url;
  } catch {
    throw unclear;
  }
}
