import { beforeAll, describe, expect, it } from 'vitest';
import { type Attempt, attempt, directly } from '../../src/bot/attempt.ts';
import { Outdated, type Store } from '../../src/bot/ports/store.ts';
import { openStore } from '../../src/store/index.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore('sqlite::memory:');
});

describe('an attempt', () => {
  it('is made again where what it depends on has changed, and not for anything else', async () => {
    let version = 1;
    const seen: number[] = [];
    const result = await attempt(store, async ({ dependsOn }) => {
      dependsOn('version', () => version);
      dependsOn('nothing', () => 'same');
      seen.push(version);
      if (seen.length === 1) version++;
      return version;
    });
    expect([result, seen]).toEqual([2, [1, 2]]);
  });

  it('is made three times at most, and then counts as it is', async () => {
    let version = 0;
    const last: boolean[] = [];
    await attempt(store, async ({ dependsOn, isLast }) => {
      dependsOn('version', () => version);
      last.push(isLast);
      version++;
    });
    expect(last).toEqual([false, false, true]);
  });

  it('takes in what is new before it is made again', async () => {
    const steps: string[] = [];
    const catchUp = async () => void steps.push('caught up');
    await attempt(store, async () => {
      steps.push('attempted');
      if (steps.length === 1) throw new Outdated(catchUp);
    });
    expect(steps).toEqual(['attempted', 'caught up', 'attempted']);
  });

  it('lets other errors through', async () => {
    let times = 0;
    const failure = new Error('no');
    await expect(attempt(store, () => Promise.reject(++times && failure))).rejects.toBe(failure);
    expect(times).toBe(1);
  });

  it('has its consequences once, at its end, and waits for them', async () => {
    const steps: string[] = [];
    await attempt(store, async ({ afterCommit }) => {
      await afterCommit(async () => {
        await Promise.resolve();
        steps.push('consequence');
      });
      steps.push('attempted');
      if (steps.length === 1) throw new Outdated();
    });
    expect(steps).toEqual(['attempted', 'attempted', 'consequence']);
    await directly(store).afterCommit(() => void steps.push('at once'));
    expect(steps.at(-1)).toBe('at once');
  });

  it('writes at its end what it need not read again, and holds nothing until then', async () => {
    const languageOf = () => store.read(({ people }) => people.languageOf('end'));
    let meanwhile: string | undefined;
    await attempt(store, async ({ atEnd }) => {
      await atEnd(({ people }) => people.setLanguage('end', 'de'));
      // Nobody else has to wait.
      await store.transact(({ people }) => people.setLanguage('end', 'en'));
      meanwhile = await languageOf();
    });
    expect([meanwhile, await languageOf()]).toEqual(['en', 'de']);
  });

  it('counts once what counts once', async () => {
    let counted = 0;
    let attempted = 0;
    const count = ({ once }: Attempt) => once('count', () => ++counted);
    await attempt(store, async (own) => {
      count(own);
      count(own);
      if (++attempted === 1) throw new Outdated();
    });
    expect([attempted, counted]).toEqual([2, 1]);
    count(directly(store));
    count(directly(store));
    expect(counted).toBe(3);
  });

  it('has no part in what it has begun and does not wait for', async () => {
    let late: Promise<unknown> | undefined;
    const seen: string[] = [];
    await attempt(store, async ({ afterCommit }) => {
      late = new Promise((resolve) => setTimeout(resolve, 5)).then(() => afterCommit(() => void seen.push('late')));
    });
    await late;
    expect(seen).toEqual(['late']);
  });

  it('holds nothing open for what is written with it once it is over', async () => {
    let over: Attempt | undefined;
    await attempt(store, async (own) => {
      over = own;
    });
    await over?.write(({ places }) => places.meet('test:late', '2026-11-29T12:00:00.000Z'));
    // A transaction that nobody commits would keep this one waiting for ever.
    expect(await store.transact(({ places }) => places.present())).toContain('test:late');
  });
});
