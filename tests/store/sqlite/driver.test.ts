import { CompiledQuery } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { translate } from '../../../src/store/errors.ts';
import { openConnection } from '../../../src/store/sqlite/connection.ts';
import { sqliteDialect } from '../../../src/store/sqlite/driver.ts';

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
