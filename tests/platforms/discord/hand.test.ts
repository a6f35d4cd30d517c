import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { listedOf } from '../../../src/bot/command.ts';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, PUBLIC, seen } from '../../helpers/discord-message.ts';
import { discordWorld, MEMBER, MODERATOR, mention, moderator, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

const world = discordFileWorld();

const NEWCOMER = '600000000000000055';
const HELPERS = '500000000000000001';
const { channel } = world;

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

describe('"Answer with an entry" in the menu of a message', () => {
  const open = async (content: string, parts: Json = {}) => {
    const where = channel();
    const target = { id: world.discord.state.id(), content, author: { id: NEWCOMER }, embeds: [], flags: 0 };
    const who = { user: MEMBER, channel: where, ...parts };
    const { data } = await world.menu('Answer with an entry', target, who);
    const shown = (id = world.discord.state.id()) => ({ id, flags: 64, embeds: [], channel_id: where.id });
    return { where, target, who, data, shown };
  };
  const postsIn = ({ id }: Json) =>
    world.discord.calls
      .filter(({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`)
      .map(({ body }) => body);

  it('offers the entries for that message first, and replies to it with the one that is chosen', async () => {
    const { where, target, who, data, shown } = await open('they banned me, why was my account banned?');
    expect([data.flags, seen(data).text]).toEqual([PRIVATE, '**Which entry answers this message?**']);
    const buttons = buttonsOf(data);
    expect(Object.keys(buttons)[0]).toBe('Why was my account banned?');
    expect(Object.keys(buttons).at(-1)).toBe('🔎 Search entries');
    const chosen = await world.press(buttons['Why was my account banned?'] ?? '', shown(), who);
    const [body] = postsIn(where);
    expect(body).toMatchObject({
      message_reference: { message_id: target.id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
    });
    expect(seen(body).title).toBe('Why was my account banned?');
    // The choice says where the answer is.
    expect([chosen.type, JSON.stringify(chosen.data)]).toEqual([7, expect.stringContaining(`/${where.id}/`)]);
    // Nothing is said twice to people who can still read it.
    await world.press(buttons['Why was my account banned?'] ?? '', shown(), who);
    expect(postsIn(where)).toHaveLength(1);
  });

  it('finds others by words, and speaks the language of the message', async () => {
    const { where, who, data, shown } = await open('请问一下，这个怎么办呢？');
    const modal = await world.press(buttonsOf(data)['🔎 Search entries'] ?? '', shown(), who);
    expect(modal.type).toBe(9);
    const found = await world.submit(modal.data, { entry: '账号被封' }, who, shown());
    expect([found.type, Object.keys(buttonsOf(found.data))[0]]).toEqual([7, '为什么我的账号被封了？']);
    await world.press(Object.values(buttonsOf(found.data))[0] ?? '', shown(), who);
    expect(seen(postsIn(where)[0] ?? {}).title).toBe('为什么我的账号被封了？');
  });

  it('offers entries for a picture without words, and shows the answer by the menu where the bot may not write', async () => {
    const { where, who, data, shown } = await open('');
    const [first = '', id = ''] = Object.entries(buttonsOf(data))[0] ?? [];
    world.discord.override({
      matches: ({ method, path }) => method === 'POST' && path === `/channels/${where.id}/messages`,
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    const shownTo = await world.press(id, shown(), who);
    expect([shownTo.data.flags, seen(shownTo.data).title]).toEqual([PUBLIC, first]);
  });
});

describe('an answer in another language', () => {
  it('is shown to the one who chooses it at 🌐, and to all where it is asked for in words', async () => {
    const where = channel();
    const answer = await world.replyTo(
      world.write(`${mention} why was my account banned`, { channel_id: where.id, author: { id: MEMBER } }),
    );
    await until(() =>
      world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, answer.id)).then(Boolean),
    );
    const reader = { user: NEWCOMER, channel: where };
    const offered = await world.press(buttonsOf(answer)['🌐 Language'] ?? '', { ...answer, flags: 0 }, reader);
    expect([offered.data.flags, seen(offered.data).text]).toEqual([PRIVATE, '**In which language?**']);
    expect(Object.keys(buttonsOf(offered.data))).toEqual(['English', '简体中文', '繁體中文']);
    const list = { id: world.discord.state.id(), flags: 64, embeds: [], channel_id: where.id };
    const chosen = await world.press(buttonsOf(offered.data).简体中文 ?? '', list, reader);
    expect([chosen.type, seen(chosen.data).title]).toEqual([7, '为什么我的账号被封了？']);
    const asked = world.write('in Chinese, please', { channel_id: where.id, type: 19, referenced_message: answer });
    expect(seen(await world.replyTo(asked)).title).toBe('为什么我的账号被封了？');
  });

  it('has no 🌐 if there is none', async () => {
    const { data } = await world.slash('show', { entry: 'questions/refund' }, { user: MEMBER, channel: channel() });
    expect(Object.keys(buttonsOf(data))).not.toContain('🌐 Language');
  });
});

describe('a command below another name', () => {
  it('does what it does by its own name, which may still be typed, and is completed', async () => {
    const { data } = await world.complete('answers show', 'entry', 'refund', moderator);
    expect(data.choices).toContainEqual(expect.objectContaining({ value: 'questions/refund' }));
    for (const name of ['answers pin', 'pin']) {
      const question = `where is the lost property office of ${name}`;
      const { data: pinned } = await world.slash(name, { question, entry: 'questions/refund' }, moderator);
      expect([pinned.flags, seen(pinned).text]).toEqual([PRIVATE, expect.stringContaining(question)]);
      expect(Object.keys(buttonsOf(pinned))).toContain('Undo');
    }
    const [below, alone] = [
      await world.slash('questions list', {}, moderator),
      await world.slash('questions', {}, moderator),
    ];
    expect(seen(below.data).text).not.toBe('');
    expect(seen(below.data)).toEqual(seen(alone.data));
    const { data: refused } = await world.slash('answers pin', { question: 'who?' }, { user: MEMBER });
    expect(seen(refused).text).toContain('Only moderators');
  });
});

describe('/help', () => {
  const help = async (who: object) => {
    const { data } = await world.slash('help', {}, who);
    expect(data.flags).toBe(PRIVATE);
    return data.components[0].components.map(({ content }: Json) => content);
  };

  it.each(['en-US', 'ru', 'es-ES', 'it', 'ko', 'zh-CN', 'zh-TW', 'ar', 'fa'])(
    'has room for every command that moderators have: %s',
    async (locale) => {
      const parts = await help({ user: MODERATOR, permissions: '8192', locale });
      const listed = parts.join('\n').match(/^(?:\u200f)?- /gm) ?? [];
      expect(listed).toHaveLength(listedOf(world.services.commands).length);
      expect(parts.at(-1)).toContain('</help:');
    },
  );

  it('is for whoever asks, its commands can be clicked, and moderators have groups of their own', async () => {
    const id = world.discord.state.commands.find(({ name }) => name === 'ask').id;
    const [, ask, you, more] = await help({ user: MEMBER });
    expect(ask).toMatch(new RegExp(`^\\*\\*Ask\\*\\*\n- </ask:${id}> answers`));
    expect(you).toMatch(/^\*\*You and me\*\*\n- <\/language:\d+>/);
    expect(more).toMatch(/^<\/help:\d+> with a command/);
    const moderators = await help({ user: MODERATOR, permissions: '8192' });
    expect(moderators.map((part: string) => part.split('\n', 1)[0]).slice(1, -1)).toEqual([
      '**Ask**',
      '**Teach and correct (moderators)**',
      '**Questions and changes (moderators)**',
      '**Settings and upkeep (moderators)**',
      '**You and me**',
    ]);
    expect(moderators[2]).toMatch(/\n- <\/answers pin:\d+> pins/);
  });

  it('keeps each line in the direction of its language, though it begins with a command', async () => {
    const { data } = await world.slash('help', {}, { user: MEMBER, locale: 'ar' });
    const lines = data.components[0].components[1].content.split('\n').slice(1);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/^- \u200f\u2068(?:<\/[\w -]+:\d+>|`@Wenda \/[\w-]+`)\u2069 /);
    expect(data.components[0].components.at(-1).content).toMatch(/^\u200f/);
  });
});
