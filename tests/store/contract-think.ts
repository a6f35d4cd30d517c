import { describe, expect, it } from 'vitest';
import type { Keep, Store, Unit } from '../../src/bot/ports/store.ts';
import type { Open } from './contract.ts';
import { actOf, append, editOf, homeOf, NOW, updateOf, valuesOf } from './samples.ts';

const nothing = async (): Promise<void> => undefined;
const languageOf = (store: Store, person = 'p1') => store.transact(({ people }) => people.languageOf(person));
const setLanguage = (store: Store, language: string, person = 'p1') =>
  store.transact(({ people }) => people.setLanguage(person, language));
const fails = async (): Promise<never> => {
  throw new Error('no');
};

export function thinkContract(open: Open): void {
  describe('think', () => {
    it('holds nothing while it only reads', async () => {
      const store = await open();
      const result = await store.think(async () => {
        const before = await languageOf(store);
        // Somebody else, who would wait for ever if anything was held.
        await new Promise((resolve) => setTimeout(() => void setLanguage(store, 'de').then(resolve)));
        return [before, await languageOf(store)];
      }, nothing);
      expect(result).toEqual([undefined, 'de']);
    });

    it('writes all in one transaction, its end as the last', async () => {
      const store = await open();
      const seen: unknown[] = [];
      await store.think(
        async () => {
          await setLanguage(store, 'de');
          seen.push(await languageOf(store));
          await append(store, [editOf('a')]);
          return 'b';
        },
        async ({ log }, key) => void (await log.append(actOf([editOf(key)]))),
      );
      expect([seen, await valuesOf(store), await languageOf(store)]).toEqual([['de'], { a: '"a"', b: '"b"' }, 'de']);
    });

    it.each([
      ['the work', fails, nothing],
      ['the end', nothing, fails],
    ])('undoes everything where %s fails', async (_, last, end) => {
      const store = await open();
      const work = async () => {
        await append(store, [editOf('a')]);
        await last();
      };
      await expect(store.think(work, end)).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({});
      await append(store, [editOf('c')]);
      expect(await valuesOf(store)).toEqual({ c: '"c"' });
    });

    it('undoes everything where a part failed, even if its error was caught', async () => {
      const store = await open();
      const work = async () => {
        await append(store, [editOf('a')]);
        await store.transact(fails).catch(() => undefined);
      };
      await expect(store.think(work, nothing)).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({});
    });

    it('tries a part again that reads and then writes, and keeps its callbacks once', async () => {
      const store = await open();
      const seen: string[] = [];
      await store.think(async () => {
        await store.transact(async ({ log, afterCommit }) => {
          afterCommit(() => seen.push('after'));
          seen.push(`read ${await log.last()}`);
          await log.append(actOf([editOf('a')]));
        });
        seen.push('thought');
      }, nothing);
      expect(seen).toEqual(['read 0', 'read 0', 'thought', 'after']);
    });

    it('reads what is written in it', async () => {
      const store = await open();
      const found = await store.think(async () => {
        const [first] = await Promise.all([append(store, [editOf('a')]), append(store, [editOf('b')])]);
        return [first.id, await store.transact(({ log }) => log.last())];
      }, nothing);
      expect(found).toEqual([1, 2]);
    });

    it('gives its end to whoever keeps it, where nothing was written', async () => {
      const store = await open();
      const kept: string[] = [];
      const keep: Keep = async (work) => {
        kept.push('kept');
        await store.transact(work);
      };
      const end = async ({ inbox }: Unit) => void (await inbox.accept([updateOf('1')]));
      await store.think(() => languageOf(store), end, keep);
      expect([kept, await store.transact(({ inbox }) => inbox.open('x'))]).toEqual([['kept'], [updateOf('1')]]);
      await store.think(() => setLanguage(store, 'de'), nothing, keep);
      expect(kept).toEqual(['kept']);
    });

    it('is a part of a transaction, and of other thinking', async () => {
      const store = await open();
      const inner = () =>
        store.think(
          () => append(store, [editOf('a')]),
          async ({ log }) => void (await log.append(actOf([editOf('b')]))),
        );
      await expect(store.transact(() => inner().then(fails))).rejects.toThrow('no');
      await expect(store.think(() => inner().then(fails), nothing)).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({});
      await store.think(inner, nothing);
      expect(await valuesOf(store)).toEqual({ a: '"a"', b: '"b"' });
    });

    it('has no part in what is begun in it and goes on after its end', async () => {
      const store = await open();
      let late: Promise<unknown> | undefined;
      await store.think(async () => {
        await setLanguage(store, 'de');
        late = new Promise((resolve) => setTimeout(resolve, 50)).then(() => append(store, [editOf('a')]));
      }, nothing);
      await late;
      expect(await valuesOf(store)).toEqual({ a: '"a"' });
    });

    it('finds what has expired, and removes it', async () => {
      const store = await open();
      await store.transact(({ drafts }) =>
        drafts.save({ id: 'd', community: 'c', person: 'p1', content: '{}', expires: NOW }),
      );
      expect(await store.think(() => store.transact(({ drafts }) => drafts.find('d', NOW)), nothing)).toBeUndefined();
      expect((await store.transact(({ people }) => people.export('p1', homeOf('p1')))).drafts).toEqual([]);
    });

    it('lets those who change the same go one after the other', async () => {
      const store = await open();
      const more = (unit: Unit) =>
        unit.log
          .records()
          .then(([record]) => unit.log.append(actOf([editOf('n', String(Number(record?.value ?? 0) + 1))])));
      await Promise.all(Array.from({ length: 20 }, () => store.think(() => store.transact(more), nothing)));
      expect(await valuesOf(store)).toEqual({ n: '20' });
    });
  });

  describe('long work', () => {
    /** Appends one after the other. @returns the step, and who looked between the steps */
    const appending = (store: Store, ...keys: readonly string[]) => {
      const seen: string[][] = [];
      const look = () =>
        void store.transact(({ log }) => log.records()).then((records) => seen.push(records.map(({ key }) => key)));
      const left = [...keys];
      const step = async ({ log }: Unit): Promise<boolean> => {
        const key = left.shift();
        if (key === undefined) return false;
        await log.append(actOf([editOf(key)]));
        // Somebody else, outside.
        setImmediate(look);
        return true;
      };
      return { seen, step };
    };

    it('is kept step by step, and others come between', async () => {
      const store = await open();
      const { seen, step } = appending(store, 'a', 'b', 'c');
      await store.inSteps(step);
      await store.transact(nothing);
      expect(seen[0]).toEqual(['a']);
      expect(await valuesOf(store)).toEqual({ a: '"a"', b: '"b"', c: '"c"' });
    });

    it('keeps what was done before a step that fails', async () => {
      const store = await open();
      const { step } = appending(store, 'a', 'b');
      const failing = async (unit: Unit) => (await step(unit)) || fails();
      await expect(store.inSteps(failing)).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({ a: '"a"', b: '"b"' });
    });

    it('is kept by itself where thinking has only read, and otherwise shares its fate', async () => {
      const store = await open();
      const thinks = async (key: string, ...before: readonly string[]) => {
        await languageOf(store);
        if (before.length > 0)
          await append(
            store,
            before.map((one) => editOf(one)),
          );
        await store.inSteps(appending(store, key).step);
        throw new Error('no');
      };
      await expect(store.think(() => thinks('a'), nothing)).rejects.toThrow('no');
      await expect(store.think(() => thinks('b', 'c'), nothing)).rejects.toThrow('no');
      await expect(store.transact(() => thinks('d'))).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({ a: '"a"' });
    });
  });
}
