import { expect, it } from 'vitest';
import { namesOtherHost } from '../../../src/bot/platform/links.ts';

it.each([
  ['https://good.example/evil.example', 'https://evil.example/x', true],
  ['good.example', 'https://evil.example', true],
  ['Evil.example/x', 'https://evil.example/x', false],
  ['the handbook, v2.0', 'https://evil.example', false],
  ['手册', 'https://evil.example', false],
])('the words of a link seem to lead elsewhere: %s to %s: %s', (words, url, isOther) =>
  expect(namesOtherHost(words, new URL(url))).toBe(isOther),
);
