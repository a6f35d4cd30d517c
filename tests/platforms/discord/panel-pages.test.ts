import { expect, it } from 'vitest';
import type { Say } from '../../../src/bot/answers/messages.ts';
import { SETTING_NAMES } from '../../../src/bot/settings/table.ts';
import { pagesOf } from '../../../src/platforms/discord/settings/pages.ts';

const say = ((key: string) => key) as Say;

it('a section with more settings than a message holds goes on on a further page', () => {
  const settings = [...SETTING_NAMES, ...SETTING_NAMES];
  const pages = pagesOf({ say, settings }).filter(({ title }) => title.startsWith('section-speech'));
  expect(pages.map(({ id, title }) => [id, title])).toEqual([
    ['speech', 'section-speech'],
    ['speech.2', 'section-speech (2)'],
  ]);
  expect(pages.every(({ settings: own }) => own.length <= 9)).toBe(true);
  const once = pagesOf({ say, settings: SETTING_NAMES }).filter(({ id }) => id.startsWith('speech'));
  expect(pages.flatMap(({ settings: own }) => own).length).toBe(once.flatMap(({ settings: own }) => own).length * 2);
});
