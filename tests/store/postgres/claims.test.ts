import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import type { Claims } from '../../../src/store/tables/delivery.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { runOn } from '../../helpers/postgres-server.ts';
import { updateOf } from '../samples.ts';

/** Longer than any test takes. */
const LONG = 600_000;

describePostgres('claims', () => {
  let url: string;
  let stores: Store[];
  const claimsOf = (at: number): Claims => {
    const claims = stores[at]?.claims;
    if (!claims) throw new Error('PostgreSQL serves several processes');
    return claims;
  };
  const holders = async () =>
    Promise.all(stores.map((store) => store.transact(({ claims }) => claims.holderOf('telegram'))));

  beforeEach(async () => {
    url = await freshDatabase();
    stores = await Promise.all([openStore(url), openStore(url)]);
  });
  afterEach(async () => void (await Promise.all(stores.map((store) => store.close()))));

  it('are one process at a time, which may keep them', async () => {
    const taken = await Promise.all([claimsOf(0), claimsOf(1), claimsOf(0)].map(({ hold }) => hold('telegram', LONG)));
    expect(taken.filter(Boolean)).toHaveLength(taken[0] ? 2 : 1);
    const [mine, other] = taken[0] ? [claimsOf(0), claimsOf(1)] : [claimsOf(1), claimsOf(0)];
    expect(await mine.hold('telegram', LONG)).toBe(true);
    expect(await other.hold('telegram', LONG)).toBe(false);
    expect(await other.hold('another', LONG)).toBe(true);
    expect(await holders()).toEqual([mine.holder, mine.holder]);
  });

  it('are taken over once they have run out by the clock of the database, or were given back', async () => {
    const [mine, other] = [claimsOf(0), claimsOf(1)];
    await mine.hold('telegram', LONG);
    await other.release('telegram');
    expect(await other.hold('telegram', LONG)).toBe(false);
    await runOn(url, 'update claims set until = extract(epoch from now()) * 1000 - 1');
    expect(await other.hold('telegram', LONG)).toBe(true);
    expect(await mine.hold('telegram', LONG)).toBe(false);
    await other.release('telegram');
    expect(await mine.hold('telegram', LONG)).toBe(true);
    expect(await holders()).toEqual([mine.holder, mine.holder]);
  });

  it('are kept also while a long transaction makes all others wait', async () => {
    expect.assertions(1);
    const [, second] = stores;
    await claimsOf(0).hold('telegram', LONG);
    await second?.transact(async () => {
      expect(await claimsOf(0).hold('telegram', LONG)).toBe(true);
    });
  });

  it('come with word of what others put into the inbox and the outbox', async () => {
    const [first, second] = stores;
    let told = 0;
    const stop = first?.watchWork(() => {
      told += 1;
    });
    const untilTold = (times: number) => expect.poll(() => told).toBeGreaterThanOrEqual(times);
    // It listens from now on.
    await untilTold(1);
    await second?.transact(({ inbox }) => inbox.accept([updateOf('1')]));
    await untilTold(2);
    await second?.transact(({ outbox }) =>
      outbox.add({ platform: 'x', queue: 'l', person: '', payload: '', due: '2026' }),
    );
    await untilTold(3);
    stop?.();
  });
});
