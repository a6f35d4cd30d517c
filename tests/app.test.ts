import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { lacksBuilt } from './helpers/lacks.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

/** It finds its languages from where it is built. */
const BUILT = 'dist/src/app.js';
const PERSON = 'somebody-by-a-hash';

function place() {
  const folder = temporaryFolder({
    'pack/pack.json': JSON.stringify({
      title: { en: 'Office' },
      defaultLanguage: 'en',
      licence: 'CC-BY-4.0',
      sources: { rules: { title: 'Rules' } },
    }),
    'pack/en/questions/hours.md': '---\nsources: [rules]\n---\n# When is the office open?\n\nFrom nine to five.\n',
  });
  const errors: unknown[] = [];
  const open = async (learning: 'never' | 'behind' = 'never') => {
    const { createApp }: typeof import('../src/app.ts') = await import(pathToFileURL(BUILT).href);
    return createApp({
      knowledgeDir: join(folder, 'pack'),
      cacheDir: join(folder, 'cache'),
      databaseUrl: `sqlite:${join(folder, 'wenda.db')}`,
      defaultLanguage: 'en',
      learning,
      onError: (error) => void errors.push(error),
    });
  };
  const bytes = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('wenda.db'))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join();
  return { open, errors, bytes };
}

it.skipIf(lacksBuilt(BUILT))('a bot that is closed right after its start finds no fault in that', async () => {
  const { open, errors } = place();
  for (let time = 0; time < 3; time++) await (await open()).close();
  expect(errors).toEqual([]);
});

it.skipIf(lacksBuilt(BUILT))(
  'a bot that is closed while it prepares what is asked later waits for its last look',
  async () => {
    const { open, errors } = place();
    const { services, close } = await open('behind');
    const { read } = services.store;
    // What is done right after a start has come to its end by then.
    const begins = performance.now() + 1400;
    let isLooking = false;
    const slowly: typeof read = async (...work) => {
      isLooking = performance.now() > begins;
      await sleep(300);
      return read(...work);
    };
    Object.assign(services.store, { read: slowly });
    await expect.poll(() => isLooking, { timeout: 120_000 }).toBe(true);
    await close();
    await sleep(400);
    expect(errors).toEqual([]);
  },
);

it.skipIf(lacksBuilt(BUILT))('a start goes on with an erasure that was cut off', async () => {
  const { open, errors, bytes } = place();
  const first = await open();
  const { store } = first.services;
  await store.transact(async ({ log }) => {
    for (let at = 0; at < 450; at++) {
      const edits = [
        {
          community: 'c',
          kind: 'pin' as const,
          key: `en/question ${at}`,
          after: JSON.stringify({ entry: 'pack/questions/hours' }),
        },
      ];
      await log.append({
        community: 'c',
        person: PERSON,
        place: 'c',
        at: '2026-01-01T00:00:00.000Z',
        command: 'pin',
        why: '',
        forced: null,
        undoes: null,
        edits,
      });
    }
  });
  await store.transact(({ people }) => people.eraseSome(PERSON, 'x:dm'));
  expect(await store.transact(({ people }) => people.begun())).toHaveLength(1);
  await first.close();
  const second = await open();
  await vi.waitFor(
    async () => expect(await second.services.store.transact(({ people }) => people.begun())).toEqual([]),
    60_000,
  );
  await second.close();
  expect(errors).toEqual([]);
  expect(bytes()).not.toContain(PERSON);
});
