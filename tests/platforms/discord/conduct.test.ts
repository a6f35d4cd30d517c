import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, PUBLIC, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, mention, moderator, openMore, until } from '../../helpers/discord-world.ts';
import { fakeDiscord, type Json } from '../../helpers/fake-discord.ts';
import { BOT, FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';

const world = discordFileWorld();

const { channel } = world;
const postsIn = (id: string): Json[] =>
  [...world.discord.state.messages.values()].filter(
    ({ channel_id: where, message_reference: to }) => where === id && to,
  );
/** What is posted after this has been answered, everything before it has been dealt with. */
const repliesMeanwhile = async (id: string): Promise<Json[]> => {
  const before = postsIn(id);
  const last = await world.replyTo(world.write(`${mention} /topics`, { channel_id: id }));
  return postsIn(id).filter((one) => one !== last && !before.includes(one));
};
const QUESTION = 'why was my account banned';

describe('a reply to the bot', () => {
  it('that asks nothing gets silence; a question is answered when sure, and offered choices otherwise', async () => {
    const { id } = channel();
    const answer = await world.replyTo(world.write(`${mention} ${QUESTION}`, { channel_id: id }));
    const reply = (content: string) => world.write(content, { channel_id: id, type: 19, referenced_message: answer });
    for (const words of [
      'thanks!',
      'lol',
      '+1',
      'ok cool',
      '🔥',
      'nice bot',
      'shut up',
      '/roll 20',
      '',
      '<:party:123456789012345678>',
    ])
      reply(words);
    expect(postsIn(id)).toEqual([answer]);
    expect(await repliesMeanwhile(id)).toEqual([]);
    expect(seen(await world.replyTo(reply('how do I delete my conversation history?'))).title).toMatch(
      /conversation history/,
    );
    const offer = await world.replyTo(reply('is it about accounts or phones?'));
    expect(Object.keys(buttonsOf(offer)).length).toBeGreaterThan(0);
    reply('what is the capital of France?');
    expect(await repliesMeanwhile(id)).toEqual([]);
  });
});

describe('who says that an answer is wrong', () => {
  it.each([
    ["no that's wrong", 'en'],
    ['不对', 'zh-Hans'],
    ['این درست نیست', 'fa'],
  ])('is offered the 👎, once for each answer, and votes with it: %s', async (words, language) => {
    const where = channel();
    const answer = await world.replyTo(
      world.write(`${mention} how do I get my money back for a subscription`, { channel_id: where.id }),
    );
    await until(() => world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, answer.id)));
    const reply = (content: string) =>
      world.write(content, { channel_id: where.id, type: 19, referenced_message: answer });
    const offer = await world.replyTo(reply(words));
    expect(seen(offer).text).toBe(world.services.speak(language)('wrong-offer'));
    expect(Object.keys(buttonsOf(offer))).toEqual(['👎']);
    reply(words);
    expect(await repliesMeanwhile(where.id)).toEqual([]);
    const unhelpful = async () =>
      (await world.services.store.transact(({ votes }) => votes.count(`discord:${GUILD}`, '2020-01-01'))).reduce(
        (sum, vote) => sum + vote.unhelpful,
        0,
      );
    const before = await unhelpful();
    const by = { channel: where, user: `60000000000000030${language.length}` };
    const { type, data } = await world.press(buttonsOf(offer)['👎'] ?? '', offer, by);
    expect([type, (await unhelpful()) - before]).toEqual([7, 1]);
    expect(seen(data).text).toContain('What was wrong?');
    const thanks = await world.press(buttonsOf(data)['Out of date'] ?? '', offer, by);
    expect([thanks.type, seen(thanks.data).text]).toEqual([7, 'Thanks, that helps to put it right.']);
  });

  it.each(['what is wrong with my account', 'is that wrong?'])('says it and nothing else: %s', async (words) => {
    const where = channel();
    const answer = await world.replyTo(
      world.write(`${mention} how do I get my money back for a subscription`, { channel_id: where.id }),
    );
    await until(() => world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, answer.id)));
    world.write(words, { channel_id: where.id, type: 19, referenced_message: answer });
    expect(JSON.stringify(await repliesMeanwhile(where.id))).not.toContain(world.services.speak('en')('wrong-offer'));
  });
});

let ids = 0;
/** An id of Discord's that was made so many minutes ago. */
const idFrom = (minutes: number): string =>
  String(((BigInt(Date.now()) - 1_420_070_400_000n - BigInt(minutes * 60_000)) << 22n) + BigInt(++ids));

describe('what comes late', () => {
  it('is left alone: what was meant for nobody after two minutes, questions after ten', async () => {
    const where = channel();
    await world.slash('settings', { setting: 'mode', value: 'questions' }, { ...moderator, channel: where });
    const write = (content: string, minutes: number) =>
      world.write(content, { id: idFrom(minutes), channel_id: where.id });
    write(QUESTION, 3);
    write(`${mention} ${QUESTION}`, 11);
    expect(await repliesMeanwhile(where.id)).toEqual([]);
    await world.replyTo(write('how do I delete my conversation history', 1));
    await world.replyTo(write(`${mention} ${QUESTION}`, 9));
  });

  it('is not worked out where its interaction is over', async () => {
    const id = idFrom(20);
    world.discord.gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: BOT.id,
      token: 'secret-late',
      version: 1,
      locale: 'en-US',
      channel_id: channel().id,
      guild_id: GUILD,
      member: { user: { id: '600000000000000009' }, roles: [], permissions: '1024' },
      type: 2,
      data: { id: '1', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: QUESTION }] },
    });
    await world.slash('topics', {}, { channel: channel() });
    expect(world.discord.state.callbacks.has(id)).toBe(false);
  });
});

describe('manners', () => {
  it('/ask strips mentions as messages do', async () => {
    const { data } = await world.slash(
      'ask',
      { question: `<@600000000000000003> ${QUESTION} <:party:123456789012345678>` },
      { channel: channel() },
    );
    expect(seen(data)).toMatchObject({ title: 'Why was my account banned?' });
    expect(seen(data).quote).toBeUndefined();
  });

  it('what stands in the message that was replied to is no command', async () => {
    const where = channel();
    const before = (await world.services.communities.of({ platform: 'discord', id: GUILD })).state.all(
      'setting',
    ).length;
    world.discord.state.members.set(`${GUILD} 600000000000000002`, {
      user: { id: '600000000000000002' },
      roles: ['500000000000000001'],
    });
    const quoted = {
      id: world.discord.state.id(),
      content: '/settings unknown silent',
      author: { id: '600000000000000004' },
    };
    await world
      .replyTo(
        world.write(mention, {
          channel_id: where.id,
          type: 19,
          referenced_message: quoted,
          author: { id: '600000000000000002' },
        }),
      )
      .catch(() => undefined);
    expect((await world.services.communities.of({ platform: 'discord', id: GUILD })).state.all('setting')).toHaveLength(
      before,
    );
  });

  it('a question that is forwarded in private is answered; a command is none there either', async () => {
    const forward = (content: string) =>
      world.write('', {
        guild_id: undefined,
        member: undefined,
        channel_id: '900000000000000777',
        message_reference: { type: 1, message_id: '1', channel_id: '2' },
        message_snapshots: [{ message: { content } }],
      });
    expect(seen(await world.replyTo(forward(QUESTION))).title).toBe('Why was my account banned?');
    expect(seen(await world.replyTo(forward('/privacy erase'))).text).toMatch(/^Hello, I'm Wenda/);
  });

  it("a helper's mention under a newcomer's question answers the newcomer", async () => {
    const where = channel();
    const question = { id: world.discord.state.id(), content: QUESTION, author: { id: '600000000000000005' } };
    world.write(mention, {
      channel_id: where.id,
      type: 19,
      referenced_message: question,
      author: { id: '600000000000000006' },
    });
    const [answer] = await until(() => (postsIn(where.id).length > 0 ? postsIn(where.id) : undefined));
    expect(answer.message_reference.message_id).toBe(question.id);
  });
});

describe('the token', () => {
  it('survives one 401, after which nothing is lost, and is given up only when Discord does not know it', async () => {
    const { discord } = world;
    const where = channel();
    discord.override({
      matches: ({ method, path }) => method === 'POST' && path === `/channels/${where.id}/messages`,
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
    await world.replyTo(world.write(`${mention} ${QUESTION}`, { channel_id: where.id })).catch(() => undefined);
    await until(() => postsIn(where.id).length === 1);
    expect(discord.calls.some(({ path }) => path === '/users/@me')).toBe(true);

    const other = await discordWorld();
    const [ended] = await Promise.all([
      other.ended.catch((error: unknown) => error),
      (async () => {
        const isPosted = ({ method, path }: { method: string; path: string }): boolean =>
          method === 'POST' && path.endsWith('/messages');
        other.discord.override({
          matches: (call) => isPosted(call) || call.path === '/users/@me',
          status: 401,
          times: 100,
          body: { code: 0, message: '401: Unauthorized' },
        });
        other.write(`${mention} ${QUESTION}`);
      })(),
    ]);
    expect(String(ended)).toContain('DISCORD_TOKEN');
    await other.discord.close();
  });
});

it('one 401 at the start is survived', async () => {
  const discord = await fakeDiscord();
  discord.override({
    matches: ({ path }) => path === '/gateway/bot',
    status: 401,
    body: { code: 0, message: '401: Unauthorized' },
  });
  const other = await discordWorld({ discord });
  expect(seen((await other.slash('ask', { question: QUESTION })).data).title).toBe('Why was my account banned?');
  await other.stop();
  await discord.close();
});

describe('an answer in an archived thread', () => {
  const correctIn = async (locked: boolean): Promise<{ readonly id: string; readonly answer: Json }> => {
    const { id } = channel();
    const { state } = world.discord;
    state.channels.set(id, { ...state.channels.get(id), type: 11 });
    const answer = await world.replyTo(
      world.write(`${mention} how do I get my money back for a subscription`, { channel_id: id }),
    );
    expect(seen(answer).title).toContain('refund');
    state.channels.get(id).thread_metadata = { archived: true, locked };
    await world.slash('retire', { entry: 'questions/refund', force: true }, moderator);
    return { id, answer };
  };
  const restore = () => world.slash('restore', { entry: 'questions/refund', force: true }, moderator);

  it('is corrected, and the thread is archived again', async () => {
    const { id, answer } = await correctIn(false);
    await until(() => answer.edited_timestamp !== null);
    const opened = world.discord.calls
      .filter(({ method, path }) => method === 'PATCH' && path === `/channels/${id}`)
      .map(({ body }) => body);
    await until(() => world.discord.state.channels.get(id).thread_metadata.archived);
    expect(opened[0]).toEqual({ archived: false });
    await restore();
  });

  it('is told to a moderator where the thread is locked', async () => {
    const { id } = await correctIn(true);
    await world.called(({ method, path }) => method === 'PATCH' && path === `/channels/${id}`);
    await world.quiet();
    const since = world.discord.calls.length;
    await restore();
    const note = await world.called(
      ({ method, path, body }) =>
        method === 'POST' && path.startsWith('/webhooks/') && JSON.stringify(body).includes(id),
      since,
    );
    expect(note.body.flags).toBe(PRIVATE);
  });
});

it('what is for one person only is shown to nobody else in a channel', async () => {
  const flagsOf = async (name: string, options: Record<string, string> = {}, who: object = {}) =>
    (await world.slash(name, options, { ...who, channel: channel() })).data.flags;
  const own = [
    await flagsOf('language'),
    await flagsOf('language', { language: 'ru' }),
    await flagsOf('language', { language: 'auto' }),
  ];
  const refused = [
    await flagsOf('helpful'),
    await flagsOf('show', { entry: 'nonsense' }),
    await flagsOf('ask'),
    await flagsOf('ask', { question: 'x'.repeat(3000) }),
    await flagsOf('nonsense'),
  ];
  const work = [
    await flagsOf('retire', { entry: 'nonsense' }, moderator),
    await flagsOf('pin', { question: 'where do lanterns sleep', entry: 'questions/refund' }, moderator),
    await flagsOf('undo', {}, moderator),
  ];
  expect([...own, ...refused, ...work]).toEqual(Array.from({ length: 11 }, () => PRIVATE));
  const shared = [
    await flagsOf('ask', { question: QUESTION }),
    await flagsOf('ask', { question: 'is it about accounts or phones?' }),
    await flagsOf('topics'),
    await flagsOf('sources'),
  ];
  expect(shared).toEqual(Array.from({ length: 4 }, () => PUBLIC));
});

it("the bot's own role is its name", async () => {
  const { id } = channel();
  const answer = await world.replyTo(
    world.write(`<@&500000000000000002> ${QUESTION}`, { channel_id: id, mention_roles: ['500000000000000002'] }),
  );
  expect(seen(answer).title).toBe('Why was my account banned?');
});

describe('who asks too much', () => {
  const asks = (other: DiscordWorld, user: number) =>
    other.write(`${mention} ${QUESTION}`, { author: { id: `60000000000000010${user}` } });
  const notices = ({ discord }: DiscordWorld) =>
    discord.calls.filter(({ method, path }) => method === 'POST' && path === '/users/@me/channels');
  const replies = ({ discord }: DiscordWorld) =>
    [...discord.state.messages.values()].filter(({ message_reference: to }) => to);

  it('is told once, and nobody is told of a busy channel', async () => {
    const much = { burst: 100, every: 60_000 };
    const busy = await discordWorld({ config: { pace: { person: much, channel: { burst: 1, every: 60_000 } } } });
    for (let user = 1; user <= 4; user++) asks(busy, user);
    await until(() => replies(busy).length === 1);
    await busy.quiet();
    expect([replies(busy).length, notices(busy).length]).toEqual([1, 0]);
    await busy.stop();
    const eager = await discordWorld({ config: { pace: { person: { burst: 1, every: 60_000 }, channel: much } } });
    for (let at = 0; at < 5; at++) asks(eager, 1);
    await until(() => notices(eager).length === 1);
    await eager.quiet();
    expect([replies(eager).length, notices(eager).length]).toEqual([1, 1]);
    await eager.stop();
  });
});

it('the forms of two moderators live side by side', async () => {
  const [one, two] = ['600000000000000021', '600000000000000022'].map((user) => ({ ...moderator, user }));
  const [first, second] = [await world.slash('teach', {}, one), await world.slash('teach', {}, two)];
  const submit = (modal: Json, question: string, who: typeof one) =>
    world.submit(modal.data, { question, answer: 'Behind the house.', phrasings: '', source: '', language: '' }, who);
  const stolen = await submit(first, 'Where is the cellar?', two);
  expect(JSON.stringify(stolen.data.components)).toContain('no longer works');
  expect(seen((await submit(second, 'Where is the kitchen?', two)).data).title).toBe('Where is the kitchen?');
  expect(seen((await submit(first, 'Where is the garden?', one)).data).title).toBe('Where is the garden?');
});

it.each([
  [
    'of the channel',
    'CHANNEL_UPDATE',
    (id: string): Json => ({ id, type: 0, guild_id: GUILD, name: 'c', permission_overwrites: [] }),
  ],
  [
    'of a role',
    'GUILD_ROLE_UPDATE',
    (): Json => ({ guild_id: GUILD, role: { id: '500000000000000002', name: 'Wenda', permissions: '3072' } }),
  ],
])('a right that is given counts at once: %s', async (_, event, data) => {
  const { id } = channel();
  world.discord.override({
    matches: ({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`,
    status: 403,
    times: 1,
    body: { code: 50013, message: 'Missing Permissions' },
  });
  world.write(`${mention} ${QUESTION}`, { channel_id: id });
  await world.called(({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`);
  await world.quiet();
  world.write(`${mention} ${QUESTION}`, { channel_id: id });
  await world.quiet();
  expect(postsIn(id)).toEqual([]);
  world.discord.gateway.dispatch(event, data(id));
  await world.replyTo(world.write(`${mention} ${QUESTION}`, { channel_id: id }));
});

it('a right that is given to a channel counts in its threads', async () => {
  const [where, { id }] = [channel(), channel()];
  const thread = {
    id,
    type: 11,
    guild_id: GUILD,
    parent_id: where.id,
    name: 't',
    owner_id: '600000000000000001',
    thread_metadata: { archived: false, auto_archive_duration: 60, archive_timestamp: new Date().toISOString() },
  };
  world.discord.gateway.dispatch('CHANNEL_CREATE', { ...where, guild_id: GUILD, name: 'c', permission_overwrites: [] });
  world.discord.gateway.dispatch('THREAD_CREATE', thread);
  const isPost = ({ method, path }: Json): boolean => method === 'POST' && path === `/channels/${id}/messages`;
  world.discord.override({ matches: isPost, status: 403, body: { code: 50013, message: 'Missing Permissions' } });
  world.write(`${mention} ${QUESTION}`, { channel_id: id });
  await world.called(isPost);
  await world.quiet();
  world.discord.gateway.dispatch('CHANNEL_UPDATE', {
    id: where.id,
    type: 0,
    guild_id: GUILD,
    name: 'c',
    permission_overwrites: [],
  });
  const reply = await world.replyTo(world.write(`${mention} ${QUESTION}`, { channel_id: id }));
  expect(postsIn(id)).toContainEqual(expect.objectContaining({ id: reply.id }));
});

it('a right that was given and is lost once more is told once more', async () => {
  const where = channel();
  const isPost = ({ method, path }: Json): boolean => method === 'POST' && path === `/channels/${where.id}/messages`;
  const ask = () => world.write(`${mention} ${QUESTION}`, { channel_id: where.id });
  const lose = async (): Promise<number> => {
    const since = world.discord.calls.length;
    world.discord.override({ matches: isPost, status: 403, body: { code: 50013, message: 'Missing Permissions' } });
    ask();
    await world.called(isPost, since);
    await world.quiet();
    await world.slash('pins', {}, moderator);
    await world.quiet();
    world.discord.gateway.dispatch('CHANNEL_UPDATE', {
      id: where.id,
      type: 0,
      guild_id: GUILD,
      name: 'c',
      permission_overwrites: [],
    });
    return world.discord.calls
      .slice(since)
      .filter(({ path, body }) => path.startsWith('/webhooks/') && JSON.stringify(body).includes(where.id)).length;
  };
  expect(await lose()).toBe(1);
  // It changed, and is not well yet.
  expect(await lose()).toBe(0);
  await world.replyTo(ask());
  expect(await lose()).toBe(1);
});

it('what an earlier process thought of long ago is left unsaid', async () => {
  const { id } = channel();
  const say = (minutes: number, title: string) => {
    const at = new Date(Date.now() - minutes * 60_000).toISOString();
    const payload = JSON.stringify({
      kind: 'say',
      channel: id,
      nonce: title,
      message: { components: [{ type: 10, content: title }] },
      at,
    });
    return world.services.store.transact(({ outbox }) =>
      outbox.add({ platform: 'discord', queue: `discord:${id}`, person: '', payload, due: at }),
    );
  };
  await say(11, 'too late');
  await say(9, 'in time');
  const isSaid = () =>
    [...world.discord.state.messages.values()]
      .filter(({ channel_id: where }) => where === id)
      .map(({ components }) => components[0].content);
  await until(
    async () => (await world.services.store.transact(({ outbox }) => outbox.due('discord', '9999'))).length === 0,
  );
  expect(isSaid()).toEqual(['in time']);
});

it("a forum's post is its opener's: what others say there is meant for them", async () => {
  const [opener, helper] = ['600000000000000031', '600000000000000032'];
  await world.slash(
    'settings',
    { setting: 'mode', value: 'questions' },
    { ...moderator, channel: { id: FORUM, type: 15 } },
  );
  const id = world.discord.state.id();
  const thread = {
    id,
    type: 11,
    guild_id: GUILD,
    parent_id: FORUM,
    name: 'Trouble',
    owner_id: opener,
    message_count: 0,
    member_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: new Date().toISOString(),
      locked: false,
    },
  };
  world.discord.state.channels.set(id, thread);
  world.discord.gateway.dispatch('THREAD_CREATE', thread);
  world.write('how do I delete my conversation history', { channel_id: id, author: { id: helper } });
  expect(await repliesMeanwhile(id)).toEqual([]);
  await world.replyTo(world.write(QUESTION, { channel_id: id, author: { id: opener } }));
});

it('🗑️ works in a channel that the bot may not see', async () => {
  const where = channel();
  const { data } = await world.slash('ask', { question: QUESTION }, { channel: where });
  const message = { ...data, id: world.discord.state.id(), channel_id: where.id };
  world.discord.override({
    matches: ({ method, path }) => method === 'DELETE' && path.startsWith('/channels/'),
    status: 403,
    body: { code: 50001, message: 'Missing Access' },
  });
  const since = world.discord.calls.length;
  const more = await openMore(world, message, { channel: where });
  await world.press(buttonsOf(more)['🗑️ Remove'] ?? '', more, { channel: where });
  const opened = world.discord.calls
    .slice(since)
    .find(({ path, body }) => path.endsWith('/callback') && body.type === 6);
  // Through the press on the answer: what was pressed last stands for another message.
  const token = opened?.path.split('/')[3];
  await world.called(
    ({ method, path }) => method === 'DELETE' && path === `/webhooks/${BOT.id}/${token}/messages/@original`,
    since,
  );
});

it('what was opened below an answer still takes it away after a restart; where that cannot be, it says so', async () => {
  const { discord, services } = world;
  const where = channel();
  const { data } = await world.slash('ask', { question: QUESTION }, { channel: where });
  const answer = { ...data, id: discord.state.id(), channel_id: where.id };
  discord.state.messages.set(`${where.id} ${answer.id}`, answer);
  const more = await openMore(world, answer, { channel: where });
  const later = await discordWorld({ services, discord });
  const remove = () => later.press(buttonsOf(more)['🗑️ Remove'] ?? '', more, { channel: where });
  const told = async (since: number) =>
    seen((await later.called(({ method, path }) => method === 'PATCH' && path.endsWith('@original'), since)).body).text;
  discord.override({
    matches: ({ method, path }) => method === 'DELETE' && path.startsWith('/channels/'),
    status: 403,
    body: { code: 50001, message: 'Missing Access' },
  });
  let since = discord.calls.length;
  await remove();
  expect(await told(since)).toContain('no longer works');
  since = discord.calls.length;
  await remove();
  expect(await told(since)).not.toContain('no longer works');
  expect(discord.state.messages.has(`${where.id} ${answer.id}`)).toBe(false);
  await later.stop();
});

it('a line that names no subject is nobody’s, unless it is addressed', async () => {
  const where = channel();
  await world.slash(
    'settings',
    { setting: 'mode', value: 'questions' },
    { ...moderator, user: '600000000000000081', channel: where },
  );
  for (const words of ['is that still a thing?', 'who decided that', 'why was that?'])
    world.write(words, { channel_id: where.id });
  expect(await repliesMeanwhile(where.id)).toEqual([]);
  await world.replyTo(world.write(QUESTION, { channel_id: where.id }));
});

it('a statement is nobody’s, unless it is addressed', async () => {
  const where = channel();
  await world.slash(
    'settings',
    { setting: 'mode', value: 'questions' },
    { ...moderator, user: '600000000000000084', channel: where },
  );
  const told = 'they banned my account for no reason';
  for (const words of [told, `I know why. ${told} lol`]) world.write(words, { channel_id: where.id });
  expect(await repliesMeanwhile(where.id)).toEqual([]);
  await world.replyTo(world.write(`<@${BOT.id}> ${told}`, { channel_id: where.id }));
  await world.replyTo(world.write('why did they ban my account', { channel_id: where.id }));
});

it('what was offered to one person is shown to others in private, and stays', async () => {
  const where = channel();
  const { data } = await world.slash('ask', { question: 'is it about accounts or phones?' }, { channel: where });
  const offer = {
    ...data,
    id: world.discord.state.id(),
    channel_id: where.id,
    interaction_metadata: { user: { id: '600000000000000001' } },
  };
  const [id = ''] = Object.values(buttonsOf(data));
  const other = { channel: where, user: '600000000000000082', locale: 'es-ES' };
  const pressed = await Promise.all(
    [other, { ...other, user: '600000000000000083' }].map((who) => world.press(id, offer, who)),
  );
  expect(pressed.map(({ type, data: shown }) => [type, shown.flags])).toEqual([
    [4, PRIVATE],
    [4, PRIVATE],
  ]);
  expect((await world.press(id, offer, { channel: where })).type).toBe(7);
});

it('nobody drops or saves what another moderator has prepared', async () => {
  const [one, two] = ['600000000000000084', '600000000000000085'].map((user) => ({
    ...moderator,
    user,
    channel: channel(),
  }));
  const { data } = await world.slash(
    'teach',
    { question: 'Where does the ferry leave?', answer: 'At the old pier.', language: 'en' },
    one,
  );
  const preview = { ...data, id: world.discord.state.id(), flags: 64 };
  for (const label of ['Discard', 'Save']) {
    const { data: told } = await world.press(buttonsOf(data)[label] ?? '', preview, two);
    expect(seen(told).text).toMatch(/prepared this/);
  }
  expect(seen((await world.press(buttonsOf(data).Save ?? '', preview, one)).data).text).toMatch(
    /Saved|Learned|Added|Taught/i,
  );
});

it('who asks in vain does not wait for anything to be written', async () => {
  const store = await openStore('sqlite::memory:');
  const touched = new Set<string>();
  const seenBy = <T extends object>(unit: T): T =>
    new Proxy(unit, { get: (all, table) => touched.add(String(table)) && Reflect.get(all, table) });
  const transact: Store['transact'] = (work) => store.transact((unit) => work(seenBy(unit)));
  const other = await discordWorld({ services: { store: { ...store, transact } } });
  await other.slash('topics');
  touched.clear();
  let before: readonly string[] | undefined;
  const isCallback = ({ path }: Json): boolean => path.endsWith('/callback');
  other.discord.override({
    matches: (call) => {
      if (isCallback(call)) before ??= [...touched];
      return false;
    },
    status: 200,
  });
  const { data } = await other.slash('ask', { question: 'what is the capital of France?' });
  expect([data.flags, before]).toEqual([PRIVATE, []]);
  await until(() => touched.has('questions'));
  await other.stop();
});

describe('who addresses the bot', () => {
  const reactions = (from: number) =>
    world.discord.calls.slice(from).filter(({ path }) => /\/reactions\/[^/]+\/@me$/.test(path));

  it('gets a sign each time: the answer, the pointer, then a reaction', async () => {
    const where = channel();
    const from = world.discord.calls.length;
    const ask = (at: number) =>
      world.write(`${mention} ${QUESTION}`, { channel_id: where.id, author: { id: `60000000000000009${at}` } });
    for (let at = 0; at < 4; at++) {
      ask(at);
      await world.quiet();
    }
    expect(postsIn(where.id)).toHaveLength(2);
    expect(reactions(from)).toHaveLength(2);
  });

  it('gets the pointer again where the bot may not react', async () => {
    const where = channel();
    world.discord.override({
      matches: ({ path }) => path.startsWith(`/channels/${where.id}/messages/`) && path.endsWith('/@me'),
      status: 403,
      times: 10,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    for (let at = 0; at < 3; at++) {
      world.write(`${mention} ${QUESTION}`, { channel_id: where.id, author: { id: `60000000000000008${at}` } });
      await world.quiet();
    }
    expect(postsIn(where.id)).toHaveLength(3);
  });

  it('may do so by an edit', async () => {
    const where = channel();
    const message = world.write(QUESTION, { id: idFrom(0), channel_id: where.id });
    await world.quiet();
    expect(postsIn(where.id)).toEqual([]);
    world.discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...message,
      content: `${mention} ${QUESTION}`,
      edited_timestamp: new Date().toISOString(),
    });
    expect(seen(await world.replyTo(message)).title).toBe('Why was my account banned?');
  });

  it('is told of what was done in private if Discord takes the answer no more', async () => {
    const where = channel();
    const isCallback = ({ path }: { path: string }): boolean => path.endsWith('/callback');
    world.discord.override({ matches: isCallback, status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    const from = world.discord.calls.length;
    const change = world.slash('settings', { setting: 'unknown', value: 'short' }, { ...moderator, channel: where });
    change.catch(() => undefined);
    const opened = await world.called(({ method, path }) => method === 'POST' && path === '/users/@me/channels', from);
    expect(opened.body).toEqual({ recipient_id: moderator.user });
    const told = await world.called(({ method, path }) => method === 'POST' && /\/messages$/.test(path), from);
    expect(JSON.stringify(told.body)).toContain('When I don');
  });
});
