import Database from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { translate } from '../../src/store/errors.ts';
import { sqliteDialect } from '../../src/store/sqlite-driver.ts';

it.each(['commit', 'rollback'] as const)('a statement that nobody waited for is not kept after the %s', async (end) => {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  database.exec('create table t (a integer)');
  const driver = sqliteDialect(database, { patience: 0, translate: (error) => translate(error, 'the database') }).createDriver();
  const connection = await driver.acquireConnection();
  await driver.beginTransaction(connection, {});
  await connection.executeQuery(CompiledQuery.raw('insert into t values (1)'));
  const ended = end === 'commit' ? driver.commitTransaction(connection) : driver.rollbackTransaction(connection);
  await expect(connection.executeQuery(CompiledQuery.raw('insert into t values (2)'))).rejects.toThrow('The transaction has ended.');
  await ended;
  expect(database.prepare('select a from t').pluck().all()).toEqual(end === 'commit' ? [1] : []);
});
