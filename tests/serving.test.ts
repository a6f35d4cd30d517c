import { describe, expect, it } from 'vitest';
import type { Platform } from '../src/bot/platform/platform.ts';
import { beginAfter, runTogether } from '../src/serving.ts';

const respond = () => Promise.resolve(undefined);
const platformOf = (run: Platform['run']): Platform => ({ name: 'x', tell: () => undefined, run });

describe('platforms side by side', () => {
  const waiting = platformOf(
    (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  );
  const failing = platformOf(() => Promise.reject(new Error('mine')));
  const ending = platformOf(() => Promise.resolve());

  it('go on where another fails, which is told', async () => {
    const stop = new AbortController();
    const told: unknown[] = [];
    const ended = runTogether({ chats: [waiting, failing], pages: [waiting] }, respond, stop, (error) =>
      told.push(error),
    );
    await expect.poll(() => told).toEqual([new Error('mine')]);
    expect(stop.signal.aborted).toBe(false);
    stop.abort();
    await ended;
  });

  it('are stopped when none is left, or the pages fail', async () => {
    for (const serving of [
      { chats: [failing], pages: [waiting] },
      { chats: [failing, failing], pages: [] },
      { chats: [waiting], pages: [failing] },
      { chats: [], pages: [failing] },
    ]) {
      const stop = new AbortController();
      const ends: boolean[] = [];
      // Told before the others are stopped: their end may take longer than there is time for.
      const onFailure = (_: unknown, isEnd: boolean) => ends.push(isEnd && !stop.signal.aborted);
      await expect(runTogether(serving, respond, stop, onFailure)).rejects.toThrow('mine');
      expect([stop.signal.aborted, ends.at(-1)]).toEqual([true, true]);
    }
  });

  it('are stopped when one has nothing more to do', async () => {
    const stop = new AbortController();
    await runTogether({ chats: [ending], pages: [waiting] }, respond, stop, () => undefined);
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
