import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { listedOf } from '../../../src/bot/command.ts';
import { type DiscordWorld, discordWorld, moderator, type Person, partsOf } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
});
afterAll(() => world.stop());

const listed = listedOf(commands);
/** Of everything that means something to Discord, as much as it lets people write. */
const LONG = 'م @everyone <@&500000000000000001> ||spoiler|| discord.gg/abc ```js\nx``` | a | b |\n|--|--|\n'
  .repeat(60)
  .slice(0, 3900);
const OPTIONS = Object.fromEntries(
  ['question', 'entry', 'text', 'value', 'setting', 'change', 'topic', 'why', 'language', 'source'].map((name) => [
    name,
    LONG,
  ]),
);
let people = 0;
const somebody = (locale: string): Person => ({
  ...moderator,
  user: `6000000000000007${String(++people).padStart(2, '0')}`,
  locale,
});

describe.each(['en-US', 'zh-CN', 'zh-TW', 'es-ES', 'it', 'ru', 'ko', 'ar', 'fa'])(
  'whatever is said in %s',
  (locale) => {
    it('is what Discord takes, however long the words are that people gave it', async () => {
      const who = somebody(locale);
      // Discord knows no Persian: whoever reads it says so.
      if (locale === 'fa') await world.slash('language', { language: 'fa' }, who);
      await world.slash(
        'teach',
        { question: `Is ${'very '.repeat(30)}long?`, answer: LONG, phrasings: LONG.slice(0, 1500) },
        who,
      );
      await world.slash('pin', { question: `${people} ${'x'.repeat(900)}`, text: LONG, why: LONG.slice(0, 900) }, who);
      for (const { name } of listed) {
        await world.slash(name, {}, who);
        await world.slash(name, OPTIONS, who);
      }
      await world.slash('settings', {}, { ...who, channel: { id: FORUM, type: 15 } });
      await world.quiet();
      expect(world.discord.problems).toEqual([]);
    });
  },
);

describe('what is proposed while somebody types', () => {
  it('is what Discord takes, whatever stands there', async () => {
    const who = somebody('en-US');
    for (const { name, options } of listed)
      for (const option of options.filter(({ kind }) => kind !== 'flag' && kind !== 'person'))
        for (const typed of ['', '\u202e', '\ud83d', '__proto__', '/ask', LONG]) {
          const { type, data } = await world.complete(name, option.name, typed, who);
          expect([type, Array.isArray(data.choices)]).toEqual([8, true]);
        }
    expect(world.discord.problems).toEqual([]);
  });
});

it('the panel takes what a server has set that Discord knows no more', async () => {
  const who = somebody('en-US');
  const roles = Array.from({ length: 30 }, (_, at) => `<@&5000000000000010${String(at).padStart(2, '0')}>`).join(' ');
  await world.slash('settings', { setting: 'helpers', value: roles }, who);
  await world.slash('settings', { setting: 'reports', value: '<#300000000000000999>' }, who);
  for (let at = 0; at < 200; at++)
    world.discord.gateway.dispatch('CHANNEL_CREATE', {
      id: `3900000000000000${String(at).padStart(2, '0')}`,
      guild_id: GUILD,
      type: 15,
      name: 'forum',
      available_tags: [],
    });
  const { type, data } = await world.slash('settings', {}, { ...who, channel: { id: '390000000000000099', type: 15 } });
  const pages = partsOf(data.components).find(({ options }) => options?.some(({ value }: Json) => value === 'people'));
  for (const { value } of pages.options) {
    const before = world.discord.calls.length;
    await world.choose(pages.custom_id, [value], { id: world.discord.state.id(), flags: 64 | (1 << 15) }, who);
    await world.called(({ method, path }) => method === 'PATCH' && path.endsWith('/@original'), before);
  }
  expect([type, world.discord.problems]).toEqual([4, []]);
});
