import { expect, it } from 'vitest';
import { createHeldLines } from '../../../src/bot/conversation/held-lines.ts';

it('lines that wait forget a person who wrote in several places, and nobody else', () => {
  const lines = createHeldLines(
    () => 1000,
    () => () => undefined,
  );
  for (const spot of ['a', 'b', 'c'])
    for (const person of ['p1', 'p2', 'p3']) lines.wrote({ spot, id: `${spot}${person}`, person, at: 1000, names: [] });
  lines.hold(
    { place: 'x:1', spot: 'a', id: 'm', person: 'p1', at: 1000, text: 'is it open', again: () => undefined },
    20,
  );
  expect(lines.ofPerson('p1')).toHaveLength(1);
  lines.erase('p1');
  expect(lines.ofPerson('p1')).toEqual([]);
  expect(lines.isShared('a')).toBe(true);
  lines.erase('p2');
  expect(['a', 'b', 'c'].map(lines.isShared)).toEqual([false, false, false]);
});
