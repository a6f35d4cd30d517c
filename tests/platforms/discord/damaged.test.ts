import { afterAll, expect, it } from 'vitest';
import { type DiscordWorld, discordWorld, mention, moderator } from '../../helpers/discord-world.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';
import { append } from '../../store/samples.ts';

let world: DiscordWorld | undefined;
afterAll(() => world?.stop());

it('where a record is damaged, whoever asks is told to tell the operator, the log names it, and private chats go on', async () => {
  world = await discordWorld();
  const { discord, services } = world;
  await append(services.store, [{ community: `discord:${GUILD}`, kind: 'pin', key: 'en/why', after: '{broken' }], {
    community: `discord:${GUILD}`,
  });
  await services.communities.refresh();
  for (const [name, options] of [
    ['ask', { question: 'why was my account banned' }],
    ['settings', {}],
  ] as const)
    expect(JSON.stringify((await world.slash(name, options, moderator)).data)).toContain('`/doctor` says what to fix');
  const { id } = world.write(`${mention} why was my account banned`);
  await expect
    .poll(() =>
      JSON.stringify(
        discord.calls.filter(({ body }) => body?.message_reference?.message_id === id).map(({ body }) => body),
      ),
    )
    .toContain('my log says what to fix');
  expect(world.logged.join()).toContain('damaged record');
  const alone = { user: '660000000000000601', guild: null, channel: { id: '980000000000000778', type: 1 } };
  expect(JSON.stringify((await world.slash('ask', { question: 'why was my account banned' }, alone)).data)).toContain(
    'banned',
  );
});
