import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/bot/conversation/turns.ts';

let clock: number;
const rests: number[] = [];
const turnsOf = () => {
  clock = 0;
  rests.length = 0;
  return createTurns(
    () => clock,
    async (ms) => {
      rests.push(ms);
      clock += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
  );
};

/** Each step takes a whole slice. */
function* steps(name: string, count: number, done: string[]): Generator<undefined, void> {
  for (let n = 0; n < count; n++) {
    done.push(name);
    clock += 10;
    yield;
  }
}

describe('turns', () => {
  it('give each party as much as any other, however much it wants', async () => {
    const { take } = turnsOf();
    const done: string[] = [];
    const many = Array.from({ length: 32 }, () => take('busy', steps('busy', 3, done)));
    const ended = take('other', steps('other', 3, done)).then(() => done.length);
    expect(await ended).toBeLessThanOrEqual(8);
    await Promise.all(many);
    expect(done).toHaveLength(33 * 3);
  });

  it('let everything else go on after each slice', async () => {
    const { take } = turnsOf();
    await take('a', steps('a', 10, []));
    expect(rests.length).toBeGreaterThanOrEqual(10);
  });

  it('give way for a moment to what is said, and go on all the same', async () => {
    const { take, giveWay } = turnsOf();
    const done: string[] = [];
    giveWay();
    const ended = take('a', steps('a', 2, done));
    await ended;
    expect(rests).toEqual([0, 4, 0, 0]);
    // Somebody is always talking.
    const always = createTurns(
      () => clock,
      async (ms) => {
        clock += Math.max(ms, 1);
        always.giveWay();
      },
    );
    await always.take('a', steps('a', 3, done));
    expect(done).toHaveLength(5);
  });

  it('rest for as long as a step took that could not be cut', async () => {
    const { take } = turnsOf();
    await take(
      'a',
      (function* () {
        clock += 40;
        yield;
      })(),
    );
    await take('b', steps('b', 1, []));
    expect(rests.filter((ms) => ms > 0)).toEqual([25]);
  });

  it('pass on what a step throws, and go on with the others', async () => {
    const { take } = turnsOf();
    const broken = take(
      'a',
      (function* () {
        yield;
        throw new Error('broken');
      })(),
    );
    const done: string[] = [];
    const other = take('a', steps('a', 2, done));
    await expect(broken).rejects.toThrow('broken');
    await other;
    expect(done).toEqual(['a', 'a']);
  });

  it('begin anew after all is done', async () => {
    const { take } = turnsOf();
    const done: string[] = [];
    await take('a', steps('a', 1, done));
    await take('b', steps('b', 1, done));
    expect(done).toEqual(['a', 'b']);
  });
});
