import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, PRIVATE, PUBLIC, seen } from '../../helpers/discord-message.ts';
import {
  type DiscordWorld,
  discordWorld,
  MEMBER,
  mention,
  moderator,
  openMore,
  until,
} from '../../helpers/discord-world.ts';
import { BOT, FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
});
afterAll(async () => {
  await world.stop();
  expect(world.logged.filter((line) => !line.startsWith('commands'))).toEqual([]);
  expect(world.discord.problems).toEqual([]);
});

const LOCALES = ['en-US', 'zh-CN', 'zh-TW'] as const;
const QUESTION = {
  'en-US': 'why was my account banned',
  'zh-CN': '账号被封是什么原因',
  'zh-TW': '我的賬戶為什麼被停用',
};
const TITLE = {
  'en-US': 'Why was my account banned?',
  'zh-CN': '为什么我的账号被封了？',
  'zh-TW': '為什麼我的賬號被封了？',
};
const HELPED = { 'en-US': 'Helped', 'zh-CN': '有帮助', 'zh-TW': '有幫助' };
const UNHELPFUL = { 'en-US': 'Did not help', 'zh-CN': '没帮助', 'zh-TW': '沒幫助' };
const LANGUAGE = { 'en-US': 'Language', 'zh-CN': '语言', 'zh-TW': '語言' };
const MORE = { 'en-US': '⋯ More', 'zh-CN': '⋯ 更多', 'zh-TW': '⋯ 更多' };
const MENU = 'Answer this';
/** A channel of its own for each test: what was answered just now is not answered again. */
let channels = 0;
const channel = (type = 0): { id: string; type: number } => {
  const id = `3100000000000${String(++channels).padStart(5, '0')}`;
  world.discord.state.channels.set(id, { id, type, guild_id: GUILD, name: `c${channels}`, permission_overwrites: [] });
  return { id, type };
};
const setMode = (mode: string, where: { id: string; type: number }) =>
  world.slash('settings', { setting: 'mode', value: mode }, { ...moderator, channel: where });

describe.each(LOCALES)('in %s', (locale) => {
  it('/ask answers with question, text, source, and buttons', async () => {
    const { type, data } = await world.slash('ask', { question: QUESTION[locale] }, { locale, channel: channel() });
    expect(type).toBe(4);
    expect(data.flags).toBe(PUBLIC);
    expect(seen(data)).toMatchObject({
      title: TITLE[locale],
      // Asked in the heading's very words, it is not said twice.
      quote: locale === 'en-US' ? undefined : QUESTION[locale],
      notes: expect.stringContaining('Handbook'),
    });
    expect(Object.keys(buttonsOf(data))).toEqual([
      `👍 ${HELPED[locale]}`,
      `👎 ${UNHELPFUL[locale]}`,
      ...(locale === 'en-US' ? ['Related ▾'] : []),
      `🌐 ${LANGUAGE[locale]}`,
      MORE[locale],
    ]);
  });

  it('/ask with private answers the asker only', async () => {
    const { data } = await world.slash(
      'ask',
      { question: QUESTION[locale], private: true },
      { locale, channel: channel() },
    );
    expect(data.flags).toBe(PRIVATE);
    expect(seen(data).title).toBe(TITLE[locale]);
    expect(seen(data).quote).toBeUndefined();
  });

  it('what is typed is completed', async () => {
    const { type, data } = await world.complete('ask', 'question', QUESTION[locale].slice(0, 12), { locale });
    expect(type).toBe(8);
    expect(data.choices.map(({ value }: { value: string }) => value)).toContain(TITLE[locale]);
    const entries = await world.complete('show', 'entry', '', { locale });
    expect(entries.data.choices).toContainEqual({ name: TITLE[locale], value: 'questions/why-banned' });
  });

  it('a mention is answered as a reply', async () => {
    const asked = world.write(`${mention} ${QUESTION[locale]}`, { channel_id: channel().id });
    const reply = await world.replyTo(asked);
    expect(seen(reply).title).toBe(TITLE[locale]);
    expect(reply).toMatchObject({
      enforce_nonce: true,
      message_reference: { message_id: asked.id, fail_if_not_exists: false },
    });
  });

  it('a reply to the bot is answered', async () => {
    const where = channel().id;
    const first = await world.replyTo(world.write(`${mention} /topics`, { channel_id: where }));
    const reply = await world.replyTo(
      world.write(QUESTION[locale], { channel_id: where, type: 19, referenced_message: first }),
    );
    expect(seen(reply).title).toBe(TITLE[locale]);
  });

  it('a private message is answered', async () => {
    const reply = await world.replyTo(
      world.write(QUESTION[locale], {
        guild_id: undefined,
        channel_id: `9${locale.length}0000000000000000${LOCALES.indexOf(locale)}`,
      }),
    );
    expect(seen(reply).title).toBe(TITLE[locale]);
    expect(Object.keys(buttonsOf(reply))).not.toContain('⋯ More');
  });

  it('an unaddressed question is answered where the bot listens', async () => {
    const where = channel();
    expect(seen((await setMode('questions', where)).data).text).toMatch(/Changed|更改|已/);
    const reply = await world.replyTo(world.write(QUESTION[locale], { channel_id: where.id }));
    expect(seen(reply).title).toBe(TITLE[locale]);
  });

  it('a forum post is answered where the bot listens, by its title', async () => {
    const id = world.discord.state.id();
    await setMode('questions', { id: FORUM, type: 15 });
    const thread = {
      id,
      type: 11,
      guild_id: GUILD,
      parent_id: FORUM,
      name: QUESTION[locale],
      owner_id: MEMBER,
      message_count: 0,
      member_count: 1,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 60,
        archive_timestamp: new Date().toISOString(),
        locked: false,
      },
      newly_created: true,
    };
    world.discord.state.channels.set(id, thread);
    world.discord.gateway.dispatch('THREAD_CREATE', thread);
    const reply = await world.replyTo(world.write('…', { id, channel_id: id }));
    expect(reply.channel_id).toBe(id);
    expect(seen(reply).title).toBe(TITLE[locale]);
  });

  it('the menu of a message answers it', async () => {
    const target = {
      id: world.discord.state.id(),
      content: QUESTION[locale],
      author: { id: MEMBER },
      embeds: [],
      flags: 0,
    };
    const where = channel();
    await world.menu(MENU, target, { locale, channel: where });
    const { body } = await world.called(
      ({ method, path }) => method === 'POST' && path === `/channels/${where.id}/messages`,
    );
    expect(seen(body).title).toBe(TITLE[locale]);
  });

  it('what is not sure is offered at buttons, and the asker who presses one gets the answer in their place', async () => {
    const where = { locale, channel: channel() };
    const offered = await world.slash('topics', {}, where);
    expect(Object.keys(buttonsOf(offered.data)).length).toBeGreaterThan(2);
    const choices = await world.slash('show', { entry: 'why-bannd' }, where);
    const [id = ''] = Object.values(buttonsOf(choices.data));
    const message = {
      id: world.discord.state.id(),
      flags: 0,
      embeds: [],
      interaction_metadata: { user: { id: MEMBER } },
    };
    const { type, data } = await world.press(id, message, where);
    expect(type).toBe(7);
    expect(seen(data).title).toBe(TITLE[locale]);
    expect((await world.press(id, message, { ...where, user: '600000000000000077' })).data.flags).toBe(PRIVATE);
  });
});

describe('manners', () => {
  it('bots, webhooks, the bot itself, system messages and chatter are left alone', async () => {
    const before = world.discord.calls.length;
    for (const author of [{ id: '1', bot: true }, BOT]) world.write(`${mention} why was my account banned`, { author });
    world.write(`${mention} why was my account banned`, { webhook_id: '1' });
    world.write(`${mention} why was my account banned`, { type: 7 });
    world.write('why was my account banned');
    await world.quiet();
    expect(world.discord.calls.slice(before)).toEqual([]);
  });

  it('an answer that can still be read is pointed at', async () => {
    const where = channel().id;
    const first = await world.replyTo(
      world.write(`${mention} can I get a refund for my subscription`, { channel_id: where }),
    );
    await until(() =>
      world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, first.id)).then(() => true),
    );
    const again = await world.replyTo(world.write(`${mention} refund policy of the paid plan`, { channel_id: where }));
    expect(seen(again).text).toContain(`https://discord.com/channels/${GUILD}/${where}/${first.id}`);
    // One pointer serves the others as well.
    for (let at = 0; at < 5; at++) world.write(`${mention} refund policy of the paid plan`, { channel_id: where });
    const other = world.write(`${mention} why was my account banned`, { channel_id: where });
    expect(seen(await world.replyTo(other)).title).toBe('Why was my account banned?');
    const posts = world.discord.calls.filter(
      ({ method, path }) => method === 'POST' && path === `/channels/${where}/messages`,
    );
    expect(posts).toHaveLength(3);
    const { data } = await world.slash(
      'ask',
      { question: 'can I get a refund for my subscription' },
      { channel: { id: where, type: 0 } },
    );
    expect(data.flags).toBe(PRIVATE);
    expect(seen(data).text).toContain(first.id);
  });

  it('in shadow mode nothing is said, and it is counted', async () => {
    const where = channel();
    await setMode('shadow', where);
    const before = world.discord.calls.length;
    world.write('why was my account banned', { channel_id: where.id });
    await world.quiet();
    expect(world.discord.calls.slice(before)).toEqual([]);
    await world.services.counter.flush();
    const tallies = await world.services.store.transact(({ tallies: all }) =>
      all.list(`discord:${GUILD}`, '2000-01-01'),
    );
    expect(tallies).toContainEqual(expect.objectContaining({ what: 'shadow', entry: 'questions/why-banned' }));
  });

  it('the bare name as a reply asks what the other message asks; without one the bot says hello', async () => {
    const where = channel().id;
    const other = { id: '5', content: 'how do I delete my conversation history', author: { id: MODERATOR_ID } };
    world.write(mention, { channel_id: where, type: 19, referenced_message: other });
    expect(seen(await world.replyTo(other)).title).toMatch(/conversation history/);
    const hello = await world.replyTo(world.write(mention, { channel_id: where }));
    expect([seen(hello).title, seen(hello).text.split('\n').filter(Boolean)]).toEqual([
      undefined,
      [expect.stringMatching(/^Hello, I'm Wenda/), 'Choose a question, or write your own.'],
    ]);
    world.write(`${mention} <:party:123456789012345678>`, { channel_id: where });
    await world.replyTo(world.write(`${mention} /topics`, { channel_id: where }));
    expect(world.discord.calls.filter(({ path }) => path === `/channels/${where}/messages`)).toHaveLength(3);
  });

  it('what is for one person only is shown at a press', async () => {
    const where = channel();
    const reply = await world.replyTo(world.write(`${mention} /privacy`, { channel_id: where.id }));
    const [id = ''] = Object.values(buttonsOf(reply));
    expect(seen(reply).text).toBe('Only you can see this answer\\.'.replace('\\', ''));
    const { data } = await world.press(id, { ...reply, flags: 0 }, { channel: where });
    expect([data.flags, seen(data).title]).toEqual([PRIVATE, 'What I know about you']);
  });
});

const MODERATOR_ID = '600000000000000002';

describe('what people press', () => {
  const ask = async (where = channel()) => {
    const { data } = await world.slash('ask', { question: 'why was my account banned' }, { channel: where });
    const message = await until(() =>
      [...world.discord.state.messages.values()].findLast(
        ({ components }) => JSON.stringify(components) === JSON.stringify(data.components),
      ),
    );
    await until(() =>
      world.services.store
        .transact(({ answers }) => answers.find(`discord:${GUILD}`, message.id))
        .then((found) => (found ? true : undefined)),
    );
    return { where, message: { ...message, interaction_metadata: { user: { id: MEMBER } } }, buttons: buttonsOf(data) };
  };

  it('a vote is taken', async () => {
    const { where, message, buttons } = await ask();
    const { data } = await world.press(buttons['👍 Helped'] ?? '', message, { channel: where });
    expect([data.flags, seen(data).text]).toEqual([PRIVATE, 'Thanks! Glad it helped.']);
    await world.slash('helpful', { vote: 'no' }, { channel: where });
    const votes = await world.services.store.transact(({ votes: all }) => all.count(`discord:${GUILD}`, '2000-01-01'));
    expect(votes).toMatchObject([{ entry: 'questions/why-banned', helpful: 0, unhelpful: 1 }]);
  });

  it('the asker and moderators can take an answer away, others cannot', async () => {
    for (const person of [{}, moderator]) {
      const { where, message } = await ask();
      const stranger = { channel: where, user: '600000000000000077' };
      const told = await openMore(world, message, stranger);
      expect([told.flags, seen(told).text, buttonsOf(told)]).toEqual([PRIVATE, expect.stringMatching(/Handbook/), {}]);
      const more = await openMore(world, message, { ...person, channel: where });
      const remove = buttonsOf(more)['🗑️ Remove'] ?? '';
      expect(seen((await world.press(remove, more, stranger)).data).text).toMatch(
        /Only the person who asked, helpers and moderators/,
      );
      const since = world.discord.calls.length;
      expect((await world.press(remove, more, { ...person, channel: where })).type).toBe(6);
      await world.called(({ method, path }) => method === 'DELETE' && path.endsWith(message.id));
      expect(
        seen((await world.called(({ method, path }) => method === 'PATCH' && path.endsWith('@original'), since)).body)
          .text,
      ).toBe('Removed.');
    }
  });

  it('forged, foreign and forgotten buttons are stale', async () => {
    const { where, message, buttons } = await ask();
    for (const id of ['x', '000000000000 undo 1', `${buttons['👍 Helped']}x`, 'constructor', '']) {
      expect(seen((await world.press(id, message, { ...moderator, channel: where })).data).text).toMatch(
        /no longer works/,
      );
    }
    expect(
      seen((await world.press(buttons['👍 Helped'] ?? '', message, { guild: '200000000000000009' })).data).text,
    ).toMatch(/no longer works/);
  });
});

describe('the channel of a thread', () => {
  it('decides how the thread is listened to', async () => {
    const where = channel();
    const { data } = await world.slash(
      'settings',
      { setting: 'mode', value: 'questions' },
      { ...moderator, channel: { id: '320000000000000001', type: 11, parent_id: where.id } as never },
    );
    expect(seen(data).text).toMatch(/Changed/);
    expect(
      seen(await world.replyTo(world.write('how do I delete my conversation history', { channel_id: where.id }))).title,
    ).toMatch(/conversation history/);
  });
});
