import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenIdle } from '../../../src/bot/conversation/turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits while people go on talking, but not for ever', () => {
  const work = vi.fn();
  const { request, cancel } = whenIdle(work, 500, () => Date.now());
  request();
  vi.advanceTimersByTime(499);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  for (let at = 0; at < 9; at++) {
    request();
    vi.advanceTimersByTime(100);
  }
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300);
  expect(work).toHaveBeenCalledTimes(2);
  for (let at = 0; at < 21; at++) {
    request();
    vi.advanceTimersByTime(100);
  }
  expect(work).toHaveBeenCalledTimes(3);
  cancel();
  request();
  cancel();
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(3);
});
