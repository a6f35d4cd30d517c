import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { CompiledQuery } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createStore } from '../../../src/store/create-store.ts';
import { translate, Unexplained } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/index.ts';
import {
  type Connection,
  connectionTo,
  openConnection,
  sqliteCodeOf,
  sqliteDialect,
} from '../../../src/store/sqlite/connection.ts';
import { sqliteBase } from '../../../src/store/sqlite/index.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { answerOf, append, draftOf, editOf, homeOf, tallyOf, updateOf } from '../samples.ts';

const newPath = () => join(temporaryFolder({}), 'wenda.db');

/** A connection that tells which statements it has compiled. */
function watched(path: string, mostKept?: number) {
  const database = new DatabaseSync(path);
  const prepare = vi.spyOn(database, 'prepare');
  const connection = connectionTo(database, mostKept);
  onTestFinished(connection.close);
  return {
    connection,
    texts: () => prepare.mock.calls.map(([sql]) => sql),
  };
}

/** An open connection with a table. */
function opened(path = newPath()): Connection {
  const connection = openConnection(path, 0);
  onTestFinished(connection.close);
  connection.run('create table t (a integer unique)');
  return connection;
}

describe('statements', () => {
  it('are compiled once', () => {
    const { connection, texts } = watched(':memory:');
    connection.run('create table t (a)');
    for (let n = 0; n < 3; n += 1) {
      connection.run('insert into t values (?)', [n]);
      expect(connection.first('select count(*) from t')).toBe(n + 1);
    }
    expect(texts()).toEqual(['create table t (a)', 'insert into t values (?)', 'select count(*) from t']);
  });

  it('go when there are too many, those first that were not used for longest', () => {
    const { connection, texts } = watched(':memory:', 2);
    for (const n of [1, 2, 1, 3, 1, 4, 2]) expect(connection.first(`select ${n}`)).toBe(n);
    expect(texts()).toEqual(['select 1', 'select 2', 'select 3', 'select 4', 'select 2']);
  });

  it('of a store are compiled once', async () => {
    const { connection, texts } = watched(newPath());
    const store = createStore(
      await sqliteBase(connection, 'the database', { onError: () => undefined }),
      () => undefined,
    );
    const end = store.watch(() => undefined);
    for (const n of [1, 2, 3]) {
      await append(store, [editOf('a', `${n}`), editOf('b')]);
      await store.transact(async ({ log, people, inbox, outbox, drafts, answers, tallies }) => {
        await people.setLanguage('p1', 'de');
        await inbox.accept([updateOf(`u${n}`)]);
        await drafts.save(draftOf({ id: `d${n}` }));
        await answers.add(answerOf({ message: `m${n}` }));
        await tallies.add([tallyOf()]);
        expect([(await outbox.due('x', '9')).length, await log.last()]).toEqual([0, n]);
      });
      await store.transact(({ people }) => people.erase('p1', homeOf('p1')));
      await expect(store.transact(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    end();
    await store.close();
    expect(texts().filter((sql, n) => texts().indexOf(sql) !== n)).toEqual([]);
    expect(texts().length).toBeGreaterThan(30);
  });
});

describe('a connection', () => {
  it('leaves nothing beside the file once it is closed, and closes once', async () => {
    const path = newPath();
    const connection = opened(path);
    connection.run('pragma journal_mode = wal');
    connection.run('insert into t values (1)');
    expect(existsSync(`${path}-wal`)).toBe(true);
    connection.endLog();
    connection.close();
    connection.close();
    expect([existsSync(path), existsSync(`${path}-wal`), connection.isOpen(), connection.isInTransaction()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is let go by others that closed, in the middle of a transaction, too', () => {
    const path = newPath();
    const connection = opened(path);
    connection.run('begin immediate');
    connection.run('insert into t values (1)');
    connection.close();
    const next = openConnection(path, 0);
    onTestFinished(next.close);
    next.run('begin exclusive');
    expect(next.first('select count(*) from t')).toBe(0);
  });

  it('leaves the log to others that use the file', () => {
    const path = newPath();
    const [first, second] = [opened(path), openConnection(path, 0)];
    onTestFinished(second.close);
    first.run('pragma journal_mode = wal');
    expect(second.first('select count(*) from t')).toBe(0);
    first.run('insert into t values (1)');
    first.endLog();
    first.close();
    expect([existsSync(`${path}-wal`), second.first('select count(*) from t')]).toEqual([true, 1]);
  });

  it('gives rows that are plain objects', () => {
    const connection = opened();
    connection.run('insert into t values (1), (null)');
    expect(connection.run('select a from t').rows).toStrictEqual([{ a: 1 }, { a: null }]);
  });

  it('is to the file of that very name', async () => {
    const path = join(temporaryFolder({}), 'file:x?mode=memory');
    const before = process.cwd();
    process.chdir(dirname(path));
    onTestFinished(() => process.chdir(before));
    const store = await openStore(`sqlite:${basename(path)}`);
    await append(store, [editOf('a')]);
    await store.close();
    expect(opened(path).first('select count(*) from acts')).toBe(1);
  });
});

describe('an error of SQLite', () => {
  const errorOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  const errors: Readonly<Record<string, () => unknown>> = {
    SQLITE_BUSY: () => {
      const path = newPath();
      opened(path).run('begin exclusive');
      return openConnection(path, 0).run('begin immediate');
    },
    'SQLITE_BUSY, of the narrower kind that comes of a commit in between': () => {
      const path = newPath();
      const connection = opened(path);
      connection.run('pragma journal_mode = wal');
      connection.run('begin');
      connection.first('select count(*) from t');
      openConnection(path, 0).run('insert into t values (1)');
      return connection.run('insert into t values (2)');
    },
    SQLITE_LOCKED: () => {
      const database = new DatabaseSync(':memory:');
      database.exec('create table t (a); insert into t values (1), (2)');
      for (const _ of database.prepare('select a from t').iterate()) connectionTo(database).run('drop table t');
    },
    SQLITE_READONLY: () => {
      const path = newPath();
      opened(path);
      return connectionTo(new DatabaseSync(path, { readOnly: true })).run('insert into t values (1)');
    },
    SQLITE_CANTOPEN: () => openConnection(temporaryFolder({}), 0),
    SQLITE_FULL: () => {
      const connection = opened();
      connection.run('pragma max_page_count = 3');
      return connection.run('insert into t values (zeroblob(100000))');
    },
    SQLITE_NOTADB: () => {
      const path = newPath();
      writeFileSync(path, 'x'.repeat(10_000));
      return openConnection(path, 0).run('select * from sqlite_master');
    },
    SQLITE_CORRUPT: () => {
      const path = newPath();
      const connection = opened(path);
      connection.close();
      truncateSync(path, 4096);
      return openConnection(path, 0).run('select * from t');
    },
    SQLITE_ERROR: () => opened().run('select nonsense'),
  };

  it.each(Object.entries(errors))('has the code %s', (code, work) => {
    expect(sqliteCodeOf(errorOf(work))).toBe(code.split(',')[0]);
  });

  it('is told in its own words where there are no better ones', () => {
    const connection = opened();
    connection.run('insert into t values (1)');
    const error = translate(
      errorOf(() => connection.run('insert into t values (1)')),
      'the database',
    );
    expect(error).toBeInstanceOf(Unexplained);
    expect(error.message).toBe('The database: UNIQUE constraint failed: t.a');
  });

  it('is none where it comes from elsewhere', () => {
    const connection = opened();
    connection.close();
    expect(sqliteCodeOf(errorOf(() => connection.run('select 1')))).toBeUndefined();
  });
});

it.each(['commit', 'rollback'] as const)('a statement that nobody waited for is not kept after the %s', async (end) => {
  const sqlite = openConnection(':memory:', 0);
  onTestFinished(sqlite.close);
  sqlite.run('create table t (a integer)');
  const driver = sqliteDialect(sqlite, {
    patience: 0,
    translate: (error) => translate(error, 'the database'),
  }).createDriver();
  const connection = await driver.acquireConnection();
  await driver.beginTransaction(connection, {});
  await connection.executeQuery(CompiledQuery.raw('insert into t values (1)'));
  const ended = end === 'commit' ? driver.commitTransaction(connection) : driver.rollbackTransaction(connection);
  await expect(connection.executeQuery(CompiledQuery.raw('insert into t values (2)'))).rejects.toThrow(
    'The transaction has ended.',
  );
  await ended;
  expect(sqlite.run('select a from t').rows).toEqual(end === 'commit' ? [{ a: 1 }] : []);
});

it('what only reads waits for another process that has the file to itself, and sees one state of it from then on', async () => {
  const path = join(temporaryFolder({}), 'file.db');
  const [sqlite, other] = [openConnection(path, 0), openConnection(path, 0)];
  onTestFinished(sqlite.close);
  onTestFinished(other.close);
  other.run('create table t (a integer)');
  const driver = sqliteDialect(sqlite, {
    patience: 60_000,
    translate: (error) => translate(error, 'the database'),
  }).createDriver();
  const connection = await driver.acquireConnection();
  other.run('begin exclusive');
  await driver.beginTransaction(connection, { accessMode: 'read only' });
  const read = () => connection.executeQuery(CompiledQuery.raw('select a from t'));
  const first = read();
  other.run('insert into t values (1)');
  other.run('commit');
  expect((await first).rows).toEqual([{ a: 1 }]);
  expect(() => other.run('insert into t values (2)')).toThrow('locked');
  await driver.commitTransaction(connection);
  other.run('insert into t values (2)');
});
