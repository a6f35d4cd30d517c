import { describe, expect, it } from 'vitest';
import { inSlices, inTurn, onceInTurn } from '../../../src/knowledge/live/in-turn.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('work in turn', () => {
  it('is done one after the other, also after one that fails', async () => {
    const turn = inTurn();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await pause(5);
      seen.push(`${name} ends`);
      if (name === 'a') throw new Error(name);
      return name;
    };
    const [a, b] = [turn(work('a')), turn(work('b'))];
    await expect(a).rejects.toThrow('a');
    expect(await b).toBe('b');
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('that is asked for while it waits is done once; while it runs, once more', async () => {
    let done = 0;
    const work = onceInTurn(inTurn(), async () => {
      await pause(5);
      return ++done;
    });
    const first = work();
    await pause(0);
    expect(await Promise.all([first, work(), work(), work()])).toEqual([1, 2, 2, 2]);
    expect(await work()).toBe(3);
  });
});

describe('work in slices', () => {
  it('is done on all items in order, and lets others come in between', async () => {
    let others = 0;
    const counting = setInterval(() => others++, 1);
    const seen: number[] = [];
    await inSlices(
      Array.from({ length: 40 }, (_, at) => at),
      (item) => {
        seen.push(item);
        const end = performance.now() + 4;
        while (performance.now() < end);
      },
    );
    clearInterval(counting);
    expect(seen).toEqual(seen.map((_, at) => at));
    expect(seen).toHaveLength(40);
    expect(others).toBeGreaterThan(5);
  });
});
