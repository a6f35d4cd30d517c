import { afterEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/bot/platform/platform.ts';
import { seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, mention, until } from '../../helpers/discord-world.ts';
import { APPLICATION, CHANNEL } from '../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
afterEach(async () => {
  expect(world.discord.problems).toEqual([]);
  await world.stop().catch(() => undefined);
});

/** Calls; one whose answer got lost is made again. */
const repliesTo = (id: string) =>
  world.discord.calls.filter(
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/messages') && body.message_reference?.message_id === id,
  );
const messagesTo = (id: string) =>
  [...world.discord.state.messages.values()].filter(({ message_reference: reference }) => reference?.message_id === id);
/** Questions that are written meanwhile, each in its own channel. */
const ask = () => {
  const channel = `34000000000000${world.discord.state.id().slice(-4)}`;
  world.discord.state.channels.set(channel, { id: channel, type: 0 });
  return world.write(`${mention} can I get a refund for my subscription`, { channel_id: channel });
};
const answeredOnce = async (ids: string[]): Promise<void> => {
  await until(() => ids.every((id) => repliesTo(id).length > 0));
  await world.quiet();
  for (const id of ids) expect(messagesTo(id)).toHaveLength(1);
};

describe('a connection that ends', () => {
  it('is resumed, and nothing that was said meanwhile is lost', async () => {
    world = await discordWorld();
    const before = ask().id;
    world.discord.gateway.cut();
    const meanwhile = [ask().id, ask().id];
    await world.discord.gateway.connected();
    await answeredOnce([before, ...meanwhile, ask().id]);
    expect(world.discord.gateway).toMatchObject({ begun: [{}], resumed: [{}] });
  });

  it('is resumed also where the network is away for a while', async () => {
    world = await discordWorld();
    const { gateway } = world.discord;
    gateway.accepts = false;
    gateway.cut();
    const meanwhile = ask().id;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    gateway.accepts = true;
    await gateway.connected();
    await answeredOnce([meanwhile]);
    expect(gateway.begun).toHaveLength(1);
  });

  it('is resumed when Discord asks for it', async () => {
    world = await discordWorld();
    world.discord.gateway.send(7, null);
    await world.discord.gateway.connected();
    await answeredOnce([ask().id]);
    expect(world.discord.gateway.resumed).toHaveLength(1);
  });

  it('is noticed where it is silent', async () => {
    world = await discordWorld({ fake: { heartbeatMs: 300 } });
    world.discord.gateway.acknowledges = false;
    await world.discord.gateway.connected();
    world.discord.gateway.acknowledges = true;
    await answeredOnce([ask().id]);
    expect(world.discord.gateway.resumed.length).toBeGreaterThan(0);
  });

  it('comes back after each close code that allows it, and begins again where the session is gone', async () => {
    const codes = [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009];
    // Side by side: after some of them the library waits five seconds.
    await Promise.all(
      [...codes, undefined].map(async (code) => {
        const one = await discordWorld();
        const { gateway } = one.discord;
        if (code === undefined) {
          gateway.forget();
          gateway.send(9, false);
        } else gateway.closeWith(code);
        await gateway.connected();
        const asked = one.write(`${mention} can I get a refund for my subscription`);
        expect(seen(await one.replyTo(asked)).title, `close code ${code}`).toMatch(/refund/);
        expect(one.discord.problems, `close code ${code}`).toEqual([]);
        if (code === undefined) expect(gateway.begun).toHaveLength(2);
        await one.stop();
      }),
    );
  });
});

describe('what cannot be helped', () => {
  it.each([
    [4010, /SHARDS/],
    [4011, /SHARD_COUNT/],
    [4012, /Update/],
    [4013, /Update/],
    [4004, /DISCORD_TOKEN/],
  ])('close code %i ends the bot with a word to the operator', async (code, words) => {
    world = await discordWorld({ config: { shardCount: 1 } });
    world.discord.gateway.closeWith(code);
    await expect(world.ended).rejects.toThrow(PlatformError);
    await expect(world.ended).rejects.toThrow(words);
  });

  it('more servers than shards are counted anew where nobody set their number', async () => {
    world = await discordWorld();
    const again = world.discord.gateway.connected();
    world.discord.gateway.closeWith(4011);
    await again;
    await answeredOnce([ask().id]);
  });

  it('a wrong token does', async () => {
    world = await discordWorld({ config: { token: 'wrong.token.here' } });
    await expect(world.ended).rejects.toThrow(/DISCORD_TOKEN/);
    expect(world.logged.join()).not.toContain('wrong.token.here');
  });

  it('without the intent for content the bot runs all the same, and says what to switch on', async () => {
    world = await discordWorld({ fake: { refusesContent: true } });
    expect(world.announced.join()).toMatch(/Message Content Intent/);
    await answeredOnce([ask().id]);
    expect(seen((await world.slash('ask', { question: 'why was my account banned' })).data).title).toMatch(/banned/);
  });
});

it('Discord may be away when the bot starts', async () => {
  world = await discordWorld({ isAwaited: false });
  world.discord.override({ matches: ({ path }) => path === '/gateway/bot', status: 503, times: 5 });
  await world.discord.gateway.connected();
  await answeredOnce([ask().id]);
});

it('every shard is served, and only one process registers', async () => {
  world = await discordWorld({ fake: { shards: 2 } });
  await until(() => world.discord.gateway.begun.length === 2);
  expect(world.discord.gateway.begun.map(({ shard }) => shard)).toEqual(
    expect.arrayContaining([
      [0, 2],
      [1, 2],
    ]),
  );
  await world.stop();
  world = await discordWorld({ isAwaited: false, config: { shards: [1], shardCount: 4 } });
  await until(() => world.discord.gateway.begun.length === 1);
  await world.quiet();
  expect(world.discord.gateway.begun[0].shard).toEqual([1, 4]);
  expect(world.discord.calls.some(({ method, path }) => method === 'PUT' && path.endsWith('/commands'))).toBe(false);
});

it('the invite link asks for exactly what is needed, and commands are registered only when they changed', async () => {
  world = await discordWorld();
  expect(world.announced[0]).toMatch(/^Discord: connected as \S+, in (?:one server|\d+ servers)$/);
  expect(world.announced[1]).toContain(
    `https://discord.com/oauth2/authorize?client_id=${APPLICATION}&permissions=2252074691693568&scope=bot+applications.commands`,
  );
  await world.called(({ method, path }) => method === 'PUT' && path === `/applications/${APPLICATION}/commands`);
  const { commands } = world.discord.state;
  await world.stop();
  world = await discordWorld();
  world.discord.state.commands = commands;
  await world.stop();
  const { fakeDiscord } = await import('../../helpers/fake-discord.ts');
  const discord = await fakeDiscord();
  discord.state.guildCommands.set('200000000000000001', commands);
  world = await discordWorld({ discord, config: { guildId: '200000000000000001' } });
  await world.quiet();
  expect(discord.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  expect(
    discord.calls.some(({ path }) => path === `/applications/${APPLICATION}/guilds/200000000000000001/commands`),
  ).toBe(true);
  await world.stop();
  await discord.close();
});

it('a stop waits for what is under way, and what was taken in is done by the next process', async () => {
  world = await discordWorld({ config: { patience: { stop: 300 } } });
  const { discord, services } = world;
  discord.override({
    matches: ({ method, path }) => method === 'POST' && path === `/channels/${CHANNEL}/messages`,
    status: 429,
    times: 1,
    body: { message: 'slow down', retry_after: 200, global: false },
    headers: { 'retry-after': '200' },
  });
  const asked = world.write(`${mention} can I get a refund for my subscription`);
  await until(() => repliesTo(asked.id).length > 0);
  Object.assign(discord, { real: discord.close, close: async () => undefined });
  await world.stop();
  expect(messagesTo(asked.id)).toEqual([]);
  discord.clear();
  discord.calls.splice(0);
  const { reopened } = await import('../../helpers/services.ts');
  // By then Discord would take it.
  const now = () => new Date(Date.now() + 300_000).toISOString();
  world = await discordWorld({ discord, services: await reopened({ ...services, now }) });
  await until(() => messagesTo(asked.id).length > 0);
  await world.quiet();
  expect(messagesTo(asked.id)).toHaveLength(1);
  await world.stop();
  await (discord as unknown as { real: () => Promise<void> }).real();
});
