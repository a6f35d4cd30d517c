import { describe, expect, it, onTestFinished } from 'vitest';
import type { Open } from './contract.ts';
import { homeOf, later, NOW, outboxMessageOf, updateOf } from './samples.ts';

export function deliveryContract(open: Open): void {
  describe('inbox', () => {
    it('takes each update once', async () => {
      const store = await open();
      const accept = (...ids: readonly string[]) =>
        store.transact(async ({ inbox }) => (await inbox.accept(ids.map((id) => updateOf(id)))).map(({ id }) => id));
      expect(await accept('2', '1')).toEqual(['2', '1']);
      expect(await accept('1', '3', '3', '2', '4')).toEqual(['3', '4']);
      expect(await accept('1')).toEqual([]);
      expect(await accept()).toEqual([]);
      expect(await store.transact(({ inbox }) => inbox.accept([updateOf('1', { platform: 'y' })]))).toHaveLength(1);
      expect(await store.transact(async ({ inbox }) => (await inbox.open('x')).map(({ id }) => id))).toEqual([
        '2',
        '1',
        '3',
        '4',
      ]);
    });

    it('gives what came after a position, in the order in which it was taken', async () => {
      const store = await open();
      const since = (after: number) => store.transact(({ inbox }) => inbox.since('x', after));
      await store.transact(({ inbox }) =>
        inbox.accept([updateOf('2'), updateOf('1'), updateOf('0', { platform: 'y' })]),
      );
      const [first, second] = await since(0);
      expect([first?.update, second?.update]).toEqual([updateOf('2'), updateOf('1')]);
      await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('3')]));
      expect((await since(second?.position ?? 0)).map(({ update }) => update)).toEqual([updateOf('3')]);
      await store.transact(({ inbox }) => inbox.done('x', '3'));
      expect(await since(second?.position ?? 0)).toEqual([]);
    });

    it('keeps the first of two with one id', async () => {
      const store = await open();
      const [first, second] = [updateOf('1'), updateOf('1', { payload: 'second' })];
      expect(await store.transact(({ inbox }) => inbox.accept([first, second]))).toEqual([first]);
      expect(await store.transact(({ inbox }) => inbox.open('x'))).toEqual([first]);
    });

    it('takes many at once, in order', async () => {
      const store = await open();
      const updates = Array.from({ length: 700 }, (_, n) => updateOf(String(n)));
      expect(await store.transact(({ inbox }) => inbox.accept(updates))).toEqual(updates);
      expect(await store.transact(({ inbox }) => inbox.open('x'))).toEqual(updates);
    });

    it('wipes what is handled, and never takes it again', async () => {
      const store = await open();
      await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('2')]));
      const done = (id: string) => store.transact(({ inbox }) => inbox.done('x', id));
      expect([await done('1'), await done('1'), await done('gone')]).toEqual([true, false, false]);
      expect(await store.transact(({ inbox }) => inbox.open('x'))).toEqual([updateOf('2')]);
      expect(await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('2')]))).toEqual([]);
      expect((await store.transact(({ people }) => people.export('p1', homeOf('p1')))).inbox).toMatchObject([
        { id: '2' },
      ]);
    });

    it('lets an update end whose person it has erased, once, and never takes it again', async () => {
      const store = await open();
      await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('2')]));
      const done = await store.transact(async ({ inbox, people }) => {
        await people.erase('p1', homeOf('p1'));
        return [await inbox.done('x', '1'), await inbox.done('x', '1')];
      });
      expect(done).toEqual([true, false]);
      expect(await store.transact(({ inbox }) => inbox.open('x'))).toEqual([]);
      expect(await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('2')]))).toEqual([]);
      await store.transact(({ inbox }) => inbox.prune(later(1)));
      expect(await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('2')]))).toHaveLength(2);
    });

    it('lets no other update end whose person was erased meanwhile', async () => {
      const store = await open();
      await store.transact(({ inbox }) => inbox.accept([updateOf('1')]));
      await store.transact(({ people }) => people.erase('p1', homeOf('p1')));
      expect(await store.transact(({ inbox }) => inbox.done('x', '1'))).toBe(false);
      expect(await store.transact(({ inbox }) => inbox.accept([updateOf('1')]))).toEqual([]);
    });

    it('forgets old ids of more updates than it looks at at once', async () => {
      const store = await open();
      const updates = Array.from({ length: 2100 }, (_, at) =>
        updateOf(String(at), at % 700 === 0 ? {} : { at: later(at < 2050 ? 0 : 2) }),
      );
      await store.transact(({ inbox }) => inbox.accept(updates));
      for (let from = 0; from < updates.length; from += 300)
        await store.transact(async ({ inbox }) => {
          for (const { id } of updates.slice(from, from + 300)) if (Number(id) % 700 !== 0) await inbox.done('x', id);
        });
      await store.transact(({ inbox }) => inbox.prune(later(1)));
      const fresh = await store.transact(({ inbox }) => inbox.accept(updates));
      expect([fresh.length, fresh.at(-1)?.id, fresh.some(({ id }) => id === '700')]).toEqual([2047, '2049', false]);
    });

    it('forgets old ids of what is handled, and only of that', async () => {
      const store = await open();
      await store.transact(({ inbox }) =>
        inbox.accept([updateOf('1'), updateOf('2'), updateOf('3', { at: later(1) })]),
      );
      await store.transact(async ({ inbox }) => {
        await inbox.done('x', '1');
        await inbox.done('x', '3');
        await inbox.prune(later(1));
      });
      const accepted = await store.transact(({ inbox }) => inbox.accept([updateOf('1'), updateOf('2'), updateOf('3')]));
      expect(accepted.map(({ id }) => id)).toEqual(['1']);
    });
  });

  describe('outbox', () => {
    it('gives what is due, in order, until it is done', async () => {
      const store = await open();
      const add = (parts: Parameters<typeof outboxMessageOf>[0]) =>
        store.transact(({ outbox }) => outbox.add(outboxMessageOf(parts)));
      const [one, two, three] = [
        await add({ due: later(1) }),
        await add({}),
        await add({ queue: 'l2', person: '', payload: '3' }),
      ];
      await add({ platform: 'y' });
      const due = (now = NOW) => store.transact(async ({ outbox }) => (await outbox.due('x', now)).map(({ id }) => id));
      expect(await due()).toEqual([two, three]);
      expect(await due(later(1))).toEqual([one, two, three]);
      expect(await store.transact(({ outbox }) => outbox.due('x', NOW))).toEqual([
        { ...outboxMessageOf(), id: two, attempts: 0 },
        { ...outboxMessageOf({ queue: 'l2', person: '', payload: '3' }), id: three, attempts: 0 },
      ]);
      await store.transact(({ outbox }) => outbox.done(two));
      expect(await due(later(1))).toEqual([one, three]);
    });

    it('holds up a queue behind what was postponed', async () => {
      const store = await open();
      const [one, two, three] = await store.transact(
        async ({ outbox }) =>
          [
            await outbox.add(outboxMessageOf()),
            await outbox.add(outboxMessageOf()),
            await outbox.add(outboxMessageOf({ queue: 'l2' })),
          ] as const,
      );
      await store.transact(({ outbox }) => outbox.postpone(one, later(1)));
      const due = (now: string) =>
        store.transact(async ({ outbox }) => (await outbox.due('x', now)).map(({ id, attempts }) => [id, attempts]));
      expect(await due(NOW)).toEqual([[three, 0]]);
      expect(await due(later(1))).toEqual([
        [one, 1],
        [two, 0],
        [three, 0],
      ]);
      await store.transact(({ outbox }) => outbox.postpone(one, later(2)));
      await store.transact(({ outbox }) => outbox.done(one));
      expect(await due(NOW)).toEqual([
        [two, 0],
        [three, 0],
      ]);
    });

    it('tells those who watch at once of what is there, unless it was handed on', async () => {
      const store = await open();
      let told = 0;
      onTestFinished(store.watchWork(() => told++));
      // A server says so as soon as it is listened to.
      await expect.poll(() => told).toBe(store.claims ? 1 : 0);
      const before = told;
      await store.transact(({ outbox }) => outbox.add(outboxMessageOf(), true));
      expect(told).toBe(before);
      await store.transact(({ outbox }) => outbox.add(outboxMessageOf()));
      expect(told).toBe(before + 1);
    });

    it('gives no id twice', async () => {
      const store = await open();
      const add = () => store.transact(({ outbox }) => outbox.add(outboxMessageOf()));
      const first = await add();
      await store.transact(({ outbox }) => outbox.done(first));
      expect(await add()).not.toBe(first);
    });
  });

  it('knows to which groups something was sent lately, and forgets what is older', async () => {
    const store = await open();
    const since = (within: number) =>
      store.transact(async ({ sends }) => (await sends.since('x', within)).map(({ place }) => place).sort());
    for (const place of ['x:-1', 'x:-2', 'x:-1']) await store.transact(({ sends }) => sends.add('x', place, 60_000));
    await store.transact(({ sends }) => sends.add('y', 'y:-1', 60_000));
    expect(await since(60_000)).toEqual(['x:-1', 'x:-1', 'x:-2']);
    for (const { age } of await store.transact(({ sends }) => sends.since('x', 60_000)))
      expect(age).toBeGreaterThanOrEqual(0);
    // With the next one, what is older than that is gone: here all before.
    await until(async () => (await since(1)).length === 0);
    await store.transact(({ sends }) => sends.add('x', 'x:-1', 0));
    expect(await since(60_000)).toEqual(['x:-1', 'x:-2']);
    await store.transact(({ places }) => places.erase('x:-2'));
    expect(await since(60_000)).toEqual(['x:-1']);
    await until(async () => (await since(1)).length === 0);
    await store.transact(({ sends }) => sends.prune(0));
    expect(await since(60_000)).toEqual([]);
  });
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 1));
}
