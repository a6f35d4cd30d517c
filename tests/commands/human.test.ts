import { expect, it } from 'vitest';
import { areThere, readHours } from '../../src/bot/handover/helpers.ts';

it.each([
  ['9-18 Europe/Berlin', '09:00-18:00 Europe/Berlin'],
  ['08:30 – 17:15', '08:30-17:15 UTC'],
  ['22-6', '22:00-06:00 UTC'],
  ['9-25', undefined],
  ['9:70-18', undefined],
  ['9-18 Europe/Nowhere', undefined],
  ['always', undefined],
])('hours of helpers: %s', (words, kept) => {
  expect(readHours(words)).toBe(kept);
});

it.each([
  ['09:00-18:00 Europe/Berlin', '2026-11-30T08:00:00Z', true],
  ['09:00-18:00 Europe/Berlin', '2026-11-30T17:00:00Z', false],
  ['22:00-06:00 UTC', '2026-11-30T23:30:00Z', true],
  ['22:00-06:00 UTC', '2026-11-30T06:00:00Z', false],
])('helpers are there in %s at %s: %s', (hours, now, isThere) => {
  expect(areThere(hours, now)).toBe(isThere);
});
