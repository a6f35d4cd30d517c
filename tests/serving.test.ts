import { describe, expect, it } from 'vitest';
import type { Platform } from '../src/bot/platform/platform.ts';
import { beginAfter, runTogether } from '../src/serving.ts';

const respond = () => Promise.resolve(undefined);
const platformOf = (run: Platform['run']): Platform => ({ name: 'x', tell: () => undefined, run });

describe('platforms side by side', () => {
  it('are stopped when one of them fails, which is told', async () => {
    const stop = new AbortController();
    const waiting = platformOf((_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())));
    const failing = platformOf(() => Promise.reject(new Error('mine')));
    await expect(runTogether([waiting, failing], respond, stop)).rejects.toThrow('mine');
    expect(stop.signal.aborted).toBe(true);
  });
});

describe('a platform that begins after something else', () => {
  const begun = (ready: Promise<unknown>, stop: AbortSignal) => {
    let runs = 0;
    const platform = platformOf(async () => {
      runs += 1;
    });
    return beginAfter(ready, platform)
      .run(respond, stop)
      .then(() => runs);
  };
  const never = new Promise(() => undefined);

  it('waits for it', async () => expect(await begun(Promise.resolve(), new AbortController().signal)).toBe(1));
  it('does not begin where it was stopped before', async () => expect(await begun(never, AbortSignal.abort())).toBe(0));
  it('does not begin where it is stopped meanwhile', async () => {
    const stop = new AbortController();
    const ended = begun(never, stop.signal);
    stop.abort();
    expect(await ended).toBe(0);
  });
});
