import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seen } from '../../helpers/discord-message.ts';
import {
  buttonsOf,
  type DiscordWorld,
  discordWorld,
  MEMBER,
  moderator,
  type Person,
  until,
} from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { fakeDiscord } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

const OTHER = '200000000000000002';
let world: DiscordWorld;
let minutes = 0;
beforeAll(async () => {
  const discord = await fakeDiscord();
  discord.state.guilds.set(OTHER, {
    id: OTHER,
    name: 'Other server',
    owner_id: '1',
    roles: [{ id: OTHER, permissions: '1024' }],
  });
  world = await discordWorld({
    discord,
    services: { now: () => new Date(Date.now() + minutes * 60_000).toISOString() },
  });
  await world.quiet();
  for (const [guild, place] of [
    [GUILD, 'the old town'],
    [OTHER, 'the harbour'],
  ] as const)
    await world.slash(
      'pin',
      { question: 'Where is the clubhouse?', text: `It is in ${place}.` },
      { ...moderator, guild },
    );
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
  await world.discord.close();
});
// What is believed of memberships is looked up anew.
beforeEach(() => {
  minutes += 11;
});

const CLUB = { question: 'Where is the clubhouse?' };
const textOf = ({ data }: Json): string => JSON.stringify(data.components);
const isIn = (...guilds: string[]): void => {
  world.discord.state.members.clear();
  for (const guild of guilds)
    world.discord.state.members.set(`${guild} ${MEMBER}`, { user: { id: MEMBER }, roles: [] });
};

describe('in private the bot knows', () => {
  const alone: Person = { user: MEMBER, guild: null, channel: { id: '900000000000000001', type: 1 } };
  const ask = async (): Promise<string> => textOf(await world.slash('ask', CLUB, alone));
  /** Ids of the answers in private that may have to be corrected: each is noted a moment after it was given. */
  const noted = async (since: string): Promise<string[]> => {
    const place = `discord:dm-${world.services.hash(`discord:${MEMBER}`)}`;
    const own = await world.services.communities.of({ platform: 'discord', id: GUILD });
    const found = await world.services.store.transact(({ answers }) =>
      answers.with(null, [...own.knowledge().all.keys()], since),
    );
    return found.filter((one) => one.place === place).map(({ message }) => message);
  };

  it('what the only server knows that somebody shares with it, also where they write', async () => {
    isIn(GUILD);
    expect(await ask()).toContain('old town');
    const message = world.write('Where is the clubhouse?', {
      guild_id: undefined,
      member: undefined,
      channel_id: '900000000000000001',
    });
    expect(JSON.stringify(await world.replyTo(message))).toContain('old town');
    expect((await world.complete('ask', 'question', 'clubhouse', alone)).data.choices[0].name).toBe(
      '📌 Where is the clubhouse?',
    );
    await until(async () => (await noted('')).length === 2);
  });

  it('nothing more of a server that they left a minute ago', async () => {
    isIn(GUILD);
    expect(await ask()).toContain('old town');
    isIn();
    minutes += 1;
    expect(await ask()).not.toContain('old town');
    isIn(GUILD);
    minutes += 11;
    expect(await ask()).toContain('old town');
  });

  it('words only, and says so once to somebody who sends stickers or pictures', async () => {
    const channel = '900000000000000005';
    const send = (more: Json) =>
      world.write('', {
        guild_id: undefined,
        member: undefined,
        channel_id: channel,
        author: { id: '600000000000000005' },
        ...more,
      });
    const told = await world.replyTo(send({ sticker_items: [{ id: '1', name: 's', format_type: 1 }] }));
    expect(seen(told).text).toBe(world.services.speak('en')('words-only'));
    send({ attachments: [{ id: '2', filename: 'a.png', size: 1, url: 'u', proxy_url: 'u' }] });
    await world.quiet();
    expect(
      world.discord.calls.filter(({ method, path }) => method === 'POST' && path === `/channels/${channel}/messages`),
    ).toHaveLength(1);
  });

  it('what is corrected there is corrected in private, too', async () => {
    isIn(GUILD);
    const pin = (text: string) => world.slash('pin', { question: 'Where is the clubhouse?', text }, moderator);
    const since = world.services.now();
    const post = await world.replyTo(
      world.write('Where is the clubhouse?', {
        guild_id: undefined,
        member: undefined,
        channel_id: '900000000000000001',
      }),
    );
    await ask();
    const both = await until(async () => {
      const found = await noted(since);
      return found.length === 2 && found;
    });
    expect(both).toContain(post.id);
    const edits = () => world.discord.calls.filter(({ method }) => method === 'PATCH').map(({ path }) => path);
    await pin('It is in the old town, next to the mill.');
    await until(() => both.every((id) => edits().includes(`/channels/900000000000000001/messages/${id}`)));
    await pin('It is in the old town.');
  });

  it('nothing of a server in which they are not', async () => {
    isIn();
    expect(await ask()).not.toMatch(/old town|harbour/);
    expect(
      (await world.complete('ask', 'question', 'clubhouse', alone)).data.choices.map(({ name }: Json) => name),
    ).not.toContain('📌 Where is the clubhouse?');
  });

  it('of several only the one that was chosen, as long as they are in it', async () => {
    isIn(GUILD, OTHER);
    expect(await ask()).not.toMatch(/old town|harbour/);
    const offered = await world.slash('server', {}, alone);
    expect(Object.keys(buttonsOf(offered.data))).toEqual(['Test server', 'Other server', 'Only what I know myself']);
    const message = { id: world.discord.state.id(), flags: 64, embeds: [] };
    await world.press(buttonsOf(offered.data)['Other server'] ?? '', message, alone);
    expect(await ask()).toContain('harbour');
    expect(
      (await world.complete('server', 'server', 'test', alone)).data.choices.map(({ value }: Json) => value),
    ).toEqual([GUILD]);
    await world.slash('server', { server: GUILD }, alone);
    expect(await ask()).toContain('old town');
    isIn(OTHER);
    minutes += 11;
    expect(await ask()).not.toMatch(/old town|harbour/);
    await world.slash('server', { server: GUILD }, alone);
    expect(await ask()).not.toContain('old town');
    await world.slash('server', { server: 'none' }, alone);
    expect(await ask()).not.toMatch(/old town|harbour/);
  });
});

describe('where the bot was not added', () => {
  const installed = { authorizing_integration_owners: { 1: MEMBER } };
  const among: Person = {
    user: MEMBER,
    guild: null,
    channel: { id: '910000000000000001', type: 3 },
    more: { context: 2, ...installed },
  };
  const elsewhere: Person = { ...moderator, channel: { id: '910000000000000002', type: 0 }, more: installed };

  it.each([
    ['a group of people', among],
    ['a server', elsewhere],
  ])('%s gets answers from the packs, and from no server', async (_, who) => {
    isIn(GUILD);
    expect(textOf(await world.slash('ask', { question: 'why was my account banned' }, who))).toContain('banned');
    expect(textOf(await world.slash('ask', CLUB, who))).not.toContain('old town');
    // The same question once more: there is no message of the bot's to point at.
    expect(textOf(await world.slash('ask', { question: 'why was my account banned' }, who))).toContain(
      'Why was my account banned?',
    );
  });

  it('nobody moderates, whatever they may there', async () => {
    const { data } = await world.slash('settings', { setting: 'unknown', value: 'silent' }, elsewhere);
    expect(seen(data).text).toMatch(/Only moderators/);
  });

  it('others use the buttons of an answer, and whoever asked removes it', async () => {
    const { data } = await world.slash('ask', { question: 'why was my account banned' }, among);
    const message = { id: world.discord.state.id(), flags: 0, embeds: [] };
    const helped = await world.press(buttonsOf(data)['👍 Helped'] ?? '', message, {
      ...among,
      user: '600000000000000008',
    });
    expect(textOf(helped)).not.toMatch(/no longer works/);
    const before = world.discord.calls.length;
    await world.press(buttonsOf(data)['🗑️ Remove'] ?? '', message, among);
    await world.called(({ method, path }) => method === 'DELETE' && path.endsWith('/@original'), before);
  });

  it('"Answer this" answers as a command does', async () => {
    const target = {
      id: world.discord.state.id(),
      content: 'why was my account banned',
      author: { id: '600000000000000055' },
      embeds: [],
      flags: 0,
    };
    expect(seen((await world.menu('Answer this', target, among)).data).title).toBe('Why was my account banned?');
    expect(world.discord.calls.some(({ path }) => path === '/channels/910000000000000001/messages')).toBe(false);
  });
});
