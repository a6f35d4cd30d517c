import { expect, it } from 'vitest';
import { problemsIn } from '../../../eval/check-discord.ts';
import { fuzzDiscord } from '../../../eval/fuzz-discord.ts';
import { seeded } from '../../../eval/seeded.ts';
import { openStore } from '../../../src/store/index.ts';
import { openContract } from '../../helpers/discord-contract.ts';
import { seen } from '../../helpers/discord-message.ts';
import { discordWorld } from '../../helpers/discord-world.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf } from '../../helpers/services.ts';

/** `npm run fuzz -- discord` tries a million. */
const COUNT = 1500;

it('no event makes the bot crash, ping, or send what Discord does not take', async () => {
  const contract = await openContract();
  const services = await servicesOf(PACK, { now: () => new Date().toISOString() });
  const against = (method: string, path: string, body: object) =>
    ['POST', 'PATCH', 'PUT'].includes(method) && Object.keys(body).length > 0
      ? (contract?.check({ method, path: `/api/v10${path}`, body }) ?? [])
      : [];
  const check = (method: string, path: string, body: Record<string, unknown>) => [
    ...problemsIn(method, path, body),
    ...against(method, path, body),
  ];
  const { calls, problems } = await fuzzDiscord({
    services,
    openStore: () => openStore('sqlite::memory:'),
    count: COUNT,
    random: seeded(7),
    check,
  });
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(COUNT / 10);
});

it('events of servers that the library stumbles over do not end the bot', async () => {
  const world = await discordWorld();
  const strange = [
    null,
    undefined,
    {},
    [],
    'x',
    5,
    { id: null },
    { id: {} },
    { id: '1', channels: [null] },
    { id: '1', guild_id: '1', type: 'x' },
  ];
  for (const event of [
    'GUILD_CREATE',
    'GUILD_UPDATE',
    'GUILD_DELETE',
    'CHANNEL_CREATE',
    'CHANNEL_UPDATE',
    'CHANNEL_DELETE',
    'THREAD_CREATE',
    'THREAD_UPDATE',
    'THREAD_DELETE',
    'THREAD_LIST_SYNC',
    'INTERACTION_CREATE',
    'MESSAGE_CREATE',
    'MESSAGE_UPDATE',
    'MESSAGE_DELETE',
    'MESSAGE_DELETE_BULK',
    'UNHEARD_OF',
    'constructor',
    '__proto__',
  ])
    for (const data of strange) world.discord.gateway.dispatch(event, data);
  expect(seen((await world.slash('ask', { question: 'why was my account banned' })).data).title).toMatch(/banned/);
  await world.stop();
});
