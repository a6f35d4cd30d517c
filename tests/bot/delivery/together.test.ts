import { beforeEach, expect, it } from 'vitest';
import { together } from '../../../src/bot/attempt.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';

let store: Store;
let transactions: number;
let counting: Pick<Store, 'transact'>;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  transactions = 0;
  counting = {
    transact: (work) => {
      transactions++;
      return store.transact(work);
    },
  };
});

const languages = () =>
  store.transact(({ people }) => Promise.all(['a', 'b', 'c', 'd'].map((person) => people.languageOf(person))));

it('what waits is done in one transaction, in order', async () => {
  const keep = together(counting, 3);
  const done: string[] = [];
  const pieces = ['a', 'b', 'c', 'd'].map((person) =>
    keep(async ({ people }) => {
      done.push(person);
      await people.setLanguage(person, 'en');
    }),
  );
  await Promise.all(pieces);
  expect(done).toEqual(['a', 'b', 'c', 'd']);
  expect(transactions).toBe(2);
  expect(await languages()).toEqual(['en', 'en', 'en', 'en']);
});

it('what fails takes no other with it', async () => {
  const keep = together(counting);
  const pieces = ['a', 'b', 'c'].map((person) =>
    keep(async ({ people }) => {
      await people.setLanguage(person, 'en');
      if (person === 'b') throw new Error('broken');
    }),
  );
  expect((await Promise.allSettled(pieces)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(await languages()).toEqual(['en', undefined, 'en', undefined]);
});

it('what must be synced is, with all that shares its commit', async () => {
  const commits: (string | undefined)[] = [];
  const keep = together(
    {
      transact: (work, durability) =>
        store.transact(work, () => {
          commits.push(durability?.());
          return 'synced';
        }),
    },
    2,
  );
  const done: string[] = [];
  const add = (name: string, durability?: 'written') =>
    keep(async () => void done.push(`${name} ${commits.at(-1)}`), durability);
  await Promise.all([add('a', 'written'), add('b', 'written'), add('c', 'written'), add('d'), add('e', 'written')]);
  expect(done).toEqual(['a written', 'b written', 'c synced', 'd synced', 'e written']);
});

it('a store that is closed is told to all', async () => {
  await store.close();
  const keep = together(store);
  const pieces = [1, 2].map(() => keep(async () => undefined));
  expect((await Promise.allSettled(pieces)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
