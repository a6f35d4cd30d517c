import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIVATE, PUBLIC, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, MODERATOR, moderator } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

const NEWCOMER = '600000000000000055';
const HELPERS = '500000000000000001';
let channels = 0;
const channel = (): Json => {
  const id = `3300000000000${String(++channels).padStart(5, '0')}`;
  world.discord.state.channels.set(id, {
    id,
    type: 0,
    guild_id: GUILD,
    name: `c${channels}`,
    permission_overwrites: [],
  });
  return { id, type: 0 };
};

/** Who is called by name above a message. */
const calledIn = ({ components = [] }: Json): string | undefined =>
  components.find(({ content = '' }: Json) => content.startsWith('<@'))?.content;

describe('/show with a member', () => {
  const show = (
    who: object,
    options: Record<string, string> = { entry: 'questions/refund', member: NEWCOMER },
    where = channel(),
  ) => world.slash('show', options, { ...who, channel: where });

  it('answers that member by name, and pings nobody else', async () => {
    const { data } = await show(moderator);
    expect(calledIn(data)).toBe(`<@${NEWCOMER}>`);
    expect(data).toMatchObject({ allowed_mentions: { parse: [], users: [NEWCOMER], replied_user: false } });
    expect(JSON.stringify(data)).toContain('refund');
    expect(data.flags).toBe(PUBLIC);
  });

  it('is for moderators and helpers', async () => {
    const helper = { user: MEMBER, roles: [HELPERS] };
    const refused = await show(helper);
    expect([refused.data.flags, calledIn(refused.data)]).toEqual([PRIVATE, undefined]);
    expect(seen(refused.data).text).toMatch(/moderators and helpers/);
    await world.slash('settings', { setting: 'helpers', value: `<@&${HELPERS}>` }, moderator);
    expect(calledIn((await show(helper)).data)).toBe(`<@${NEWCOMER}>`);
    expect((await show({ user: MEMBER })).data.flags).toBe(PRIVATE);
    await world.slash('settings', { setting: 'helpers', value: 'default' }, moderator);
  });

  it('calls nobody where there is no such entry, and calls them also where the answer stands above', async () => {
    expect(calledIn((await show(moderator, { entry: 'nonsense', member: NEWCOMER })).data)).toBeUndefined();
    const where = channel();
    await show(moderator, { entry: 'questions/refund' }, where);
    expect(calledIn((await show(moderator, undefined, where)).data)).toBe(`<@${NEWCOMER}>`);
  });
});

describe('"Answer this" in the menu of a message', () => {
  const message = (content: string) => ({
    id: world.discord.state.id(),
    content,
    author: { id: NEWCOMER },
    embeds: [],
    flags: 0,
  });
  const menu = (target: Json, where: Json) => world.menu('Answer this', target, { user: MEMBER, channel: where });
  const postsIn = ({ id }: Json) =>
    world.discord.calls
      .filter(({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`)
      .map(({ body }) => body);

  it('replies to that message, and tells whoever opened it where', async () => {
    const [where, target] = [channel(), message('why was my account banned')];
    const { data } = await menu(target, where);
    expect(postsIn(where)).toEqual([
      expect.objectContaining({
        message_reference: { message_id: target.id, fail_if_not_exists: false },
        allowed_mentions: { parse: [], replied_user: false },
      }),
    ]);
    expect([data.flags, JSON.stringify(data)]).toEqual([PRIVATE, expect.stringContaining(`/${where.id}/`)]);
    // The same is not said twice to people who can still read it.
    await menu(message('why was my account banned'), where);
    expect(postsIn(where)).toHaveLength(1);
  });

  it('answers a question that was forwarded', async () => {
    const where = channel();
    await menu({ ...message(''), message_snapshots: [{ message: { content: 'why was my account banned' } }] }, where);
    expect(postsIn(where).map((body) => seen(body).title)).toEqual(['Why was my account banned?']);
  });

  it('of an earlier version, which a client still shows, says what there is now', async () => {
    const { data } = await world.menu('Explain this', message('why was my account banned'), { channel: channel() });
    expect([data.flags, JSON.stringify(data)]).toEqual([PRIVATE, expect.stringContaining('What I can do')]);
  });

  it('says nothing in the channel where it is not sure', async () => {
    const where = channel();
    for (const words of ['what is the capital of France?', 'is it about accounts or phones?'])
      expect((await menu(message(words), where)).data.flags).toBe(PRIVATE);
    expect(postsIn(where)).toEqual([]);
  });

  it('says in time that it was heard where the channel is slow to take it', async () => {
    const slow = await discordWorld({ config: { patience: { acknowledge: 1, reconnect: 50, defer: 60_000 } } });
    const where = channel();
    slow.discord.state.channels.set(where.id, world.discord.state.channels.get(where.id));
    // It is tried again.
    slow.discord.override({
      matches: ({ method, path }) => method === 'POST' && path === `/channels/${where.id}/messages`,
      status: 500,
      times: 2,
    });
    const target = message('why was my account banned');
    const { type, data } = await slow.menu('Answer this', target, { user: MEMBER, channel: where });
    expect([type, data.flags]).toEqual([5, MessageFlags.Ephemeral]);
    const { body } = await slow.called(({ method, path }) => method === 'PATCH' && path.endsWith('@original'));
    expect(JSON.stringify(body)).toContain(`/${where.id}/`);
    expect(
      [...slow.discord.state.messages.values()].filter(({ message_reference: to }) => to?.message_id === target.id),
    ).toHaveLength(1);
    await slow.stop();
    expect(slow.discord.problems).toEqual([]);
  });

  it('answers as a command where the bot may not write', async () => {
    const where = channel();
    world.discord.override({
      matches: ({ method, path }) => method === 'POST' && path === `/channels/${where.id}/messages`,
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    const { data } = await menu(message('why was my account banned'), where);
    expect([data.flags, seen(data).title]).toEqual([PUBLIC, 'Why was my account banned?']);
  });
});

describe('/help', () => {
  const help = async (who: object) => {
    const { data } = await world.slash('help', {}, who);
    expect(data.flags).toBe(PRIVATE);
    return data.components[0].components.map(({ content }: Json) => content);
  };

  it('is for whoever asks, its commands can be clicked, and moderators have theirs apart', async () => {
    const id = world.discord.state.commands.find(({ name }) => name === 'ask').id;
    const [, everyone, more] = await help({ user: MEMBER });
    expect(everyone).toContain(`</ask:${id}>`);
    expect(everyone).not.toMatch(/<\/pin:/);
    expect(more).toMatch(/^\/help with a command/);
    const [, , moderators] = await help({ user: MODERATOR, permissions: '8192' });
    expect(moderators).toMatch(/^\*\*For moderators\*\*\n- <\/pin:\d+>/);
  });

  it('keeps each line in the direction of its language, though it begins with a command', async () => {
    const { data } = await world.slash('help', {}, { user: MEMBER, locale: 'ar' });
    const lines = data.components[0].components[1].content.split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/^- \u200f\u2068<\/[\w-]+:\d+>\u2069 /);
  });
});
