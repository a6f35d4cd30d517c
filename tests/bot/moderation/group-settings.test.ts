import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { GROUP_SETTINGS, readGroupValue } from '../../../src/bot/moderation/group-settings.ts';

const read = (words: string) => {
  const [setting, ...value] = words.split(' ');
  const found = GROUP_SETTINGS.find((one) => one === setting);
  return found && readGroupValue(found, value.join(' '), commands);
};

describe("a group's settings", () => {
  it.each([
    ['commands named', 'named'],
    ['disabled /topics, show', ['show', 'topics']],
    ['disabled none', []],
    ['who Moderators', 'moderators'],
    ['cleanup delete', 'delete'],
    ['expiry 90', '90'],
    ['expiry never', 'never'],
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
  ])('are refused: %s', (words) => expect(read(words)).toBeUndefined());
});
