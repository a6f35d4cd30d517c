import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { listedOf } from '../../../src/bot/command.ts';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import {
  type DiscordWorld,
  discordWorld,
  MEMBER,
  MODERATOR,
  mention,
  moderator,
  partsOf,
} from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
});
afterAll(async () => {
  await world.stop();
  expect(world.logged.filter((line) => !line.startsWith('commands'))).toEqual([]);
  expect(world.discord.problems).toEqual([]);
});

const member = { user: MEMBER };
const noLonger = { user: MODERATOR, permissions: '1024' };
const words = ({ type, data }: Json): string =>
  `${type} ${data?.title ?? ''} ${seen(data ?? {}).title ?? ''} ${seen(data ?? {}).text}`;
const REFUSED = /Only moderators can do that here/;
/** What each needs to do something. */
const OPTIONS: Record<string, Record<string, string>> = {
  pin: { question: 'how old is it', entry: 'facts/founding' },
  unpin: { question: 'how old is it' },
  teach: { question: 'Where is the office?', answer: 'In the old town.' },
  correct: { entry: 'questions/refund', answer: 'No.' },
  rephrase: { entry: 'questions/refund', add: 'give me my cash' },
  retire: { entry: 'facts/founding' },
  restore: { entry: 'facts/founding' },
  settings: { setting: 'language', value: 'zh-Hans' },
  why: { question: 'refund' },
};

describe.each(listedOf(commands).filter(({ forModerators }) => forModerators))('/$name', ({ name }) => {
  it('is for moderators, and for those who still are', async () => {
    const options = OPTIONS[name] ?? {};
    expect(words(await world.slash(name, options, member))).toMatch(REFUSED);
    expect(words(await world.slash(name, options, noLonger))).toMatch(REFUSED);
    expect(words(await world.slash(name, options, { user: MODERATOR, guild: null }))).toMatch(REFUSED);
    const done = await world.slash(name, options, moderator);
    expect(words(done)).not.toMatch(REFUSED);
    for (const id of Object.values(buttonsOf(done.data)).slice(0, 3)) {
      const message = { id: world.discord.state.id(), flags: 64, embeds: [] };
      // What they typed themselves they may see again; sending it is refused.
      if (!/ show | settings language| !form /.test(id))
        expect(words(await world.press(id, message, noLonger))).toMatch(
          /Only moderators|no longer works|Discarded|There is nothing to confirm/,
        );
    }
    await world.slash('settings', { setting: 'language', value: 'default' }, moderator);
  });
});

describe('a command in a message', () => {
  const type = async (author: string, command = '/pins'): Promise<string> =>
    words({ data: await world.replyTo(world.write(`${mention} ${command}`, { author: { id: author } })) });
  const member_ = (roles: string[]) => ({ user: { id: MODERATOR }, roles });

  it('is for those who are moderators at that moment', async () => {
    world.discord.state.members.set(`${GUILD} ${MODERATOR}`, member_(['500000000000000001']));
    expect(await type(MODERATOR, '/retire facts/founding')).not.toMatch(/Only you can see this answer/);
    world.discord.state.members.set(`${GUILD} ${MODERATOR}`, member_([]));
    expect(await type(MODERATOR, '/retire questions/refund')).toMatch(/Only you can see this answer/);
    expect(await type('600000000000000099', '/retire questions/refund')).toMatch(/Only you can see this answer/);
    expect(
      (await world.services.communities.of({ platform: 'discord', id: GUILD })).state.get(
        'retired',
        'questions/refund',
      ),
    ).toBeUndefined();
  });

  it('is for nobody where Discord does not say who may', async () => {
    world.discord.state.members.set(`${GUILD} ${MODERATOR}`, member_(['500000000000000001']));
    world.discord.override({
      matches: ({ path }) => path === `/guilds/${GUILD}/members/${MODERATOR}`,
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    await type(MODERATOR, '/retire questions/refund');
    expect(
      (await world.services.communities.of({ platform: 'discord', id: GUILD })).state.get(
        'retired',
        'questions/refund',
      ),
    ).toBeUndefined();
  });
});

it('no control that moderators were ever given changes anything for anybody else, also after a restart', async () => {
  const one = await discordWorld();
  const { discord, services } = one;
  const asked = { why: { question: 'refund' }, ask: { question: 'why was my account banned' }, ...OPTIONS };
  // Each by another: whoever changes much at once is held up.
  for (const [at, { name }] of listedOf(commands).entries())
    await one.slash(name, Object.entries(asked).find(([key]) => key === name)?.[1] ?? {}, {
      ...moderator,
      user: `6000000000000006${at + 10}`,
    });
  await one.slash('settings', {}, moderator);
  await one.quiet();
  const parts = discord.calls.flatMap(({ body }) => partsOf((body?.data ?? body)?.components ?? []));
  const controls = [
    ...new Set(parts.filter(({ type }) => [2, 3, 6, 8].includes(type)).map(({ custom_id: id }) => id)),
  ].filter((id) => id !== undefined);
  expect(controls.length).toBeGreaterThan(20);
  const kept = async () => {
    const { state } = await services.communities.of({ platform: 'discord', id: GUILD });
    return JSON.stringify((['setting', 'pin', 'entry', 'retired', 'pack'] as const).map((kind) => state.all(kind)));
  };
  const before = await kept();
  const later = await discordWorld({ services, discord });
  for (const running of [one, later]) {
    for (const id of controls) {
      const message = { id: discord.state.id(), flags: 64, embeds: [] };
      const done = [
        await running.press(id, message, member),
        await running.choose(id, ['500000000000000001'], message, member, 6),
        await running.submit({ custom_id: id }, { answer: 'Mine.' }, member),
      ];
      for (const { type, data } of done) if (type === 4) expect(data.flags & 64).toBe(64);
    }
  }
  expect(await kept()).toBe(before);
  await later.stop();
  await one.stop();
  expect(discord.problems).toEqual([]);
});
