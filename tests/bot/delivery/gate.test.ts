import { expect, it } from 'vitest';
import { createGate } from '../../../src/bot/delivery/sender.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

it('lets one through at a time, in order', async () => {
  const gate = createGate();
  const inside: number[] = [];
  const leave = new Map<number, () => void>();
  for (const n of [1, 2, 3]) {
    void gate.enter().then((out) => {
      inside.push(n);
      leave.set(n, out);
    });
  }
  await pause();
  expect(inside).toEqual([1]);
  leave.get(1)?.();
  leave.get(1)?.();
  await pause();
  expect(inside).toEqual([1, 2]);
  leave.get(2)?.();
  await pause();
  expect(inside).toEqual([1, 2, 3]);
});

it('is not held up by one that hangs', async () => {
  const gate = createGate(10);
  await gate.enter();
  expect(await gate.enter()).toBeTypeOf('function');
});
