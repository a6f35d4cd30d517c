import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup } from '@photostructure/sqlite';
import { StoreError } from '../../bot/ports/store.ts';
import { capital, translate } from '../errors.ts';
import { refuseStrange } from '../tables/migrations.ts';
import { openConnection, openDatabase } from './connection.ts';

/** Milliseconds to wait for another process. */
const PATIENCE = 5000;
/** Pages that are copied at a time; the bot goes on writing between them. */
const PAGES = 500;

/** Permissions for a file with what people wrote: its owner only. */
const OWN = 0o600;

/** Content of a backup. */
export interface Backup {
  /** Acts of moderators in its log. */
  readonly acts: number;
}

/**
 * Copies the database with SQLite's online backup while others write. The copy is checked before it gets its name.
 * @throws StoreError if there is no database, or the file exists already
 */
export async function backupSqlite(path: string, to: string): Promise<Backup> {
  const where = `the database file ${path}`;
  if (!existsSync(path))
    throw new StoreError(`There is no database file ${path}. Set DATABASE_URL to the one that the bot uses.`);
  if (existsSync(to)) throw new StoreError(`There is already a file ${to}. Name another one, or remove it first.`);
  const unfinished = `${to}.unfinished`;
  try {
    const source = openDatabase(resolve(path), PATIENCE);
    try {
      await backup(source, unfinished, { rate: PAGES });
    } finally {
      source.close();
    }
    const found = inspect(unfinished, 'the copy');
    chmodSync(unfinished, OWN);
    keep(unfinished, to);
    return found;
  } catch (error) {
    throw translate(error, where);
  } finally {
    removeDatabase(unfinished);
  }
}

/**
 * Replaces the database by a backup, once that has been checked and nobody uses the database. The former database stays
 * beside it.
 * @returns also the name under which the former database is kept, if there was one
 * @throws StoreError if the backup is damaged or another program's, or a process has the database open
 */
export function restoreSqlite(
  from: string,
  path: string,
  now: string,
): Backup & { readonly former: string | undefined } {
  if (!existsSync(from)) throw new StoreError(`There is no file ${from}.`);
  const found = inspect(from, `the file ${from}`);
  const where = `the database file ${path}`;
  const fresh = `${path}.unfinished`;
  try {
    copyDatabase(from, fresh);
    handOver(fresh, path);
    const former = existsSync(path) ? freeName(`${path}.before-${now.replace(/[^0-9]/g, '').slice(0, 14)}`) : undefined;
    if (former !== undefined) {
      setAside(path, where);
      renameSync(path, former);
    }
    keep(fresh, path);
    return { ...found, former };
  } catch (error) {
    throw translate(error, where);
  } finally {
    removeDatabase(fresh);
  }
}

/** A name that is not taken: the file of an earlier restore may be the only copy of its content. */
function freeName(name: string): string {
  for (let again = 2, free = name; ; free = `${name}-${again++}`) if (!existsSync(free)) return free;
}

/** Checks that a file is a complete database of this program. @throws StoreError */
function inspect(file: string, name: string): Backup {
  const broken = (why: unknown) =>
    new StoreError(`${capital(name)} is no whole database of this program (${String(why)}). Nothing was changed.`);
  try {
    const database = openConnection(resolve(file), PATIENCE);
    try {
      const isOfThisProgram =
        database.first(
          "select count(*) from sqlite_master where type = 'table' and name in ('kysely_migration', 'acts')",
        ) === 2;
      const state = isOfThisProgram ? database.first('pragma integrity_check(1)') : 'its tables are others';
      if (state !== 'ok') throw broken(state);
      const steps = database.run('select name from kysely_migration').rows.map((step) => String(step.name));
      refuseStrange(steps, name, {
        newer: 'Install that version to use it. Nothing was changed.',
        other: 'Nothing was changed.',
      });
      database.endLog();
      return { acts: Number(database.first('select count(*) from acts')) };
    } finally {
      database.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? error : broken(error instanceof Error ? error.message : error);
  }
}

/** Copies a database and its log into one file. The source's folder need not be writable. */
function copyDatabase(from: string, to: string): void {
  removeDatabase(to);
  const database = openConnection(resolve(from), PATIENCE);
  try {
    database.run('vacuum into ?', [to]);
  } finally {
    database.close();
  }
}

/** Writes the log beside the file into it; that succeeds only if nobody else has it open. */
function setAside(path: string, where: string): void {
  const database = openConnection(resolve(path), 0);
  try {
    // `set` leaves no statement behind, which would keep the file open.
    database.set('journal_mode = DELETE');
    if (database.first('pragma journal_mode') === 'delete') return;
  } catch {
    // In use, which is reported below.
  } finally {
    database.close();
  }
  throw new StoreError(`${capital(where)} is in use. Stop the bot first.`);
}

/** Gives the new file the owner and permissions of the old one, also if an administrator restores it. */
function handOver(fresh: string, path: string): void {
  const isThere = existsSync(path);
  const { uid, gid, mode } = statSync(isThere ? path : dirname(resolve(path)));
  if (process.getuid?.() === 0) chownSync(fresh, uid, gid);
  chmodSync(fresh, isThere ? mode & 0o777 : OWN);
}

/** Gives a finished file its name, so that a power cut loses neither. */
function keep(unfinished: string, name: string): void {
  sync(unfinished);
  renameSync(unfinished, name);
  sync(dirname(resolve(name)));
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}
