import { PermissionFlagsBits as P } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../../../src/bot/community/records.ts';
import type { Place } from '../../../../src/bot/conversation/place.ts';
import { noteLacks } from '../../../../src/bot/faq-channel/lacks.ts';
import { sayDiagnosis } from '../../../../src/bot/platform/diagnose.ts';
import type { Services } from '../../../../src/bot/services.ts';
import { keyOf } from '../../../../src/bot/settings/chosen.ts';
import { discordPlatform } from '../../../../src/platforms/discord/index.ts';
import { NEEDED } from '../../../../src/platforms/discord/moderation/rights.ts';
import { type FakeDiscord, fakeDiscord, type Json } from '../../../helpers/fake-discord.ts';
import { BOT, CHANNEL, FORUM, GUILD } from '../../../helpers/fake-discord-rest.ts';
import { keepEdit } from '../../../helpers/keep-edit.ts';
import { logTo } from '../../../helpers/log-to.ts';
import { servicesOf } from '../../../helpers/services.ts';

const ROLE = '500000000000000009';
const HERE: Place = { platform: 'discord', id: GUILD, channel: CHANNEL };
const CURE =
  "→ Where it should answer, allow them for the bot's role: in the channel's settings (Permissions), or for all channels in the server's (Roles).";

let discord: FakeDiscord;
let services: Services;
beforeEach(async () => {
  discord = await fakeDiscord();
  services = await servicesOf([]);
  server(GUILD, 'Test server');
});
afterEach(async () => {
  expect(discord.problems).toEqual([]);
  await discord.close();
});

/** A server in which the bot has a role of its own, and that role all it needs. */
function server(id: string, name: string, permissions = NEEDED): void {
  const roles = [
    { id, name: '@everyone', permissions: '0', position: 0 },
    { id: ROLE, name: 'Wenda', permissions: String(permissions), position: 1 },
  ];
  discord.state.guilds.set(id, { id, name, owner_id: '4', roles });
  discord.state.members.set(`${id} ${BOT.id}`, { user: BOT, roles: [ROLE] });
}

function channel(id: string, parts: Json): void {
  discord.state.channels.set(id, { id, type: 0, guild_id: GUILD, name: `c${id}`, permission_overwrites: [], ...parts });
}

const without = (...bits: bigint[]): Json => ({
  permission_overwrites: [{ id: ROLE, type: 0, allow: '0', deny: String(bits.reduce((all, one) => all | one, 0n)) }],
});

/** A channel in which a listening mode is set. */
async function listenIn(id: string, mode: string): Promise<void> {
  const edit = {
    community: `discord:${GUILD}`,
    kind: 'setting' as const,
    key: keyOf('mode', HERE, id),
    after: encode('setting', mode),
  };
  await keepEdit(services, edit);
  await services.communities.refresh();
}

/** What is said in English of servers and channels. */
async function found(place?: Place): Promise<string[]> {
  const platform = discordPlatform(
    { token: 'token.of.tests', apiUrl: discord.apiUrl, announce: () => undefined },
    { services, log: logTo([]) },
  );
  const lines = (await platform.checks?.(place))?.flatMap((one) => sayDiagnosis(one, services.speak('en'))) ?? [];
  return lines.filter((line) => !/accepts the token|read messages|Interactions|clock/.test(line));
}

describe('the doctor in servers of Discord', () => {
  it('finds nothing where the bot may do all it does', async () => {
    expect(await found()).toEqual(['✓ The bot has every permission it needs in 1 server on Discord.']);
    expect(discord.calls.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/users/@me/guilds', `/guilds/${GUILD}/channels`, `/guilds/${GUILD}/members/${BOT.id}`]),
    );
  });

  it('names channels by what the bot lacks in them, and says the cure; embedded links it can do without', async () => {
    channel(CHANNEL, { name: 'general', ...without(P.SendMessages, P.EmbedLinks) });
    channel('31', { name: 'news', type: 5, ...without(P.SendMessages, P.EmbedLinks) });
    channel('32', { name: 'pins', ...without(P.PinMessages) });
    expect(await found()).toEqual([
      '⚠ “Test server”: the bot lacks permissions (Send Messages) in #general, #news.',
      CURE,
      '⚠ “Test server”: the bot lacks permissions (Pin Messages) in #pins.',
      CURE,
    ]);
  });

  it('speaks of what is wrong only where the bot is to listen', async () => {
    channel(CHANNEL, { name: 'general', ...without(P.ReadMessageHistory) });
    await listenIn(CHANNEL, 'questions');
    expect(await found()).toEqual([
      '✗ “Test server”: the bot lacks permissions (Read Message History) in #general.',
      CURE,
    ]);
  });

  it('names hidden channels only where the bot is to listen', async () => {
    channel('31', { name: 'staff', ...without(P.ViewChannel) });
    channel('32', { name: 'quiet', ...without(P.ViewChannel) });
    channel('33', { name: 'support', ...without(P.ViewChannel) });
    await listenIn('32', 'off');
    await listenIn('33', 'questions');
    expect(await found()).toEqual(['✗ “Test server”: the bot lacks permissions (View Channel) in #support.', CURE]);
  });

  it('passes over forums where posts cannot be opened, and over channels in which nobody writes', async () => {
    channel(FORUM, { name: 'help', type: 15, ...without(P.SendMessages) });
    channel('31', { name: 'Voice', type: 2, ...without(P.SendMessages) });
    channel('32', { name: 'Group', type: 4, ...without(P.SendMessages) });
    expect(await found()).toHaveLength(1);
    channel(FORUM, { name: 'help', type: 15, ...without(P.SendMessagesInThreads) });
    expect(await found()).toEqual([
      '⚠ “Test server”: the bot lacks permissions (Send Messages in Threads) in #help.',
      CURE,
    ]);
  });

  it('finds a role that may write nowhere, and one that sees nothing', async () => {
    server(GUILD, 'Test server', NEEDED & ~P.ReadMessageHistory);
    server('21', 'Blind', 0n);
    const lines = await found();
    expect(lines).toContain('✗ “Blind”: the bot sees no text channel.');
    expect(lines).toContain('✗ “Test server”: the bot lacks permissions (Read Message History) in #general, #help.');
  });

  it('lets administrators be', async () => {
    server(GUILD, 'Test server', P.Administrator);
    channel(CHANNEL, { name: 'general', ...without(P.ViewChannel, P.SendMessages) });
    expect(await found()).toHaveLength(1);
  });

  it('names fifty channels at most', async () => {
    for (let at = 1; at <= 60; at++) channel(String(1000 + at), without(P.AttachFiles));
    const [line = '', , more] = await found();
    expect(line.match(/#/g)).toHaveLength(50);
    expect(more).toBe('⚠ The bot lacks permissions in 10 more channels.');
  });

  it('tells what could not be asked, and goes on', async () => {
    server('21', 'Busy');
    server('22', 'Broken');
    discord.override({
      matches: ({ path }) => path === '/guilds/21',
      status: 429,
      body: { message: 'wait', retry_after: 60, global: false },
      headers: { 'retry-after': '60' },
    });
    discord.override({ matches: ({ path }) => path === '/guilds/22/channels', status: 500, body: {}, times: 9 });
    expect(await found()).toEqual([
      '✓ The bot has every permission it needs in 1 server on Discord.',
      '⚠ “Busy” could not be checked (error 429).',
      '→ Try again in a few minutes.',
      '⚠ “Broken” could not be checked (error 500).',
      '→ Try again in a few minutes.',
    ]);
    discord.override({
      matches: ({ path }) => path === '/users/@me/guilds',
      status: 403,
      body: { code: 0, message: 'no' },
    });
    expect(await found()).toEqual(['⚠ “Discord” could not be checked (error 403).', '→ Try again in a few minutes.']);
  });

  it('looks into twenty servers, first into those that decided something', async () => {
    for (let at = 0; at < 25; at++) server(String(2000 + at), `Server ${at}`);
    await services.store.transact(({ log }) =>
      log.append({
        ...{
          community: 'discord:2024',
          person: 'p',
          place: 'discord:2024',
          at: services.now(),
          command: 'pin',
          why: '',
          forced: null,
          undoes: null,
        },
        edits: [{ community: 'discord:2024', kind: 'setting', key: 'mode', after: encode('setting', 'off') }],
      }),
    );
    expect(await found()).toEqual(
      expect.arrayContaining(['⚠ 6 more servers or groups on Discord were not checked.', '→ Type /doctor there.']),
    );
    expect(discord.calls.filter(({ path }) => /^\/guilds\/\d+$/.test(path))).toHaveLength(20);
    expect(discord.calls.map(({ path }) => path)).toContain('/guilds/2024');
  });

  it('looks into one server where it is asked there', async () => {
    server('21', 'Other', 0n);
    channel(CHANNEL, { name: 'general', ...without(P.SendMessages) });
    expect(await found({ ...HERE, title: 'Test server' })).toEqual([
      '⚠ “Test server”: the bot lacks permissions (Send Messages) in #general.',
      CURE,
    ]);
    expect(discord.calls.filter(({ path }) => path.includes('/guilds')).map(({ path }) => path.split('/')[2])).toEqual([
      GUILD,
      GUILD,
      GUILD,
    ]);
  });

  it('names no place to moderators of others', async () => {
    server('21', 'Other', 0n);
    expect((await found({ platform: 'test', id: 'here' }))[0]).toBe(
      '✗ Discord servers where the bot lacks permissions: 1 of 2.',
    );
    expect(discord.calls.filter(({ path }) => path.startsWith('/guilds'))).toEqual([]);
  });
});

it('servers are listed page by page', async () => {
  for (let at = 0; at < 204; at++) server(String(900_000_000_000_000_000n + BigInt(at)), 's');
  expect(await found({ platform: 'telegram', id: '1' })).toEqual([
    '✓ The bot has every permission it needs in 205 servers on Discord.',
  ]);
  const lists = discord.calls.filter(({ path }) => path === '/users/@me/guilds');
  expect(lists.map(({ query }) => query.get('after'))).toEqual([null, expect.any(String)]);
});

describe('the doctor about FAQ channels', () => {
  const OTHER = '200000000000000042';
  /** What the FAQ of a server lacks by now. */
  async function lacks(id: string, ...found: Parameters<typeof noteLacks>[3]): Promise<void> {
    const community = `discord:${id}`;
    const edit = {
      community,
      kind: 'setting' as const,
      key: `faq:${community}`,
      after: encode('setting', CHANNEL),
    };
    await keepEdit(services, edit);
    await services.communities.refresh();
    await noteLacks(services, { tell: async () => undefined }, community, found);
  }
  const aboutFaq = async (place?: Place): Promise<string[]> => {
    const lines = await found(place);
    return lines.flatMap((line, at) => (line.includes('The FAQ of') ? [line, lines[at + 1] ?? ''] : []));
  };

  it('says what each lacks, and nothing once it is there', async () => {
    expect(await aboutFaq()).toEqual([]);
    await lacks(GUILD, 'write', 'many');
    await lacks(OTHER, 'gone', 'manage');
    const line = (sign: string, id: string) => `${sign} The FAQ of “${id}” is not as it should be.`;
    const cures = (await aboutFaq()).filter((_, at) => at % 2 === 1);
    expect((await aboutFaq()).filter((_, at) => at % 2 === 0)).toEqual([
      line('✗', GUILD),
      line('⚠', GUILD),
      line('✗', OTHER),
      line('⚠', OTHER),
    ]);
    const say = services.speak('en');
    expect(cures).toEqual(
      (['faq-trouble-write', 'faq-trouble-many', 'faq-trouble-gone', 'faq-trouble-manage'] as const).map(
        (key) => `→ ${say(key)}`,
      ),
    );
    await lacks(GUILD);
    expect((await aboutFaq()).filter((one) => one.includes(GUILD))).toEqual([]);
  });

  it('names the FAQ of no other server', async () => {
    await lacks(GUILD, 'many');
    await lacks(OTHER, 'gone');
    expect(await aboutFaq({ ...HERE, title: 'Test server' })).toEqual([
      '⚠ The FAQ of “Test server” is not as it should be.',
      expect.stringContaining('→'),
    ]);
  });
});
