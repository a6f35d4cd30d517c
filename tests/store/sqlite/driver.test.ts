import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { translate } from '../../../src/store/errors.ts';
import { openConnection } from '../../../src/store/sqlite/connection.ts';
import { sqliteDialect } from '../../../src/store/sqlite/driver.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

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
