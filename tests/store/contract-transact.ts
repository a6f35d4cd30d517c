import { describe, expect, it } from 'vitest';
import { StoreError, type Unit } from '../../src/bot/ports/store.ts';
import type { Open } from './contract.ts';
import { actOf, append, draftOf, editOf, NOW, tallyOf, valuesOf } from './samples.ts';

const fails = async (): Promise<never> => {
  throw new Error('no');
};

export function transactContract(open: Open): void {
  describe('transact', () => {
    it('gives what the work gives, and keeps what it did', async () => {
      const store = await open();
      expect(await store.transact(async ({ log }) => (await log.append(actOf([editOf('a')]))).command)).toBe('teach');
      expect(await valuesOf(store)).toEqual({ a: '"a"' });
    });

    it('undoes everything where the work fails, and lets its error through', async () => {
      const store = await open();
      const failure = new TypeError('mine');
      const work = async ({ log, people }: Unit) => {
        await log.append(actOf([editOf('a')]));
        await people.setLanguage('p1', 'de');
        throw failure;
      };
      await expect(store.transact(work)).rejects.toBe(failure);
      expect(await valuesOf(store)).toEqual({});
      expect(await store.transact(({ log, people }) => Promise.all([log.last(), people.languageOf('p1')]))).toEqual([
        0,
        undefined,
      ]);
    });

    it('keeps nothing where a statement failed, even if its error was caught', async () => {
      const store = await open();
      const caught: unknown[] = [];
      const keep = (error: unknown) => void caught.push(error);
      const work = async ({ log, drafts }: Unit) => {
        await log.append(actOf([editOf('a')]));
        await drafts.save(draftOf({ content: null as unknown as string })).catch(keep);
        await log.append(actOf([editOf('b')])).catch(keep);
      };
      const error = await store.transact(work).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(caught).toEqual([error, error]);
      expect(await valuesOf(store)).toEqual({});
      await append(store, [editOf('c')]);
      expect(await valuesOf(store)).toEqual({ c: '"c"' });
    });

    it('lets nothing through a unit whose transaction has ended', async () => {
      const store = await open();
      const unit = await store.transact(async (one) => one);
      await expect(unit.log.append(actOf([editOf('a')]))).rejects.toThrow();
      expect(await valuesOf(store)).toEqual({});
    });

    const forLong = async ({ log }: Unit) => {
      for (let n = 0; n < 30; n += 1) await log.append(actOf([editOf(`k${n}`, NOW)]));
    };
    const forShort = async ({ people }: Unit, n: number) => {
      for (let k = 0; k < n; k += 1) await people.languageOf('p1');
      for (let k = 0; k < n * 3; k += 1) await Promise.resolve();
    };

    it('keeps nothing of what still runs when the work fails', async () => {
      const store = await open();
      for (let n = 0; n < 10; n += 1) {
        await expect(
          store.transact((unit) => Promise.all([forLong(unit), forShort(unit, n).then(fails)])),
        ).rejects.toThrow('no');
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await store.transact(({ log }) => Promise.all([log.last(), log.acts({}), log.records()]))).toEqual([
        0,
        [],
        [],
      ]);
    });

    it('runs one at a time', async () => {
      const store = await open();
      const more = (unit: Unit) =>
        unit.log
          .records()
          .then(([record]) => unit.log.append(actOf([editOf('n', String(Number(record?.value ?? 0) + 1))])));
      await Promise.all(Array.from({ length: 20 }, () => store.transact(more)));
      expect(await valuesOf(store)).toEqual({ n: '20' });
    });

    it('takes many statements at once', async () => {
      const store = await open();
      await store.transact(({ tallies }) => Promise.all(Array.from({ length: 20 }, () => tallies.add([tallyOf()]))));
      expect(await store.transact(({ tallies }) => tallies.list('c', NOW.slice(0, 10)))).toEqual([
        tallyOf({ count: 20 }),
      ]);
    });
  });

  describe('afterCommit', () => {
    it('runs once the transaction is on disk, in order', async () => {
      const store = await open();
      const seen: string[] = [];
      await store.transact(async ({ afterCommit }) => {
        afterCommit(() => seen.push('first'));
        afterCommit(() => seen.push('second'));
        seen.push('work');
      });
      expect(seen).toEqual(['work', 'first', 'second']);
    });

    it('does not run where nothing was kept', async () => {
      const store = await open();
      const seen: string[] = [];
      const work = async ({ afterCommit }: Unit) => {
        afterCommit(() => seen.push('never'));
        return fails();
      };
      await expect(store.transact(work)).rejects.toThrow('no');
      await append(store);
      expect(seen).toEqual([]);
    });

    it('reports what it throws, and goes on', async () => {
      const reported: unknown[] = [];
      const store = await open({ onError: (error) => reported.push(error) });
      const failure = new Error('after');
      const seen: string[] = [];
      const result = await store.transact(async ({ afterCommit }) => {
        afterCommit(() => {
          throw failure;
        });
        afterCommit(() => seen.push('next'));
        return 1;
      });
      expect([result, reported, seen]).toEqual([1, [failure], ['next']]);
    });

    it('can begin another transaction', async () => {
      const store = await open();
      let next: Promise<unknown> | undefined;
      await store.transact(async ({ afterCommit }) => {
        afterCommit(() => {
          next = append(store, [editOf('a')]);
        });
      });
      await next;
      expect(await valuesOf(store)).toEqual({ a: '"a"' });
    });
  });

  describe('watch', () => {
    it('calls back after acts are on disk, until it is ended', async () => {
      const store = await open();
      let calls = 0;
      const end = store.watch(() => {
        calls += 1;
      });
      // A store that others may write to listens a moment later, and then calls back once.
      if (store.claims) await expect.poll(() => calls).toBe(1);
      const before = calls;
      await append(store, [editOf('a')]);
      expect(calls).toBe(before + 1);
      await store.transact(({ people }) => people.setLanguage('p1', 'de'));
      await store.transact(async ({ log }) => log.append(actOf()).then(fails)).catch(() => undefined);
      expect(calls).toBe(before + 1);
      end();
      await append(store, [editOf('b')]);
      expect(calls).toBe(before + 1);
    });

    it('reports what one watcher throws, and calls the others', async () => {
      const reported: unknown[] = [];
      const store = await open({ onError: (error) => reported.push(error) });
      let calls = 0;
      store.watch(() => {
        throw new Error('watcher');
      });
      store.watch(() => {
        calls += 1;
      });
      await append(store);
      expect(calls).toBeGreaterThan(0);
      expect(String(reported[0])).toContain('watcher');
    });
  });

  describe('close', () => {
    it('waits for what runs, and takes nothing after that', async () => {
      const store = await open();
      const running = store.transact(async ({ log }) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return log.append(actOf([editOf('a')]));
      });
      await store.close();
      expect((await running).id).toBe(1);
      await expect(store.transact(async () => 1)).rejects.toThrow(StoreError);
      await store.close();
    });
  });

  describe('secret', () => {
    it('is made once: 32 bytes in hex', async () => {
      const store = await open();
      const read = () => store.transact(({ secret }) => secret());
      const [one, other] = await Promise.all([read(), read()]);
      expect(one).toMatch(/^[0-9a-f]{64}$/);
      expect(other).toBe(one);
    });

    it('differs from store to store', async () => {
      const secrets = await Promise.all([open(), open()]).then((stores) =>
        Promise.all(stores.map((store) => store.transact(({ secret }) => secret()))),
      );
      expect(secrets[0]).not.toBe(secrets[1]);
    });
  });
}
