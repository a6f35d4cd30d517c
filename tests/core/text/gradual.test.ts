import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { gradual } from '../../../src/core/text/remember.ts';

function counting() {
  const done: number[] = [];
  const value = gradual(function* () {
    for (const step of [1, 2, 3]) {
      done.push(step);
      yield;
    }
    return done.length;
  });
  return { done, value };
}

it('is made in steps, of which the first does nothing yet', () => {
  const { done, value } = counting();
  const seen = Array.from(value.steps(), () => done.length);
  expect(seen).toEqual([0, 1, 2, 3]);
  expect([...value.steps()]).toEqual([]);
});

it('is made once, whoever needs it first and however many prepare it', () => {
  const { done, value } = counting();
  const [one, other] = [value.steps(), value.steps()];
  for (const each of [one, other, one]) each.next();
  expect(value.get()).toBe(3);
  expect([one.next().done, other.next().done, done]).toEqual([true, true, [1, 2, 3]]);
  expect(value.get(), 'whoever was in the middle').toBe(3);
});

it('keeps nothing of what it was made from', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const count = function* (numbers: readonly number[]): Generator<undefined, number> {
    yield;
    return numbers.length;
  };
  let source: WeakRef<readonly number[]> | undefined;
  const value = gradual(() => {
    const numbers = [1, 2, 3];
    source = new WeakRef(numbers);
    return count(numbers);
  });
  value.get();
  // What a WeakRef was asked for stays until the end of the turn.
  await setImmediate();
  collect();
  expect([value.get(), value.isBegun(), source?.deref()]).toEqual([3, true, undefined]);
});
