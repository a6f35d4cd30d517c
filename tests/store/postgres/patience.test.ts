import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Collision, LostConnection } from '../../../src/store/errors.ts';
import { createPatience } from '../../../src/store/postgres/patience.ts';

/** Fails for so many milliseconds, then gives the number of attempts. */
function backAfter(milliseconds: number, failure: Error = new LostConnection('lost')): () => Promise<number> {
  const end = Date.now() + milliseconds;
  let attempts = 0;
  return async () => {
    attempts += 1;
    if (Date.now() < end) throw failure;
    return attempts;
  };
}

describe('patience', () => {
  it.each([new LostConnection('lost'), new Collision('collided')])('tries again: %s', async (failure) => {
    expect(await createPatience(2000).retry(backAfter(100, failure))).toBeGreaterThan(1);
  });

  it('does not try again what will not get better', async () => {
    let attempts = 0;
    const work = async () => {
      attempts += 1;
      throw new TypeError('mine');
    };
    await expect(createPatience(2000).retry(work)).rejects.toThrow('mine');
    expect(attempts).toBe(1);
  });

  it('is shared by all who wait for the same outage', async () => {
    // Time passes with the attempts only: the machine may stand still between them.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { retry } = createPatience(400);
    let attempts = 0;
    const work = async () => {
      attempts += 1;
      vi.setSystemTime(Date.now() + 100);
      throw new LostConnection('lost');
    };
    await expect(retry(work)).rejects.toThrow(LostConnection);
    const first = attempts;
    for (let n = 0; n < 5; n += 1) await expect(retry(work)).rejects.toThrow(LostConnection);
    expect([first, attempts - first]).toEqual([5, 5]);
  });

  it('begins anew with the next outage', async () => {
    const { retry } = createPatience(500);
    expect(await retry(backAfter(50))).toBeGreaterThan(1);
    await sleep(450);
    expect(await retry(backAfter(200))).toBeGreaterThan(1);
  });

  it('begins anew long after an outage that nothing ended', async () => {
    const { retry } = createPatience(300);
    await expect(retry(backAfter(60_000))).rejects.toThrow(LostConnection);
    await sleep(400);
    expect(await retry(backAfter(150))).toBeGreaterThan(1);
  });

  it('ends even where each attempt takes longer than it', async () => {
    let attempts = 0;
    const work = async () => {
      attempts += 1;
      await sleep(60);
      throw new LostConnection('lost');
    };
    const { retry } = createPatience(50);
    await expect(retry(work)).rejects.toThrow(LostConnection);
    expect(attempts).toBeLessThan(4);
  });
});
