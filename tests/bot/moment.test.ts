import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCourier } from '../../src/bot/delivery/courier.ts';
import { doneAt, isLate } from '../../src/bot/moment.ts';
import type { Update } from '../../src/bot/ports/delivery.ts';
import type { Store } from '../../src/bot/ports/store.ts';
import { openStore } from '../../src/store/index.ts';

const NOW = '2026-11-25T12:00:00.000Z';
const ago = (seconds: number): string => new Date(Date.parse(NOW) - seconds * 1000).toISOString();

describe('when something was done', () => {
  it('is what the platform says, unless one of the clocks is wrong', () => {
    expect(doneAt(Date.parse(ago(7200)), NOW)).toBe(ago(7200));
    for (const odd of [Date.parse(NOW) + 60_000, Date.parse(ago(25 * 3600)), Number.NaN])
      expect(doneAt(odd, NOW)).toBe(NOW);
    expect([isLate({ at: ago(61) }, 60_000, NOW), isLate({ at: ago(60) }, 60_000, NOW)]).toEqual([true, false]);
  });
});

describe('the courier', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
  });
  const update = (id: string, at: string): Update => ({
    platform: 'test',
    id,
    queue: id,
    person: '',
    payload: '-',
    at,
  });

  it('handles what comes now before a backlog, and all of that in the end', async () => {
    const handled: string[] = [];
    const courier = createCourier({
      store,
      platform: 'test',
      handle: async ({ id }) => {
        await new Promise((resolve) => setImmediate(resolve));
        handled.push(id);
        return [];
      },
      send: async () => ({ kind: 'sent' }),
      now: () => NOW,
      onError: (error) => expect.fail(String(error)),
    });
    const old = Array.from({ length: 100 }, (_, at) => update(`old ${at}`, ago(300)));
    await courier.accept([...old, update('new', NOW)]);
    await vi.waitFor(() => expect(handled).toHaveLength(101), { timeout: 120_000 });
    await courier.stop();
    expect(handled.indexOf('new')).toBeLessThan(10);
  });

  it('keeps nothing that nobody needs any more, also of what an earlier process left', async () => {
    const handled: string[] = [];
    const handle = async ({ id }: Update) => {
      handled.push(id);
      return [];
    };
    const open = () => store.transact(({ inbox }) => inbox.open('test'));
    const courier = (isOver: (update: Update) => boolean) =>
      createCourier({
        store,
        platform: 'test',
        isOver,
        handle,
        send: async () => ({ kind: 'sent' }),
        now: () => NOW,
        onError: () => undefined,
      });
    await store.transact(({ inbox }) => inbox.accept([update('left', ago(3600))]));
    const second = courier(({ at }) => isLate({ at }, 60_000, NOW));
    await second.start();
    await second.accept([update('late', ago(61)), update('fresh', ago(1))]);
    await second.stop();
    expect(handled).toEqual(['fresh']);
    expect(await open()).toEqual([]);
  });
});
