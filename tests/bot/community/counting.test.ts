import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCounter } from '../../../src/bot/community/counting.ts';
import type { Tally } from '../../../src/bot/ports/memory.ts';
import type { Store, Unit } from '../../../src/bot/ports/store.ts';

const EVENT = { community: 'c', what: 'asked', language: 'en', platform: 'p', entry: '' } as const;

/** A store that keeps tallies, or fails. */
function keeping() {
  const kept: Tally[][] = [];
  const state = { fails: false };
  const unit = {
    tallies: { add: async (tallies: readonly Tally[]) => void kept.push([...tallies]) },
  } as unknown as Unit;
  const transact: Store['transact'] = async (work) => {
    if (state.fails) throw new Error('down');
    return work(unit);
  };
  return { kept, state, store: { transact } };
}

const counterOver = (store: Pick<Store, 'transact'>, errors: unknown[] = [], now = () => '2026-11-25T12:00:00.000Z') =>
  createCounter(store, now, (error) => errors.push(error));

afterEach(() => vi.useRealTimers());

describe('the counter', () => {
  it('adds up in memory and writes once', async () => {
    const { store, kept } = keeping();
    const counter = counterOver(store);
    for (let at = 0; at < 100; at++) counter.count(EVENT);
    counter.count({ ...EVENT, what: 'answered', entry: 'e' });
    expect(kept).toEqual([]);
    await counter.flush();
    await counter.flush();
    expect(kept).toEqual([
      [
        { ...EVENT, day: '2026-11-25', count: 100 },
        { ...EVENT, what: 'answered', entry: 'e', day: '2026-11-25', count: 1 },
      ],
    ]);
  });

  it('writes by itself after some seconds, and where much is waiting', async () => {
    vi.useFakeTimers();
    const { store, kept } = keeping();
    const counter = counterOver(store);
    counter.count(EVENT);
    await vi.advanceTimersByTimeAsync(4000);
    expect(kept.length).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept.length).toBe(1);
    for (let at = 0; at < 5000; at++) counter.count({ ...EVENT, entry: String(at) });
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.length).toBe(2);
  });

  it('forgets what of a community is not written yet, also where it is about to be', async () => {
    const { store, kept } = keeping();
    let begin = (): void => undefined;
    const turn = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const counter = counterOver({ transact: (work) => turn.then(() => store.transact(work)) });
    for (const community of ['c', 'd']) counter.count({ ...EVENT, community });
    const writing = counter.flush();
    await Promise.resolve();
    for (const community of ['c', 'e']) counter.count({ ...EVENT, community });
    counter.forget('c');
    begin();
    await writing;
    await counter.flush();
    expect(kept.flat().map(({ community }) => community)).toEqual(['d', 'e']);
  });

  it('keeps what could not be written for the next time, and says so', async () => {
    const { store, kept, state } = keeping();
    const errors: unknown[] = [];
    const counter = counterOver(store, errors);
    counter.count(EVENT);
    state.fails = true;
    await counter.flush();
    expect(String(errors)).toContain('down');
    state.fails = false;
    counter.count(EVENT);
    await counter.flush();
    expect(kept.flat().map(({ count }) => count)).toEqual([2]);
  });

  it('gives up counting before memory', async () => {
    const { store, kept, state } = keeping();
    state.fails = true;
    const counter = counterOver(store);
    for (let at = 0; at < 22_000; at++) counter.count({ ...EVENT, entry: String(at) });
    await counter.flush();
    state.fails = false;
    await counter.flush();
    expect(kept.flat().length).toBe(20_000);
  });

  it('counts on the day on which it happened', async () => {
    const { store, kept } = keeping();
    let now = '2026-11-25T23:59:59.000Z';
    const counter = counterOver(store, [], () => now);
    counter.count(EVENT);
    now = '2026-11-26T00:00:01.000Z';
    counter.count(EVENT);
    await counter.flush();
    expect(kept.flat().map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-26']);
  });
});
