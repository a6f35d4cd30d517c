import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../../src/bot/command.ts';
import { readValue } from '../../../src/bot/settings/kinds.ts';
import { settingNamed } from '../../../src/bot/settings/table.ts';
import { callOf, servicesOf } from '../../helpers/services.ts';

let call: Call;
beforeAll(async () => {
  call = await callOf(await servicesOf([]), '');
});

const read = (words: string) => {
  const [name = '', ...value] = words.split(' ');
  const setting = settingNamed(name);
  return setting && readValue(setting, value.join(' '), call);
};

describe("a group's settings", () => {
  it.each([
    ['commands named', 'named'],
    ['disabled /topics, show', ['show', 'topics']],
    ['disabled none', []],
    ['who Moderators', 'moderators'],
    ['personal alone', 'alone'],
    ['cleanup delete', 'delete'],
    ['expiry 90', '90'],
    ['expiry never', 'never'],
    ['solved 12', '12'],
    ['hours 9-18', '09:00-18:00 UTC'],
  ])('are read: %s', (words, value) => expect(read(words)).toEqual(value));

  it.each([
    'disabled settings',
    'disabled show none',
    'disabled greet',
    'disabled nonsense',
    'expiry 0',
    'expiry 1441',
    'expiry soon',
    'who nobody',
    'unknown own',
    'greeting own',
    'solved tag',
    'human nowhere',
  ])('are refused: %s', (words) => expect(read(words)).toBeUndefined());
});
