import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/bot/ports/store.ts';
import { openStore } from '../../src/store/index.ts';
import { COMMIT, cutProxy } from '../helpers/cut-proxy.ts';
import { freePort } from '../helpers/free-port.ts';
import { describePostgres, freshDatabase } from '../helpers/postgres.ts';
import { runOn, startPostgres } from '../helpers/postgres-server.ts';
import { append, editOf, valuesOf } from './samples.ts';

/** A server that writes no log to disk before somebody commits. */
const LAZY = ['wal_writer_delay=10s', 'autovacuum=off'];

async function open(url: string): Promise<Store> {
  // Longer than a server takes to start on a busy machine.
  const store = await openStore(url, { patience: 120_000 });
  onTestFinished(() => store.close());
  return store;
}

/** A server and the way to it, which is cut at the next commit; nobody gets through until `mend`. */
async function cutAtCommit() {
  const server = await startPostgres(LAZY);
  onTestFinished(() => server.stop());
  const direct = server.url('postgres');
  const target = Number(new URL(direct).port);
  const proxy = await cutProxy(target, await freePort());
  const store = await open(Object.assign(new URL(direct), { port: String(proxy.port) }).href);
  await append(store, [editOf('a')]);
  proxy.cutAt(COMMIT, 'before');
  proxy.refuse();
  const mend = async () => {
    await proxy.close();
    const again = await cutProxy(target, proxy.port);
    onTestFinished(() => again.close());
  };
  return { server, direct, store, mend };
}

describePostgres('a server that crashes before a commit arrives', () => {
  it.each([
    [0, 'does not know the number of the transaction any more'],
    [20, 'has given its number to another'],
  ])('and then sees %d others (it %s) gets the act all the same, once', async (others) => {
    const { server, direct, store, mend } = await cutAtCommit();
    const act = append(store, [editOf('b')]);
    await sleep(200);
    await server.kill();
    await server.start();
    const other = await open(direct);
    for (let n = 0; n < others; n += 1) await append(other, [editOf(`other-${n}`)]);
    await mend();
    await act;
    expect(Object.keys(await valuesOf(other)).filter((key) => !key.startsWith('other'))).toEqual(['a', 'b']);
    const acts = await other.transact(({ log }) => log.acts({}));
    expect(acts.filter(({ changes }) => changes[0]?.key === 'b')).toHaveLength(1);
  });
});

describePostgres('a connection that is lost while the server still commits', () => {
  /** Waits until a connection of the program's waits for this. */
  const waiting = (url: string, event: string) =>
    expect
      .poll(() =>
        runOn(url, `select 1 from pg_stat_activity where application_name = 'wenda' and wait_event = '${event}'`),
      )
      .toHaveLength(1);

  it.each(['read committed', 'repeatable read'])(
    'leaves the act there exactly once, also where the default is %s',
    async (isolation) => {
      // The standby does not exist: a commit that has to wait for it never ends by itself.
      const server = await startPostgres([...LAZY, 'synchronous_standby_names=nobody', 'synchronous_commit=local']);
      onTestFinished(() => server.stop());
      const direct = server.url('postgres');
      await append(await open(direct), [editOf('a')]);
      // Sessions take this when they begin; a setting that is loaded anew may reach the server after the commit.
      await runOn(direct, `alter role postgres set default_transaction_isolation = '${isolation}'`);
      await runOn(direct, 'alter role postgres set synchronous_commit = on');
      const target = Number(new URL(direct).port);
      const proxy = await cutProxy(target, await freePort());
      const store = await open(Object.assign(new URL(direct), { port: String(proxy.port) }).href);
      const act = append(store, [editOf('b')]);
      await waiting(direct, 'SyncRep');
      await runOn(direct, 'set synchronous_commit = local; alter role postgres reset synchronous_commit');
      await proxy.close();
      const again = await cutProxy(target, proxy.port);
      onTestFinished(() => again.close());
      await waiting(direct, 'advisory');
      // Ends the waiting, not the transaction: it is kept on this server.
      await runOn(direct, "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
      await act;
      const acts = await store.transact(({ log }) => log.acts({}));
      expect(acts.map(({ changes }) => changes[0]?.key)).toEqual(['a', 'b']);
    },
  );
});

describePostgres('receipts of transactions', () => {
  const receipts = (url: string) => runOn(url, "select name from meta where name like 'receipt:%'");

  it('do not gather, nor do those of processes that ended badly', async () => {
    const url = await freshDatabase();
    const store = await open(url);
    await runOn(
      url,
      "insert into meta values ('receipt:old', (extract(epoch from now())::bigint - 90000)::text), ('receipt:new', extract(epoch from now())::bigint::text)",
    );
    for (let n = 0; n < 5; n += 1) await append(store, [editOf('a', String(n))]);
    // One of its own, and the one that may still be asked for.
    expect((await receipts(url)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['receipt:new', expect.stringMatching(/^receipt:[0-9a-f-]{36}$/)]),
    );
    expect(await receipts(url)).toHaveLength(2);
  });

  it('are left by changes only', async () => {
    const url = await freshDatabase();
    const store = await open(url);
    await append(store, [editOf('a')]);
    const before = await receipts(url);
    await valuesOf(store);
    expect(await receipts(url)).toEqual(before);
  });
});
