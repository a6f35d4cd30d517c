import { describe, expect, it } from 'vitest';
import { type ApiCall, type Json, ME } from '../../helpers/fake-telegram.ts';
import {
  ANONYMOUS,
  administrator,
  aloneWith,
  message,
  ownMessage,
  type person,
  wholeChat,
} from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices, until } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

let ahead = 0;
const world = telegramWorld(() => telegramServices({ now: () => new Date(Date.now() + ahead).toISOString() }));
const { tell, somebody, newGroup, moderatorOf } = world;

/** A group with a setting of its own. */
async function groupWith(
  setting: string,
): Promise<{ chat: ReturnType<typeof newGroup>; boss: ReturnType<typeof person> }> {
  const chat = newGroup();
  const boss = moderatorOf(chat);
  expect(shownText((await tell({ message: message(boss, chat, `/settings@wenda_bot ${setting}`) }))[0])).toContain(
    'Changed',
  );
  return { chat, boss };
}
const resultsOf = (call: ApiCall | undefined) => (call?.body.results ?? []) as { title: string }[];
const buttonIn = (call: ApiCall | undefined) =>
  (call?.body.button ?? {}) as { text?: string; start_parameter?: string };

describe('inline', () => {
  it.each(['asdfgh qwerty', '🔥🔥🔥', 'zzzz'])(
    'finds nothing for nonsense, and offers to ask in private: %s',
    async (query) => {
      const [page] = await tell({ inline_query: { id: `n${query}`, from: somebody(), query, offset: '' } });
      expect(resultsOf(page)).toEqual([]);
      expect(page?.body.button).toMatchObject({ text: 'Ask me in private' });
    },
  );

  it('finds what the words may mean, and takes the words along into the private chat', async () => {
    const from = somebody();
    const [page] = await tell({ inline_query: { id: 'office', from, query: 'office open', offset: '' } });
    expect(resultsOf(page)[0]?.title).toBe('When is the office open?');
    const payload = buttonIn(page).start_parameter ?? '';
    const [answer] = await tell({ message: message(from, aloneWith(from), `/start ${payload}`) });
    expect(shownText(answer)).toContain('When is the office open?');
    const [long] = await tell({ inline_query: { id: 'long', from, query: 'x'.repeat(200), offset: '' } });
    expect(buttonIn(long).start_parameter).toMatch(/^[\w-]{1,64}$/);
    expect(shownText((await tell({ message: message(from, aloneWith(from), '/start q_') }))[0])).toContain(
      world.bot.services.speak('en')('try-one'),
    );
  });

  it('never takes a command along', async () => {
    const from = somebody();
    const [greeting] = await tell({
      message: message(from, aloneWith(from), `/start q_${Buffer.from('/language fa').toString('base64url')}`),
    });
    expect(shownText(greeting)).toContain(world.bot.services.speak('en')('try-one'));
  });
});

describe('what is said to another bot', () => {
  const OTHER = { id: 77, is_bot: true, first_name: 'Other', username: 'OtherBot' };
  const question = 'when is the office open?';

  it.each([
    ['by its name', (chat: Json) => message(somebody(), chat, `@OtherBot ${question}`)],
    ['by a command', (chat: Json) => message(somebody(), chat, `/ask@OtherBot, ${question}`)],
    ['by a command among words', (chat: Json) => message(somebody(), chat, `${question} /ask@OtherBot`)],
    [
      'as a reply',
      (chat: Json) => message(somebody(), chat, question, { reply_to_message: message(OTHER, chat, 'Anything else?') }),
    ],
    ['through it', (chat: Json) => message(somebody(), chat, question, { via_bot: OTHER })],
  ])('is not answered, however sure the answer is: %s', async (_, made) => {
    const { chat } = await groupWith('mode questions');
    expect(await tell({ message: made(chat) })).toEqual([]);
  });

  it('gives no command, where a name stands before it', async () => {
    const { chat, boss } = await groupWith('mode questions');
    expect(await tell({ message: message(boss, chat, '@robotnik /settings mode off') })).toEqual([]);
  });

  it.each([
    ['it names this one as well', (chat: Json) => message(somebody(), chat, `@OtherBot @wenda_bot ${question}`)],
    ['it names a person', (chat: Json) => message(somebody(), chat, `@robotnik ${question}`)],
    [
      'the other is an administrator who hides',
      (chat: Json) =>
        message(somebody(), chat, question, {
          reply_to_message: message(ANONYMOUS, chat, 'Hello', { sender_chat: chat }),
        }),
    ],
    [
      'it is a command of this one',
      (chat: Json) =>
        message(somebody(), chat, `/ask ${question}`, { reply_to_message: message(OTHER, chat, 'Anything else?') }),
    ],
    [
      'a command of this one runs into a comma',
      (chat: Json) => message(somebody(), chat, `/ask@wenda_bot, ${question}`),
    ],
  ])('is, where %s', async (_, made) => {
    const { chat } = await groupWith('mode questions');
    expect(shownText((await tell({ message: made(chat) }))[0])).toContain('When is the office open?');
  });
});

describe('commands of other bots', () => {
  it.each(['/roll 20', '/set_welcome hello', '/8ball when is the office open?', '/warn'])(
    'get silence: %s',
    async (text) => {
      const { chat, boss } = await groupWith('mode questions');
      expect(await tell({ message: message(boss, chat, text) })).toEqual([]);
    },
  );

  it.each(['/pin', '/unpin', '/settings', '/stats', '/undo', '/history', '/why'])(
    "are left alone in reply to a member's words: %s",
    async (text) => {
      const chat = newGroup();
      const boss = moderatorOf(chat);
      const said = message(somebody(), chat, 'lovely weather today');
      expect(await tell({ message: message(boss, chat, text, { reply_to_message: said }) })).toEqual([]);
      expect(
        await tell({
          message: message(boss, chat, text, {
            reply_to_message: { ...said, from: { id: 77, is_bot: true, first_name: 'Other' } },
          }),
        }),
      ).toEqual([]);
    },
  );

  it('are this one’s where they name it, ask something, or have words of their own', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const said = { reply_to_message: message(somebody(), chat, 'lovely weather today') };
    for (const text of ['/pins@wenda_bot', '/stats 7', '/pin opening times? entry: hours'])
      expect((await tell({ message: message(boss, chat, text, said) })).length, text).toBeGreaterThan(0);
    const question = { reply_to_message: message(somebody(), chat, 'when is the office open?') };
    expect((await tell({ message: message(boss, chat, '/pin', question) })).length).toBeGreaterThan(0);
  });

  it('reach this one under what a channel posted, where every comment is a reply to that', async () => {
    const chat = newGroup();
    const post = {
      ...message({ id: 777000, is_bot: false, first_name: 'Telegram' }, chat, 'News of the day'),
      is_automatic_forward: true,
      sender_chat: { id: -1009, type: 'channel', title: 'News' },
    };
    const boss = moderatorOf(chat);
    for (const text of ['/pins', '/settings', '/stats'])
      expect(
        (await tell({ message: message(boss, chat, text, { reply_to_message: post }) })).length,
        text,
      ).toBeGreaterThan(0);
    expect(await tell({ message: message(boss, chat, '/pin', { reply_to_message: post }) })).toEqual([]);
  });

  it('are all others where the group wants that', async () => {
    const { chat, boss } = await groupWith('commands named');
    const from = somebody();
    for (const text of ['/ask when is the office open?', '/start', '/help'])
      expect(await tell({ message: message(from, chat, text) }), text).toEqual([]);
    expect(await tell({ message: message(boss, chat, '/pins') })).toEqual([]);
    const [answer] = await tell({ message: message(from, chat, '/ask@wenda_bot when is the office open?') });
    expect(shownText(answer)).toContain('When is the office open?');
    expect(await tell({ message: message(from, chat, '@wenda_bot why was my account banned?') })).toHaveLength(1);
    const reply = { reply_to_message: ownMessage(answer, chat) };
    expect(await tell({ message: message(from, chat, 'Can I get a refund for my subscription?', reply) })).toHaveLength(
      1,
    );
    expect(await tell({ message: message(from, aloneWith(from), '/topics') })).toHaveLength(1);
  });

  it('are those that are switched off', async () => {
    const { chat, boss } = await groupWith('disabled topics, pins');
    for (const text of ['/topics', '/topics@wenda_bot', '/pins'])
      expect(await tell({ message: message(boss, chat, text) }), text).toEqual([]);
    expect(await tell({ message: message(boss, chat, '/sources') })).toHaveLength(1);
    expect(await tell({ message: message(boss, aloneWith(boss), '/topics') })).toHaveLength(1);
  });
});

describe('who may ask', () => {
  it('is moderators alone where the group wants that', async () => {
    const { chat, boss } = await groupWith('who moderators');
    for (const text of ['/ask when is the office open?', '@wenda_bot when is the office open?', '/help']) {
      expect(await tell({ message: message(somebody(), chat, text) }), text).toEqual([]);
      expect((await tell({ message: message(boss, chat, `${text} `) })).length, text).toBeGreaterThan(0);
    }
  });

  it('is who addresses the world.bot, whatever the mode', async () => {
    const { chat, boss } = await groupWith('who addressed-only');
    await tell({ message: message(boss, chat, '/settings mode questions') });
    expect(await tell({ message: message(somebody(), chat, 'when is the office open?') })).toEqual([]);
    expect(await tell({ message: message(somebody(), chat, '@wenda_bot when is the office open?') })).toHaveLength(1);
  });
});

describe('tidying up', () => {
  const removed = (calls: readonly ApiCall[]) =>
    calls.filter(({ method }) => method === 'deleteMessage').map(({ body }) => body.message_id);

  it('removes a command once it is answered, and neither a question nor a command that is still asked about', async () => {
    const { chat, boss } = await groupWith('cleanup delete');
    const asked = message(somebody(), chat, '/ask when is the office open?');
    const calls = await tell({ message: asked });
    expect(calls.map(({ method }) => method)).toEqual(['sendMessage', 'deleteMessage']);
    expect(removed(calls)).toEqual([asked.message_id]);
    expect(
      removed(await tell({ message: message(somebody(), chat, '@wenda_bot why was my account banned?') })),
    ).toEqual([]);
    expect(removed(await tell({ message: message(boss, chat, '/teach') }))).toEqual([]);
    const plain = newGroup();
    expect(removed(await tell({ message: message(somebody(), plain, '/ask when is the office open?') }))).toEqual([]);
  });

  it('removes answers after their time, and the hello', async () => {
    const { chat } = await groupWith('expiry 5');
    world.fake.chats.set(String(chat.id), wholeChat(chat));
    world.fake.members.set(`${chat.id} ${ME.id}`, { status: 'member', user: ME });
    const [answer] = await tell({ message: message(somebody(), chat, '/ask when is the office open?') });
    const left = { status: 'left', user: ME };
    const [hello] = await tell({
      my_chat_member: {
        chat,
        from: somebody(),
        date: Math.floor((Date.now() + ahead) / 1000),
        old_chat_member: left,
        new_chat_member: { ...left, status: 'member' },
      },
    });
    const wanted = [answer, hello].map((call) => ownMessage(call, chat).message_id);
    const ofGroup = () => removed(world.fake.calls.filter(({ body }) => body.chat_id === chat.id));
    ahead += 4 * 60_000;
    await tell({ message: message(somebody(), aloneWith(somebody()), 'when is the office open?') });
    expect(ofGroup()).toEqual([]);
    ahead += 2 * 60_000;
    // The outbox is looked through when something is changed, or every ten seconds.
    const changed = newGroup();
    await tell({ message: message(moderatorOf(changed), changed, '/settings anonymous yes') });
    await until(() => ofGroup().length === 2);
    expect(new Set(ofGroup())).toEqual(new Set(wanted));
  });
});

describe('who speaks', () => {
  const asChannel = (chat: Json, text: string) => ({
    ...message({ id: 136817688, is_bot: true, first_name: 'Channel' }, chat, text),
    sender_chat: { id: -100778, type: 'channel', title: 'A channel' },
  });

  it('as a channel is answered, and moderates nothing', async () => {
    const chat = newGroup();
    expect(shownText((await tell({ message: asChannel(chat, '/ask when is the office open?') }))[0])).toContain(
      'When is the office open?',
    );
    await tell({ message: message(moderatorOf(chat), chat, '/settings anonymous yes') });
    expect(shownText((await tell({ message: asChannel(chat, '/pin opening times? entry: hours') }))[0])).toBe(
      world.bot.services.speak('en')('moderators-only'),
    );
    expect(
      (await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state.all('pin'),
    ).toEqual([]);
  });

  it('as the group is told how to moderate', async () => {
    const chat = newGroup();
    const [cure] = await tell({ message: message(ANONYMOUS, chat, '/pins', { sender_chat: chat }) });
    expect(shownText(cure)).toBe(world.bot.services.speak('en')('moderators-anonymous'));
    await tell({ message: message(moderatorOf(chat), chat, '/settings anonymous yes') });
    expect(shownText((await tell({ message: message(ANONYMOUS, chat, '/pins', { sender_chat: chat }) }))[0])).toBe(
      world.bot.services.speak('en')('no-pins'),
    );
  });

  it('is known by the list of administrators where members are hidden', async () => {
    const chat = newGroup();
    const [boss, other] = [somebody(), somebody()];
    const hidden = { code: 400, description: 'Bad Request: member list is inaccessible' };
    world.fake.trouble('getChatMember', hidden, hidden);
    world.fake.answer('getChatAdministrators', [administrator(boss)]);
    expect(shownText((await tell({ message: message(boss, chat, '/pins') }))[0])).toBe(
      world.bot.services.speak('en')('no-pins'),
    );
    expect(shownText((await tell({ message: message(other, chat, '/pins') }))[0])).toContain(
      world.bot.services.speak('en')('moderators-only'),
    );
  });
});

describe('what is meant', () => {
  const question = 'when is the office open?';

  it('is the part that is quoted: of a message in another chat, and of what the bot said', async () => {
    const chat = newGroup();
    const asked = message(somebody(), chat, '@wenda_bot', {
      external_reply: { origin: { type: 'hidden_user', date: 1, sender_user_name: 'X' } },
      quote: { text: question, position: 0, is_manual: true },
    });
    const [answer] = await tell({ message: asked });
    expect(shownText(answer)).toContain('When is the office open?');
    expect(answer?.body.reply_parameters).toMatchObject({ message_id: asked.message_id });
    const [refund] = await tell({ message: message(somebody(), chat, '/ask can I get a refund for my subscription?') });
    const again = message(somebody(), chat, '@wenda_bot', {
      reply_to_message: ownMessage(refund, chat),
      quote: { text: 'why was my account banned?', position: 0, is_manual: true },
    });
    expect(shownText((await tell({ message: again }))[0])).toContain('Why was my account banned?');
  });

  it('is answered in the same conversation with a channel', async () => {
    const chat = newGroup({ is_direct_messages: true });
    const from = somebody();
    const topic = { direct_messages_topic: { topic_id: 4711, user: from } };
    const [answer] = await tell({ message: message(from, chat, `@wenda_bot ${question}`, topic) });
    expect(shownText(answer)).toContain('When is the office open?');
    expect(answer?.body).toMatchObject({ chat_id: chat.id, direct_messages_topic_id: 4711 });
    expect(answer?.body.message_thread_id).toBeUndefined();
  });
});
