import { afterEach, expect, it, vi } from 'vitest';
import type { Base } from '../../../src/store/base.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { openConnection } from '../../../src/store/sqlite/connection.ts';
import { openSqlite, sqliteBase } from '../../../src/store/sqlite/index.ts';

const fail = (error: unknown): void => {
  throw error;
};

afterEach(() => vi.useRealTimers());

it('what is only written is not synced, and what comes after it is', async () => {
  const sqlite = openConnection(':memory:', 0);
  const base = await sqliteBase(sqlite, 'the database in memory', { onError: fail });
  const level = async () => sqlite.first('pragma main.synchronous');
  const [NORMAL, FULL] = [1, 2];
  expect([
    await base.transaction(level),
    await base.transaction(level, 'written'),
    await base.transaction(level, 'synced'),
  ]).toEqual([FULL, NORMAL, FULL]);
  await base.close();
});

it('what was only written is synced a second later, unless something else was synced', async () => {
  const base = await openSqlite(':memory:', { onError: fail });
  const sync = vi.fn<Base['sync']>(base.sync);
  const store = createStore({ ...base, sync }, fail);
  vi.useFakeTimers();
  await store.transact(
    async () => undefined,
    () => 'written',
  );
  await store.transact(async () => undefined);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sync).toHaveBeenCalledTimes(0);
  await store.transact(
    async () => undefined,
    () => 'written',
  );
  await vi.advanceTimersByTimeAsync(2000);
  expect(sync).toHaveBeenCalledTimes(1);
  await store.close();
});
