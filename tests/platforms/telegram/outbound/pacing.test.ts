import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COURTESY } from '../../../../src/platforms/telegram/config.ts';
import { createPacer, type Pacer } from '../../../../src/platforms/telegram/outbound/pacing.ts';

const never = new AbortController().signal;
let pacer: Pacer;
/** What was taken, and when. */
let taken: { readonly chat: number; readonly at: number }[];
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  pacer = createPacer(COURTESY, () => Date.now(), never);
  taken = [];
});
afterEach(() => vi.useRealTimers());

/** Sends a message, which takes so long on its way. */
async function send(chat: number, ms = 0): Promise<void> {
  const ended = await pacer.turn(chat);
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  taken.push({ chat, at: Date.now() });
  ended?.();
}
const timesIn = (chat: number): number[] => taken.filter((one) => one.chat === chat).map(({ at }) => at);
const mostWithin = (times: readonly number[], span: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + span).length));

describe('the pace of sending', () => {
  it('is one a second in a chat, and twenty a minute in a group', async () => {
    for (let at = 0; at < 21; at++) void send(-5);
    for (let at = 0; at < 3; at++) void send(7);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(timesIn(-5).slice(0, 3)).toEqual([0, 1000, 2000]);
    expect(timesIn(-5).at(-1)).toBe(60_000);
    expect(timesIn(7)).toEqual([0, 1000, 2000]);
  });

  it.each([
    ['at once', () => 0],
    ['slowly', () => 700],
    ['late and all together', (at: number) => 3000 - 30 * at],
    ['now late, now at once', (at: number) => (at % 7) * 150],
  ])('is never more than thirty in any second, also where they are taken %s', async (_, ms) => {
    for (let at = 0; at < 200; at++) void send(at + 1, Math.max(0, ms(at)));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(taken).toHaveLength(200);
    const times = taken.map(({ at }) => at);
    expect(mostWithin(times, 1000)).toBeLessThanOrEqual(30);
  });

  it('is kept where a timer is late', async () => {
    for (let at = 0; at < 100; at++) void send(at + 1);
    await vi.advanceTimersByTimeAsync(0);
    // The process stood still for a while.
    vi.setSystemTime(5000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(taken).toHaveLength(100);
    expect(
      mostWithin(
        taken.map(({ at }) => at),
        1000,
      ),
    ).toBeLessThanOrEqual(30);
  });

  it('lets private chats go on beside a busy forum and many groups', async () => {
    for (let topic = 0; topic < 45; topic++) void send(-1);
    for (let group = 0; group < 35; group++) for (let at = 0; at < 5; at++) void send(-100 - group, 20);
    await vi.advanceTimersByTimeAsync(2500);
    const asked = Date.now();
    for (let person = 1; person <= 10; person++) void send(person, 20);
    await vi.advanceTimersByTimeAsync(30_000);
    const waits = Array.from({ length: 10 }, (_, at) => (timesIn(at + 1)[0] ?? Number.POSITIVE_INFINITY) - asked);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
  });

  it('brings a thousand groups their answer within forty seconds', async () => {
    for (let group = 1; group <= 1000; group++) void send(-group, 20);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(taken).toHaveLength(1000);
  });

  it('asks whether a message is still wanted when it is its chat’s turn, and not after it waited for the others', async () => {
    let isWanted = true;
    const first = await pacer.turn(-5);
    const second = pacer.turn(-5, () => isWanted);
    for (let at = 0; at < 29; at++) await pacer.turn(-100 - at);
    const late = pacer.turn(-200, () => isWanted);
    await vi.advanceTimersByTimeAsync(10);
    isWanted = false;
    first?.();
    await vi.advanceTimersByTimeAsync(2000);
    expect([await second, await late]).toEqual([undefined, expect.any(Function)]);
  });

  it('stops in a chat of which Telegram says so, also for what waits there already', async () => {
    for (let at = 0; at < 5; at++) void send(-9);
    void send(8);
    await vi.advanceTimersByTimeAsync(1500);
    pacer.hold(-9, 10_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(timesIn(-9).slice(0, 3)).toEqual([0, 1000, 11_500]);
    expect(timesIn(8)).toEqual([0]);
  });

  it('is given up when the bot stops, by whatever waits', async () => {
    const stop = new AbortController();
    pacer = createPacer(COURTESY, () => Date.now(), stop.signal);
    const turns = Array.from({ length: 40 }, (_, at) => pacer.turn(at < 5 ? 1 : at));
    await vi.advanceTimersByTimeAsync(0);
    stop.abort();
    const given = (await Promise.all(turns.slice(5))).filter((one) => one !== undefined);
    expect(given.length).toBeLessThan(35);
    (await turns[0])?.();
    expect(await Promise.all(turns.slice(1, 5))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is kept by a process that goes on with what another has done', async () => {
    const ages = Array.from({ length: 18 }, (_, n) => 20_000 - 1000 * n);
    pacer.takeOver(new Map([[-5, ages]]));
    for (let at = 0; at < 3; at++) void send(-5);
    for (let at = 0; at < 40; at++) void send(at + 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(taken).toHaveLength(43);
    // The other one may just have used every place, and one message more may have come to the group.
    expect(Math.min(...taken.map(({ at }) => at))).toBeGreaterThan(1000);
    expect(mostWithin([...ages.map((age) => -age), ...timesIn(-5)], 60_000)).toBeLessThanOrEqual(19);
    expect(timesIn(-5)).toHaveLength(3);
  });

  it('does not look through all chats for each new one, if there are very many', () => {
    let looks = 0;
    const now = () => {
      looks++;
      return 0;
    };
    createPacer(COURTESY, now, never).takeOver(new Map(Array.from({ length: 10_000 }, (_, at) => [-1 - at, []])));
    expect(looks).toBeLessThan(100_000);
  });
});
