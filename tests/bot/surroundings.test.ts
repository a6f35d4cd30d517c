import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { surroundings } from '../../src/bot/surroundings.ts';

interface Value {
  isOpen: boolean;
  name?: string;
}

describe('surroundings', () => {
  it('follow what was begun in them, and nothing else', async () => {
    const { run, current } = surroundings<Value>();
    const value = { isOpen: true };
    const found = run(value, async () => {
      await setImmediate();
      return current();
    });
    expect(current()).toBeUndefined();
    expect(await found).toBe(value);
  });

  it('are over once they are closed, also for what outlives them', async () => {
    const { run, current } = surroundings<Value>();
    const value = { isOpen: true };
    const later = run(value, async () => {
      await setImmediate();
      return current();
    });
    value.isOpen = false;
    expect(await later).toBeUndefined();
  });

  it('of several owners lie in each other, and each finds its own', () => {
    const [one, other] = [surroundings<Value>(), surroundings<Value>()];
    const [outer, inner, innermost] = [{ isOpen: true }, { isOpen: true }, { isOpen: true }];
    one.run(outer, () =>
      other.run(inner, () => {
        expect([one.current(), other.current()]).toEqual([outer, inner]);
        one.run(innermost, () => expect(one.current()).toBe(innermost));
      }),
    );
  });

  it('that are closed are let go by what goes on in them for ever', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { run } = surroundings<Value>();
    const seen: WeakRef<Value>[] = [];
    const ends = new AbortController();
    const anew = async (times: number): Promise<void> => {
      const value = { isOpen: true };
      seen.push(new WeakRef(value));
      let next: Promise<void> | undefined;
      await run(value, async () => {
        await setImmediate();
        value.isOpen = false;
        // Begun inside, as a timer or a loop is.
        if (times > 0) next = anew(times - 1);
        else next = new Promise((resolve) => ends.signal.addEventListener('abort', () => resolve()));
      });
      void next;
    };
    await anew(5);
    for (let n = 0; n < 20; n++) await setImmediate();
    collect();
    const kept = seen.filter((ref) => ref.deref() !== undefined).length;
    ends.abort();
    expect(seen).toHaveLength(6);
    expect(kept).toBeLessThanOrEqual(2);
  });
});
