import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { createStore } from '../../../src/store/create-store.ts';
import { openConnection, openDatabase } from '../../../src/store/sqlite/connection.ts';
import { sqliteBase } from '../../../src/store/sqlite/index.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const fail = (error: unknown): never => {
  throw error;
};

async function openBase() {
  const path = join(temporaryFolder({}), 'wenda.db');
  return { path, base: await sqliteBase(openConnection(path, 0), 'the file', { onError: fail }) };
}

/** Moves the log as soon as nobody reads an older state of it; until then nobody else can. */
const MOVING = `
  const { DatabaseSync } = require('@photostructure/sqlite');
  const { workerData } = require('node:worker_threads');
  const database = new DatabaseSync(workerData, { timeout: 60000 });
  database.exec('pragma wal_checkpoint(RESTART)');
  database.close();
`;

it('a file that is not synced, as somebody else moves its log, says so', async () => {
  const { path, base } = await openBase();
  onTestFinished(base.close);
  const reader = openDatabase(path, 0);
  onTestFinished(() => reader.close());
  reader.exec('begin');
  reader.prepare('select * from meta').all();
  await base.transaction((db) => db.insertInto('meta').values({ name: 'a', value: 'b' }).execute(), 'written');
  const mover = new Worker(MOVING, { eval: true, workerData: path });
  await expect.poll(base.sync).toBe(false);
  reader.exec('rollback');
  await once(mover, 'exit');
  expect(await base.sync()).toBe(true);
});

it('a store syncs another time what it could not', async () => {
  const { base } = await openBase();
  let tries = 0;
  const store = createStore({ ...base, sync: async () => ++tries > 1 }, fail);
  onTestFinished(store.close);
  await store.transact(
    ({ people }) => people.setLanguage('p1', 'en'),
    () => 'written',
  );
  await expect.poll(() => tries, { timeout: 60_000 }).toBe(2);
});
