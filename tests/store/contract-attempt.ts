import { describe, expect, it } from 'vitest';
import { type Attempt, attempt } from '../../src/bot/attempt.ts';
import type { Access, ReadAccess, Store, Unit, WriteBatched } from '../../src/bot/ports/store.ts';
import type { Open } from './contract.ts';
import { actOf, append, editOf, updateOf, valuesOf } from './samples.ts';

const nothing = async (): Promise<void> => undefined;
const languageOf = ({ read }: ReadAccess, person = 'p1') => read(({ people }) => people.languageOf(person));
const setLanguage = ({ transact }: Pick<Store, 'transact'>, language: string) =>
  transact(({ people }) => people.setLanguage('p1', language));
const fails = async (): Promise<never> => {
  throw new Error('no');
};
const add = ({ write }: Pick<Access, 'write'>, key: string) => append({ transact: write }, [editOf(key)]);

export function attemptContract(open: Open): void {
  describe('an attempt', () => {
    it('holds nothing while it only reads', async () => {
      const store = await open();
      const result = await attempt(store, async (own) => {
        const before = await languageOf(own);
        await setLanguage(store, 'de');
        return [before, await languageOf(own)];
      });
      expect(result).toEqual([undefined, 'de']);
    });

    it('reads one state, and refuses to write where it reads', async () => {
      const store = await open();
      await append(store, [editOf('a')]);
      await expect(store.read(({ people }) => people.setLanguage('p1', 'de'))).rejects.toThrow('only reads');
      await expect(store.read(({ log }) => log.append(actOf([editOf('b')])))).rejects.toThrow('only reads');
      expect([await valuesOf(store), await languageOf(store)]).toEqual([{ a: '"a"' }, undefined]);
    });

    it('writes all in one transaction, its end as the last', async () => {
      const store = await open();
      const seen: unknown[] = [];
      await attempt(
        store,
        async (own) => {
          await own.write(({ people }) => people.setLanguage('p1', 'de'));
          seen.push(await languageOf(own));
          await add(own, 'a');
          return 'b';
        },
        { end: async ({ log }, key) => void (await log.append(actOf([editOf(key)]))) },
      );
      expect([seen, await valuesOf(store), await languageOf(store)]).toEqual([['de'], { a: '"a"', b: '"b"' }, 'de']);
    });

    it.each([
      ['the work', fails, nothing],
      ['the end', nothing, fails],
    ])('undoes everything where %s fails', async (_, last, end) => {
      const store = await open();
      const work = async (own: Attempt) => {
        await add(own, 'a');
        await last();
      };
      await expect(attempt(store, work, { end })).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({});
      await append(store, [editOf('c')]);
      expect(await valuesOf(store)).toEqual({ c: '"c"' });
    });

    it('undoes everything where a part failed, even if its error was caught', async () => {
      const store = await open();
      const work = async (own: Attempt) => {
        await add(own, 'a');
        await own.write(fails).catch(() => undefined);
      };
      await expect(attempt(store, work)).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({});
    });

    it('reads what is written in it', async () => {
      const store = await open();
      const found = await attempt(store, async (own) => {
        const [first] = await Promise.all([add(own, 'a'), add(own, 'b')]);
        return [first.id, await own.read(({ log }) => log.last())];
      });
      expect(found).toEqual([1, 2]);
    });

    it('gives its end to a batch, where nothing was written', async () => {
      const store = await open();
      const batched: string[] = [];
      const batch: WriteBatched = async (work) => {
        batched.push('batched');
        await store.transact(work);
      };
      const end = async ({ inbox }: Unit) => void (await inbox.accept([updateOf('1')]));
      await attempt(store, (own) => languageOf(own), { end, batch });
      expect([batched, await store.transact(({ inbox }) => inbox.open('x'))]).toEqual([['batched'], [updateOf('1')]]);
      await attempt(store, (own) => add(own, 'a'), { end: nothing, batch });
      expect(batched).toEqual(['batched']);
    });

    it('has no part in what is begun with it and goes on after its end', async () => {
      const store = await open();
      let late: Promise<unknown> | undefined;
      await attempt(store, async (own) => {
        await add(own, 'a');
        late = new Promise((resolve) => setTimeout(resolve, 50)).then(() => add(own, 'b'));
      });
      await late;
      expect(await valuesOf(store)).toEqual({ a: '"a"', b: '"b"' });
    });

    it('lets those who change the same go one after the other', async () => {
      const store = await open();
      const more = (unit: Unit) =>
        unit.log
          .records()
          .then(([record]) => unit.log.append(actOf([editOf('n', String(Number(record?.value ?? 0) + 1))])));
      await Promise.all(Array.from({ length: 20 }, () => attempt(store, (own) => own.write(more))));
      expect(await valuesOf(store)).toEqual({ n: '20' });
    });
  });

  describe('long work', () => {
    /** Appends one after the other. @returns the step, and who looked between the steps */
    const appending = (store: Store, ...keys: readonly string[]) => {
      const seen: string[][] = [];
      const look = () =>
        void store
          .transact(({ log }) => log.records())
          .then((records) => seen.push(records.map(({ key }) => key)))
          .catch(() => undefined);
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

    it('is kept by itself where an attempt has only read, and otherwise shares its fate', async () => {
      const store = await open();
      const steps = async (own: Attempt, key: string, ...before: readonly string[]) => {
        await languageOf(own);
        for (const one of before) await add(own, one);
        await own.inSteps(appending(store, key).step);
        throw new Error('no');
      };
      await expect(attempt(store, (own) => steps(own, 'a'))).rejects.toThrow('no');
      await expect(attempt(store, (own) => steps(own, 'b', 'c'))).rejects.toThrow('no');
      expect(await valuesOf(store)).toEqual({ a: '"a"' });
    });
  });
}
