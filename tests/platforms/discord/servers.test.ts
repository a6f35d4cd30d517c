import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetLeft, LEFT_DAYS } from '../../../src/bot/community/housekeeping.ts';
import { isOnShard } from '../../../src/platforms/discord/inbound/servers.ts';
import { PRIVATE, seen } from '../../helpers/discord-message.ts';
import { buttonsOf, type DiscordWorld, discordWorld, MEMBER, moderator, until } from '../../helpers/discord-world.ts';
import { fakeDiscord, type Json } from '../../helpers/fake-discord.ts';
import { APPLICATION, BOT, GUILD } from '../../helpers/fake-discord-rest.ts';

const DAY_MS = 86_400_000;
let days = 0;
let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld({ services: { now: () => new Date(Date.now() + days * DAY_MS).toISOString() } });
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

const [OWNER, INVITER] = ['410000000000000001', '420000000000000001'];
/** Everything that the bot is invited with: view, send, in threads, embed, history, attach, pin. */
const ALL = String(1024n | 2048n | (1n << 38n) | 16384n | 65536n | 32768n | (1n << 51n));
const AUDIT = 128n;

let servers = 0;
/** A server as the gateway describes it. */
function server({
  permissions = ALL,
  overwrites = [] as Json[],
  joined = new Date().toISOString(),
  locale = 'en-US',
} = {}): Json {
  const number = String(++servers).padStart(5, '0');
  const [id, system] = [`2200000000000${number}`, `3400000000000${number}`];
  const channel = { id: system, type: 0, guild_id: id, name: 'hall', permission_overwrites: overwrites };
  world.discord.state.channels.set(system, channel);
  return {
    id,
    name: `Server ${number}`,
    owner_id: OWNER,
    system_channel_id: system,
    preferred_locale: locale,
    joined_at: joined,
    unavailable: false,
    roles: [{ id, name: '@everyone', permissions, position: 0 }],
    channels: [channel],
    members: [{ user: BOT, roles: [], joined_at: joined }],
    threads: [],
  };
}
const join = (guild: Json): void => world.discord.gateway.dispatch('GUILD_CREATE', guild);
const posts = (channel: string): Json[] =>
  world.discord.calls
    .filter(({ method, path }) => method === 'POST' && path === `/channels/${channel}/messages`)
    .map(({ body }) => body);
const privateOf = (user: string): string => `9${user.slice(1)}`;
/** Everything before has been dealt with. */
const whenIdle = async (): Promise<void> => {
  await world.slash('topics');
  await world.quiet();
};

describe('a server that the bot comes into', () => {
  it('is greeted once, with a button that opens the settings for whoever moderates', async () => {
    const guild = server();
    // Commands can be clicked once they are registered.
    await until(async () => JSON.stringify(await world.slash('help')).includes('</ask:'));
    join(guild);
    const hello = await until(() => posts(guild.system_channel_id)[0]);
    expect(JSON.stringify(hello)).toMatch(/<\/ask:\d+>.*<\/settings:\d+>/);
    expect(JSON.stringify(hello)).not.toContain("Permissions I don't have");
    const where = { guild: guild.id, channel: { id: guild.system_channel_id, type: 0 } };
    const id = buttonsOf(hello).Settings ?? '';
    const message = { id: world.discord.state.id(), flags: 0 };
    expect(seen((await world.press(id, message, { user: MEMBER, ...where })).data).text).toMatch(/Only moderators/);
    const { type, data } = await world.press(id, message, { ...moderator, ...where });
    expect([type, data.flags]).toEqual([4, PRIVATE]);
    join(guild);
    world.discord.gateway.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
    join(guild);
    await whenIdle();
    expect(posts(guild.system_channel_id)).toHaveLength(1);
  });

  it('is not greeted where the bot has long been: at a start, or after a connection was lost', async () => {
    const guild = server({ joined: '2026-01-01T00:00:00.000Z' });
    join(guild);
    await whenIdle();
    expect(posts(guild.system_channel_id)).toEqual([]);
  });

  it('is told in its language, and which permissions are missing', async () => {
    const guild = server({ permissions: String(1024n | 2048n | 16384n), locale: 'es-ES' });
    join(guild);
    const hello = JSON.stringify(await until(() => posts(guild.system_channel_id)[0]));
    expect(hello).toMatch(/Permisos que me faltan: [^"]*historial/);
  });

  it('holds a question and the names of permissions together where it is read from right to left', async () => {
    const guild = server({ permissions: String(1024n | 2048n | 16384n), locale: 'ar' });
    join(guild);
    const hello = JSON.stringify(await until(() => posts(guild.system_channel_id)[0]));
    expect(hello).toMatch(/\/ask \u2068[^\u2069]+\u2069/);
    expect(hello).toMatch(/\u2069، \u2068/);
  });

  it.each([
    ['whoever added it', AUDIT, INVITER],
    ['the owner, where it may not see who did', 0n, OWNER],
  ])('has %s told in private where the bot may not write', async (_, more, user) => {
    world.discord.state.auditLog.splice(0, 99, { id: '1', action_type: 28, target_id: BOT.id, user_id: INVITER });
    const before = posts(privateOf(user)).length;
    const guild = server({ permissions: String(BigInt(ALL) | more) });
    guild.channels[0].permission_overwrites = [{ id: guild.id, type: 0, allow: '0', deny: '2048' }];
    join(guild);
    const hello = await until(() => posts(privateOf(user))[before]);
    expect(posts(guild.system_channel_id)).toEqual([]);
    expect(JSON.stringify(hello)).toContain(guild.id);
  });
});

describe('a server that puts the bot out', () => {
  const teach = async (guild: Json) =>
    world.slash(
      'settings',
      { setting: 'unknown', value: 'short' },
      { ...moderator, guild: guild.id, channel: { id: guild.system_channel_id, type: 0 } },
    );
  const kept = async ({ id }: Json) =>
    (await world.services.communities.of({ platform: 'discord', id })).state.get('setting', 'unknown');
  const leave = (guild: Json, more: object = {}) =>
    world.discord.gateway.dispatch('GUILD_DELETE', { id: guild.id, ...more });
  const left = () => world.services.store.transact(({ places }) => places.leftBefore('9999'));
  const daysLater = async (number: number) => {
    days += number;
    await forgetLeft(world.services);
    days -= number;
  };

  it('is forgotten after 30 days: what it taught is gone, from the log as well', async () => {
    const guild = server();
    join(guild);
    await teach(guild);
    leave(guild);
    await until(async () => (await left()).includes(`discord:${guild.id}`));
    await daysLater(LEFT_DAYS - 1);
    expect(await kept(guild)).toBe('short');
    await daysLater(LEFT_DAYS + 1);
    expect(await kept(guild)).toBeUndefined();
    const acts = await world.services.store.transact(({ log }) => log.acts({ newest: 1000 }));
    expect(JSON.stringify(acts)).not.toContain(guild.id);
  });

  it('has everything again where it comes back before; an outage is no leaving', async () => {
    const [guild, other] = [server(), server()];
    for (const one of [guild, other]) {
      join(one);
      await teach(one);
    }
    leave(guild);
    leave(other, { unavailable: true });
    await until(async () => (await left()).includes(`discord:${guild.id}`));
    join({ ...guild, joined_at: '2026-01-01T00:00:00.000Z' });
    await until(async () => !(await left()).includes(`discord:${guild.id}`));
    await daysLater(LEFT_DAYS + 1);
    expect([await kept(guild), await kept(other)]).toEqual(['short', 'short']);
  });

  it('is greeted once more where it was put out and comes back', async () => {
    const guild = server();
    join(guild);
    await until(() => posts(guild.system_channel_id).length === 1);
    leave(guild);
    await until(async () => (await left()).includes(`discord:${guild.id}`));
    join({ ...guild, joined_at: new Date().toISOString() });
    await until(() => posts(guild.system_channel_id).length === 2);
    join({ ...guild, joined_at: new Date().toISOString() });
    await world.quiet();
    expect(posts(guild.system_channel_id)).toHaveLength(2);
  });

  it('counts as gone where it did so while the bot was offline; one of another shard does not', async () => {
    const services = world.services;
    const [guild, kept] = [server(), server()];
    for (const one of [guild, kept]) await teach(one);
    const discord = await fakeDiscord();
    discord.state.guilds.set(kept.id, { ...kept, unavailable: true });
    const later = await discordWorld({ services, discord });
    await until(async () => (await left()).includes(`discord:${guild.id}`));
    expect(await left()).not.toContain(`discord:${kept.id}`);
    await later.stop();
    await discord.close();
    expect([guild.id, kept.id].map((id) => isOnShard(id, [Number((BigInt(id) >> 22n) % 4n), 4]))).toEqual([true, true]);
    expect(isOnShard(guild.id, [(Number((BigInt(guild.id) >> 22n) % 4n) + 1) % 4, 4])).toBe(false);
  });

  it('is said so by /privacy', async () => {
    expect(JSON.stringify((await world.slash('privacy')).data)).toContain('deleted after 30 days');
  });
});

describe('commands', () => {
  it('stand in one scope: what an earlier start left in the other is taken away, once', async () => {
    const discord = await fakeDiscord();
    discord.state.guildCommands.set(GUILD, [{ id: '1', type: 1, name: 'ask' }]);
    const puts = () =>
      discord.calls.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, body.length]);
    for (const times of [1, 2]) {
      const other = await discordWorld({ discord });
      await until(
        () =>
          discord.calls.filter(
            ({ method, path }) => method === 'GET' && path === `/applications/${APPLICATION}/guilds/${GUILD}/commands`,
          ).length === times,
      );
      await other.quiet();
      await other.stop();
    }
    expect(puts()).toEqual([
      [`/applications/${APPLICATION}/commands`, expect.any(Number)],
      [`/applications/${APPLICATION}/guilds/${GUILD}/commands`, 0],
    ]);
    const here = await discordWorld({ discord, config: { guildId: GUILD } });
    await until(() => puts().length === 4);
    await here.stop();
    expect(puts().slice(2)).toEqual([
      [`/applications/${APPLICATION}/guilds/${GUILD}/commands`, expect.any(Number)],
      [`/applications/${APPLICATION}/commands`, 0],
    ]);
    expect(discord.problems).toEqual([]);
    await discord.close();
  });
});
