import { createServer, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Store, StoreError } from '../../src/bot/ports/store.ts';
import { openStore, type StoreOptions } from '../../src/store/index.ts';
import { demand } from '../../src/store/postgres/index.ts';
import { COMMIT, type CutProxy, cutProxy } from '../helpers/cut-proxy.ts';
import { freePort } from '../helpers/free-port.ts';
import { describePostgres, freshDatabase } from '../helpers/postgres.ts';
import { postgresBinaries } from '../helpers/postgres-binaries.ts';
import { runOn } from '../helpers/postgres-server.ts';
import { actOf, append, editOf, valuesOf } from './samples.ts';

/** Milliseconds that pass on no machine while a test waits for its turn. */
const PATIENT = 60_000;

async function open(url: string, options?: StoreOptions): Promise<Store> {
  const store = await openStore(url, options);
  onTestFinished(() => store.close());
  return store;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error instanceof Error ? error.message : '';
}

const changed = (url: string, parts: Partial<Pick<URL, 'port' | 'pathname' | 'username' | 'password'>>): string =>
  Object.assign(new URL(url), parts).href;
const portOf = (url: string) => Number(new URL(url).port);
/** Ends connections of the program by their name. */
const terminate = (url: string, name: string) =>
  runOn(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}' and datname = current_database()`,
  );
const count = (store: Store) =>
  store.transact(({ log }) =>
    log.records().then(([record]) => log.append(actOf([editOf('n', String(Number(record?.value ?? 0) + 1))]))),
  );

describePostgres('with PostgreSQL', () => {
  let url = '';
  beforeAll(async () => {
    if (postgresBinaries()) url = await freshDatabase();
  });

  /** A store whose connections can be cut. */
  async function behindProxy(
    options?: StoreOptions,
    port?: number,
  ): Promise<{ store: Store; proxy: CutProxy; direct: string }> {
    const direct = await freshDatabase();
    const proxy = await cutProxy(portOf(direct), port);
    onTestFinished(() => proxy.close());
    return { store: await open(changed(direct, { port: String(proxy.port) }), options), proxy, direct };
  }

  describe('the start', () => {
    it.each([
      [
        'a wrong password',
        { password: 'hush-hush' },
        'refuses the user name or password. Correct them in DATABASE_URL.',
      ],
      [
        'an unknown user',
        { username: 'stranger', password: 'hush-hush' },
        'refuses the user name or password. Correct them in DATABASE_URL.',
      ],
      ['no password', { password: '' }, 'asks for a password. Write one into DATABASE_URL.'],
      [
        'an unknown database',
        { pathname: '/nowhere' },
        'does not exist. Create it with createdb, encoding UTF8, or correct its name in DATABASE_URL.',
      ],
      ['no server', { port: '1' }, 'cannot be reached. Start the server, or correct host and port in DATABASE_URL.'],
    ])('with %s fails at once, and shows no password', async (_, parts, words) => {
      const wrong = changed(url, parts);
      const { hostname, port, pathname } = new URL(wrong);
      const message = await refusal(openStore(wrong, { patience: 300 }));
      expect(message).toBe(`The PostgreSQL database ${pathname.slice(1)} at ${hostname}:${port} ${words}`);
      expect(message).not.toMatch(/hush|secret/);
    });

    it('with a server of another kind fails', async () => {
      const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await new Promise((resolve) => server.once('listening', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address ? String(address.port) : '';
      expect(await refusal(openStore(changed(url, { port }), { patience: 300 }))).toContain('cannot be reached');
    });

    it('with a server that does not answer fails', async () => {
      const server = createServer(() => undefined).listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await new Promise((resolve) => server.once('listening', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address ? String(address.port) : '';
      expect(await refusal(openStore(changed(url, { port }), { patience: 300 }))).toContain('cannot be reached');
    });

    it('waits for a server that comes a little later', async () => {
      const port = await freePort();
      const opening = open(changed(url, { port: String(port) }), { patience: PATIENT });
      await sleep(400);
      const proxy = await cutProxy(portOf(url), port);
      onTestFinished(() => proxy.close());
      expect(await (await opening).transact(({ log }) => log.last())).toBe(0);
    });

    it('is refused to a database that cannot hold every language', async () => {
      const narrow = await freshDatabase("encoding 'SQL_ASCII' template template0 locale_provider libc locale 'C'");
      expect(await refusal(openStore(narrow))).toMatch(/is encoded as SQL_ASCII.*Create it with encoding UTF8/);
    });

    it('is refused to a server that is too old', () => {
      expect(() => demand({ version: 120_022, encoding: 'UTF8' }, 'the database')).toThrow('PostgreSQL 13 or newer');
      expect(() => demand({ version: 130_000, encoding: 'UTF8' }, 'the database')).not.toThrow();
    });

    it('is refused to a user without rights', async () => {
      const direct = await freshDatabase();
      await runOn(direct, `create role guest login password 'hush-hush'`).catch(() => undefined);
      expect(await refusal(openStore(changed(direct, { username: 'guest', password: 'hush-hush' })))).toContain(
        'denies this user what it needs',
      );
    });
  });

  describe('two stores', () => {
    it('lose nothing, and number acts in the order in which they become visible', async () => {
      const shared = await freshDatabase();
      const stores = await Promise.all([open(shared), open(shared), open(shared)]);
      const secrets = await Promise.all(stores.map((store) => store.transact(({ secret }) => secret())));
      expect(new Set(secrets).size).toBe(1);
      await Promise.all(Array.from({ length: 30 }, (_, n) => count(stores[n % 3] ?? stores[0])));
      expect(await valuesOf(stores[0])).toEqual({ n: '30' });
      const acts = await stores[1].transact(({ log }) => log.acts({}));
      expect(acts.map(({ changes }) => changes[0]?.after)).toEqual(Array.from({ length: 30 }, (_, n) => String(n + 1)));
    });

    it('hear of each other, and of themselves once', async () => {
      const shared = await freshDatabase();
      const [one, other] = await Promise.all([open(shared), open(shared)]);
      const heard = { one: 0, other: 0 };
      one.watch(() => {
        heard.one += 1;
      });
      const end = other.watch(() => {
        heard.other += 1;
      });
      await expect.poll(() => heard.one && heard.other).toBe(1);
      await append(one, [editOf('a')]);
      await expect.poll(() => heard.other).toBe(2);
      await one
        .transact(async ({ log }) => log.append(actOf()).then(() => Promise.reject(new Error('no'))))
        .catch(() => undefined);
      await sleep(200);
      expect(heard).toEqual({ one: 2, other: 2 });
      end();
      await append(one, [editOf('b')]);
      await sleep(200);
      expect(heard).toEqual({ one: 3, other: 2 });
    });

    it('of which one holds the lock for too long name the cause', async () => {
      const shared = await freshDatabase();
      const [one, other] = await Promise.all([open(shared), open(shared, { patience: 200 })]);
      let release: (() => void) | undefined;
      const long = one.transact(
        () =>
          new Promise<void>((resolve) => {
            release = resolve;
          }),
      );
      await expect.poll(() => release).toBeDefined();
      expect(await refusal(append(other))).toContain('is locked by another process');
      release?.();
      await long;
      await append(other, [editOf('a')]);
      expect(await valuesOf(one)).toEqual({ a: '"a"' });
    });
  });

  describe('a lost connection', () => {
    it('of a listener is taken up again, and what was missed is told', async () => {
      const shared = await freshDatabase();
      const reported: unknown[] = [];
      const [one, other] = await Promise.all([
        open(shared, { onError: (error) => reported.push(error) }),
        open(shared),
      ]);
      let heard = 0;
      one.watch(() => {
        heard += 1;
      });
      await expect.poll(() => heard).toBe(1);
      await terminate(shared, 'wenda-watch');
      await append(other, [editOf('a')]);
      await expect.poll(() => heard).toBe(2);
      expect(String(reported)).toContain('cannot be reached');
      await append(other, [editOf('b')]);
      await expect.poll(() => heard).toBe(3);
    });

    it('at rest ends nothing, and is reported', async () => {
      const shared = await freshDatabase();
      const reported: unknown[] = [];
      const store = await open(shared, { onError: (error) => reported.push(error) });
      await append(store, [editOf('a')]);
      await terminate(shared, 'wenda');
      await expect.poll(() => reported.length).toBeGreaterThan(0);
      expect(reported[0]).toBeInstanceOf(StoreError);
      await append(store, [editOf('b')]);
      expect(await valuesOf(store)).toEqual({ a: '"a"', b: '"b"' });
    });

    it('amid the work has the work done again, once', async () => {
      const shared = await freshDatabase();
      const store = await open(shared);
      let runs = 0;
      const after: number[] = [];
      const result = await store.transact(async ({ log, afterCommit }) => {
        runs += 1;
        const run = runs;
        afterCommit(() => after.push(run));
        await log.append(actOf([editOf('a')]));
        if (run === 1) await terminate(shared, 'wenda');
        return (await log.append(actOf([editOf('b')]))).id;
      });
      expect([runs, after]).toEqual([2, [2]]);
      const acts = await store.transact(({ log }) => log.acts({}));
      expect(acts.map(({ id, changes }) => [id, changes[0]?.key])).toEqual([
        [result - 1, 'a'],
        [result, 'b'],
      ]);
    });

    it('does not hide an error of the work itself', async () => {
      const shared = await freshDatabase();
      const store = await open(shared);
      const work = store.transact(async ({ log }) => {
        await log.append(actOf([editOf('a')]));
        await terminate(shared, 'wenda').catch(() => undefined);
        throw new Error('mine');
      });
      await expect(work).rejects.toThrow('mine');
      expect(await valuesOf(store)).toEqual({});
    });

    it.each(['before', 'after'] as const)(
      '%s the server had committed leaves the act there exactly once',
      async (when) => {
        const { store, proxy } = await behindProxy();
        await append(store, [editOf('a')]);
        proxy.cutAt(COMMIT, when);
        let runs = 0;
        const act = await store.transact(({ log }) => {
          runs += 1;
          return log.append(actOf([editOf('b')]));
        });
        expect(runs).toBe(when === 'before' ? 2 : 1);
        const acts = await store.transact(({ log }) => log.acts({}));
        expect(acts.map(({ changes }) => changes[0]?.key)).toEqual(['a', 'b']);
        expect(acts[1]).toEqual(act);
      },
    );

    it('while committing, to a server that stays away, is told as what it is', async () => {
      const { store, proxy, direct } = await behindProxy({ patience: 300 });
      await append(store, [editOf('a')]);
      proxy.cutAt(COMMIT, 'after');
      proxy.refuse();
      expect(await refusal(append(store, [editOf('b')]))).toMatch(/does not come back to say whether it was saved/);
      expect(await runOn(direct, 'select id from acts')).toHaveLength(2);
    });

    it('of a listener is reported once', async () => {
      const reported: unknown[] = [];
      const { store, proxy } = await behindProxy({ onError: (error) => reported.push(error) });
      let heard = 0;
      store.watch(() => {
        heard += 1;
      });
      await expect.poll(() => heard).toBe(1);
      await proxy.close();
      await expect.poll(() => reported.length).toBeGreaterThan(0);
      await sleep(300);
      const before = reported.length;
      await sleep(1300);
      expect(reported).toHaveLength(before);
    });

    it('to a server that stays away fails after a while, and quickly from then on', async () => {
      const { store, proxy } = await behindProxy({ patience: 400 });
      const connect = vi.spyOn(Socket.prototype, 'connect');
      onTestFinished(() => connect.mockRestore());
      // Others of this process may connect meanwhile, elsewhere.
      const attempts = () =>
        connect.mock.calls.filter((given) => JSON.stringify(given).includes(String(proxy.port))).length;
      await proxy.close();
      expect(await refusal(append(store))).toContain('cannot be reached');
      const first = attempts();
      expect(first).toBeGreaterThan(1);
      await Promise.all(Array.from({ length: 10 }, () => refusal(append(store))));
      expect(attempts()).toBe(first + 10);
    });

    it('heals by itself when the server is back', async () => {
      const { store, proxy, direct } = await behindProxy({ patience: PATIENT }, await freePort());
      const { port } = proxy;
      await append(store, [editOf('a')]);
      await proxy.close();
      const waiting = Promise.all([count(store), count(store)]);
      await sleep(300);
      const again = await cutProxy(portOf(direct), port);
      onTestFinished(() => again.close());
      await waiting;
      expect(Object.keys(await valuesOf(store))).toEqual(['a', 'n']);
    });
  });

  it('a store that is closed has no connection left', async () => {
    const direct = await freshDatabase();
    const store = await openStore(direct);
    let heard = 0;
    store.watch(() => {
      heard += 1;
    });
    await expect.poll(() => heard).toBe(1);
    const connections = () =>
      runOn(
        direct,
        "select pid from pg_stat_activity where application_name like 'wenda%' and datname = current_database()",
      );
    expect((await connections()).length).toBeGreaterThan(1);
    const closing = store.close();
    await store.close();
    await closing;
    // The server's process ends a little after its connection.
    await expect.poll(connections).toEqual([]);
  });

  it.each([0, 1, 2, 4, 8, 16])(
    'a store that is closed %i ms after it began to listen has no connection left, and calls nobody',
    async (milliseconds) => {
      const direct = await freshDatabase();
      const store = await openStore(direct);
      let heard = 0;
      store.watch(() => {
        heard += 1;
      });
      await sleep(milliseconds);
      await store.close();
      const before = heard;
      // The server's process ends a little after its connection.
      await expect
        .poll(() =>
          runOn(
            direct,
            "select pid from pg_stat_activity where application_name like 'wenda%' and datname = current_database()",
          ),
        )
        .toEqual([]);
      await sleep(200);
      expect(heard).toBe(before);
    },
  );

  it('errors keep no row of the database', async () => {
    const direct = await freshDatabase();
    const store = await open(direct);
    await runOn(direct, 'alter table choices add constraint no check (language <> $$words of a member$$)');
    const error = await store
      .transact(({ people }) => people.setLanguage('p1', 'words of a member'))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    const cause = error instanceof Error ? error.cause : undefined;
    expect(cause).toBeInstanceOf(pg.DatabaseError);
    expect(JSON.stringify([error, cause, String(error), String(cause)])).not.toContain('words of a member');
  });
});
