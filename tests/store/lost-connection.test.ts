import { expect, it } from 'vitest';
import { type Attempt, attempt } from '../../src/bot/attempt.ts';
import type { Store } from '../../src/bot/ports/store.ts';
import type { Base } from '../../src/store/base.ts';
import { createStore } from '../../src/store/create-store.ts';
import { openSqlite } from '../../src/store/sqlite/index.ts';
import { append, editOf, valuesOf } from './samples.ts';

const fail = (error: unknown): void => {
  throw error;
};
const lost = new Error('the connection was lost');

/** A store that loses its connection at the end of the first transactions, comes back, and tries again. */
async function losing(times: number): Promise<Store> {
  const base = await openSqlite(':memory:', { onError: fail });
  let left = times;
  const transaction: Base['transaction'] = async (work) => {
    for (; left > 0; ) {
      left--;
      const lostOne = base.transaction(async (db) => {
        await work(db);
        throw lost;
      });
      await lostOne.catch((error: unknown) => {
        if (error !== lost) throw error;
      });
    }
    return base.transaction(work);
  };
  return createStore({ ...base, transaction }, fail);
}

// Every other loss is met by the store as it tries again.
it.each([
  [0, 1],
  [1, 2],
  [3, 3],
])(
  'where its connection is lost %i times, what was thought is thought %i times and kept once',
  async (times, thoughts) => {
    const store = await losing(times);
    let thought = 0;
    const ended: number[] = [];
    const result = await attempt(
      store,
      async (own) => {
        thought++;
        await append({ transact: own.write }, [editOf('a')]);
        return thought;
      },
      { end: async (_, value) => void ended.push(value) },
    );
    expect(result).toBe(thought);
    expect(thought).toBe(thoughts);
    expect(await store.transact(({ log }) => log.last())).toBe(1);
    expect(await valuesOf(store)).toEqual({ a: '"a"' });
    await store.close();
  },
);

it('what fails in itself is not thought again', async () => {
  const store = await losing(0);
  let thought = 0;
  const work = async (own: Attempt) => {
    thought++;
    await append({ transact: own.write }, [editOf('a')]);
    throw new TypeError('mine');
  };
  await expect(attempt(store, work)).rejects.toThrow('mine');
  expect(thought).toBe(1);
  await store.close();
});
