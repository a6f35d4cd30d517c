import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { type Durability, StoreError } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
import { capital, translate } from '../errors.ts';
import { migrate, type Types } from '../tables/migrations.ts';
import type { Schema } from '../tables/schema.ts';
import { type Connection, isBusy, openConnection, sqliteDialect } from './connection.ts';

const IN_MEMORY = ':memory:';

export interface SqliteOptions {
  /** Milliseconds to wait for another process. Default: 5000. */
  readonly patience?: number;
  /** Refuses a file from which another process serves. Default: false. */
  readonly isServing?: boolean;
  readonly onError: (error: Error) => void;
}

const PATIENCE = 5000;
/** Milliseconds in which a process that is shutting down releases the file. */
const HANDOVER = 1000;
/** Larger files are not checked at the start: it would take seconds. */
const CHECKED_BYTES = 200 * 1024 * 1024;
export const TYPES: Types = {
  text: sql`text`,
  whole: sql`integer`,
  id: sql`integer primary key autoincrement`,
  inOrder: sql`without rowid`,
  isSampled: false,
};

/** Opens the file, or makes it together with its folder. @throws StoreError */
export async function openSqlite(path: string, options: SqliteOptions): Promise<Base> {
  const where = path === IN_MEMORY ? 'the database in memory' : `the database file ${path}`;
  const { patience = PATIENCE, isServing = false } = options;
  let free = (): void => undefined;
  try {
    if (path !== IN_MEMORY) touch(path);
    // SQLite would read the beginning of `file:x` as that of a URL.
    const file = path === IN_MEMORY ? path : resolve(path);
    if (isServing && path !== IN_MEMORY) free = holdAlone(file, where, Math.min(patience, HANDOVER));
    const base = await sqliteBase(openConnection(file, patience), where, options);
    return { ...base, close: () => base.close().finally(free) };
  } catch (error) {
    free();
    throw translate(error, where);
  }
}

/** Only their owner may read folder and file: the file holds the key to everyone's hash. */
function touch(path: string): void {
  makeFolder(dirname(path));
  closeSync(openSync(path, 'a', 0o600));
}

/** Node's own `recursive` never returns in a folder that allows no new ones, such as /proc. */
function makeFolder(path: string, isAgain = false): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code === 'ENOENT' && isAgain)
      throw new StoreError(`The folder ${path} for the database cannot be made. Set DATABASE_URL to another place.`, {
        cause: error,
        isLasting: true,
      });
    if (code !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    makeFolder(path, true);
  }
}

/** In WAL mode, both survive the end of the process. */
const LEVELS: Readonly<Record<Durability, string>> = { synced: 'FULL', written: 'NORMAL' };

/** Takes over an open file. */
export async function sqliteBase(
  sqlite: Connection,
  where: string,
  { patience = PATIENCE, onError }: SqliteOptions,
): Promise<Base> {
  const db = new Kysely<Schema>({
    dialect: sqliteDialect(sqlite, { patience, translate: (error) => translate(error, where) }),
  });
  try {
    // First, because a damaged file, or another program's, must stay as it is.
    check(sqlite, where);
    configure(sqlite);
    // From here on the driver waits, which does not block the process.
    sqlite.run('pragma busy_timeout = 0');
    await migrate(db, TYPES, where);
    emptyWal(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const stay = staying(sqlite.path, where);
  let current: Durability | undefined;
  const demand = (durability: Durability): void => {
    if (durability !== current) sqlite.set(`synchronous = ${LEVELS[durability]}`);
    current = durability;
  };
  return {
    transaction: async (work, durability = 'synced') => {
      stay();
      demand(durability);
      return db.transaction().execute(work);
    },
    reading: (work) => db.transaction().setAccessMode('read only').execute(work),
    announce: async () => undefined,
    listen: (onNews) =>
      watchFile(
        sqlite,
        () => onNews('acts'),
        (error) => onError(translate(error, where)),
      ),
    clock: sql<number>`cast((julianday('now') - 2440587.5) * 86400000 as integer)`,
    // Only one process serves a file; others are short commands.
    claims: undefined,
    // A checkpoint syncs the log first. It fails while another process makes one.
    sync: async () => checkpoint(sqlite, 'PASSIVE'),
    scrub: async (inTurn) => {
      if (!(await scrubbed(() => inTurn(async () => emptyWal(sqlite)), patience)))
        onError(
          new StoreError(
            `${capital(where)} still holds copies of what was erased, as another process is reading it. ` +
              'They go when the bot stops, or with the next erasure.',
          ),
        );
    },
    trim: async (inTurn) => void (await inTurn(async () => emptyWal(sqlite))),
    rewrite: async (inTurn) => {
      await inTurn(async () => vacuum(sqlite)).catch((error: unknown) => {
        throw translate(error, where);
      });
      if (!(await scrubbed(() => inTurn(async () => emptyWal(sqlite)), patience)))
        throw new StoreError(`${capital(where)} could not be rewritten yet, as another process is reading it.`);
    },
    close: async () => {
      // Before it is closed, which the driver does.
      sqlite.endLog();
      await db.destroy();
      sqlite.close();
    },
  };
}

/** Fails if the file was moved away or replaced: SQLite would go on writing where nobody finds it again. */
function staying(path: string | undefined, where: string): () => void {
  if (path === undefined) return () => undefined;
  const inode = () => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  const opened = inode();
  return () => {
    if (inode() !== opened)
      throw new StoreError(`${capital(where)} was moved or removed. Stop the bot, put the file back, and start again.`);
  };
}

/** WAL with FULL: a commit that was reported survives a power cut. secure_delete overwrites what is erased. */
function configure(sqlite: Connection): void {
  sqlite.run('pragma journal_mode = WAL');
  sqlite.run('pragma synchronous = FULL');
  // Some 10 MB, which take a few hundredths of a second. Smaller logs are written back apart from commits, within a
  // minute and after an erasure.
  sqlite.run('pragma wal_autocheckpoint = 2500');
  sqlite.run('pragma foreign_keys = ON');
  sqlite.run('pragma secure_delete = ON');
  sqlite.run('pragma temp_store = MEMORY');
}

function check(sqlite: Connection, where: string): void {
  const { rows } = sqlite.run("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
  if (rows.length > 0 && !rows.some(({ name }) => name === 'kysely_migration'))
    throw new StoreError(`${capital(where)} belongs to another program. Set DATABASE_URL to a file of the bot's own.`, {
      isLasting: true,
    });
  if (sqlite.path === undefined || statSync(sqlite.path).size > CHECKED_BYTES) return;
  const found = sqlite.first('pragma quick_check(1)');
  if (found !== 'ok')
    throw new StoreError(`${capital(where)} is damaged (${String(found)}). Stop the bot and restore a backup.`, {
      isLasting: true,
    });
}

/**
 * Empties the WAL, which still holds old pages, as soon as nobody reads them any more.
 * @returns false if that was not in time
 */
async function scrubbed(empty: () => Promise<boolean>, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  for (let isDone = await empty(); ; isDone = await empty()) {
    if (isDone || Date.now() >= end) return isDone;
    await sleep(50);
  }
}

/** The copy is made in a temporary file rather than in memory, which a small machine may lack. */
function vacuum(sqlite: Connection): void {
  sqlite.set('temp_store = FILE');
  try {
    sqlite.run('vacuum');
  } finally {
    sqlite.set('temp_store = MEMORY');
  }
}

const emptyWal = (sqlite: Connection): boolean => checkpoint(sqlite, 'TRUNCATE');

/** @returns false if another process prevented it. */
const checkpoint = (sqlite: Connection, mode: 'PASSIVE' | 'TRUNCATE'): boolean =>
  sqlite.run(`pragma wal_checkpoint(${mode})`).rows.every(({ busy }) => busy === 0);

/** Milliseconds between two looks: SQLite notifies nobody. */
const EVERY = 300;

/** Calls back when another process has added to the log. @returns a function that ends it. */
function watchFile(sqlite: Connection, onActs: () => void, onError: (error: unknown) => void): () => void {
  let seen = { version: versionOf(sqlite), last: lastAct(sqlite) };
  const look = () => {
    // An open transaction of our own shows acts that may yet be rolled back.
    if (!sqlite.isOpen() || sqlite.isInTransaction()) return;
    const version = versionOf(sqlite);
    if (version === seen.version) return;
    const before = seen.last;
    seen = { version, last: lastAct(sqlite) };
    if (seen.last !== before) onActs();
  };
  const timer = setInterval(() => reporting(look, onError), EVERY).unref();
  return () => clearInterval(timer);
}

/** A number that changes when another connection commits. */
const versionOf = (sqlite: Connection): unknown => sqlite.first('pragma data_version');
const lastAct = (sqlite: Connection): unknown => sqlite.first('select max(id) from acts');

/** If another process holds the file just now, the next look will do. */
function reporting(look: () => void, onError: (error: unknown) => void): void {
  try {
    look();
  } catch (error) {
    if (!isBusy(error)) onError(error);
  }
}

/**
 * Locks an empty file beside the database, so that only one process serves it while commands may still open the
 * database. The system releases the lock when the process ends in any way.
 * @returns a function that releases it
 * @throws StoreError if another process holds it
 */
function holdAlone(path: string, where: string, patience: number): () => void {
  const lock = openConnection(`${path}.lock`, patience);
  try {
    lock.run('begin exclusive');
    return lock.close;
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StoreError(
      `${capital(where)} already serves another bot. Stop that one first; several processes need PostgreSQL.`,
      { cause: error },
    );
  }
}
