import { expect, it } from 'vitest';
import { printOf } from '../../../src/core/classifier/feature-space.ts';

it('tells texts and kinds apart as well as chance can, and says the same of one each time', () => {
  const texts = Array.from({ length: 50_000 }, (_, at) => `${at.toString(36)} ${at % 7}`);
  const prints = texts.flatMap((text) => [printOf(text), printOf(text, 1)]);
  // A hundred thousand numbers of 32 bits have one or two in common.
  expect(prints.length - new Set(prints).size).toBeLessThan(10);
  expect(prints.every((print) => Number.isInteger(print) && print >= 0 && print < 2 ** 32)).toBe(true);
  expect(printOf('ban', 1)).toBe(printOf('ban', 1));
});
