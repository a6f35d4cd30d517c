import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyOfPlace } from '../../../src/bot/conversation/place.ts';
import { postCorrections } from '../../../src/bot/delivery/post-corrections.ts';
import { KINDS } from '../../../src/bot/ports/changes.ts';
import { type FakeTelegram, fakeTelegram, type Json } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  dataOf,
  GROUP,
  message,
  ownMessage,
  type Person,
  PLAIN_GROUP,
  person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
let groups = 1;
let people = 20_000;
let chat: Json & { readonly id: number };
let boss: Person;
const tell: RunningBot['tell'] = (...updates) => bot.tell(...updates);
const somebody = () => person(people++, 'en');
const communityOf = (id: number) => bot.services.communities.of({ platform: 'telegram', id: String(id) });

beforeAll(async () => {
  fake = await fakeTelegram();
  bot = await startBot(fake, await telegramServices());
});

afterAll(async () => {
  await bot.stop();
  await fake.close();
});

beforeEach(() => {
  chat = { ...GROUP, id: -1_005_000_000_000 - groups++ };
  boss = somebody();
  fake.members.set(`${chat.id} ${boss.id}`, administrator(boss));
});

afterEach(() => expect(fake.problems.splice(0)).toEqual([]));

describe('an answer that was given', () => {
  it('is put right when its entry is, in the chat and nowhere else', async () => {
    const [answer] = await tell({ message: message(somebody(), chat, '/ask when is the office open?') });
    const other = somebody();
    await tell({ message: message(other, aloneWith(other), 'when is the office open?') });
    const [preview] = await tell({
      message: message(
        boss,
        chat,
        '/correct entry: hours question: When is the office open? answer: From ten to four.',
      ),
    });
    const calls = await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    const healed = calls.filter(
      ({ method, body }) => method === 'editMessageText' && shownText({ body }).includes('From ten to four.'),
    );
    expect(healed.map(({ body }) => [body.chat_id, body.message_id])).toEqual([
      [chat.id, ownMessage(answer, chat).message_id],
    ]);
    expect(shownText(healed[0])).toMatch(/✎ Corrected on /);
  });

  it('is put right alone with somebody as well, although nothing that is kept says where that is', async () => {
    const other = somebody();
    const [answer] = await tell({ message: message(other, aloneWith(other), 'when is the office open?') });
    const { store, now } = bot.services;
    const before = fake.called('editMessageText').length;
    await store.transact((unit) => postCorrections(unit, null, { entries: ['questions/hours'], pins: [] }, now()));
    const place = `telegram:dm-${bot.services.hash(`telegram:${other.id}`)}`;
    const [kept] = await store.transact(({ answers }) => answers.with(place, ['questions/hours'], ''));
    expect(kept).toMatchObject({ place, community: place });
    await tell({ message: message(somebody(), chat, '/help') });
    await bot.whenIdle();
    const edits = fake
      .called('editMessageText')
      .slice(before)
      .filter(({ body }) => body.chat_id === other.id);
    expect(edits.map(({ body }) => body.message_id)).toEqual([ownMessage(answer, chat).message_id]);
  });

  it('says so when it is retired or no longer pinned, and what Telegram refuses is not tried again', async () => {
    await tell({ message: message(boss, chat, '/pin bank holidays? entry: hours') });
    await tell({ message: message(somebody(), chat, '/ask bank holidays?') });
    const unpinned = await tell({ message: message(boss, chat, '/unpin bank holidays?') });
    expect(unpinned.map(shownText).join()).toMatch(/✎ Unpinned on /);
    fake.trouble('editMessageText', { code: 400, description: 'Bad Request: message to edit not found' });
    const retired = await tell({ message: message(boss, chat, '/retire hours why: old --force') });
    expect(retired.filter(({ method }) => method === 'editMessageText')).toHaveLength(1);
    const [gone] = await tell({ message: message(boss, chat, '/restore hours') });
    expect(shownText(gone)).toContain('Restored');
  });

  it('follows its question when that is edited', async () => {
    const from = somebody();
    const asked = message(from, chat, '@wenda_bot when is the office open?');
    const [answer] = await tell({ message: asked });
    const edited = { ...asked, text: '@wenda_bot can I get a refund for my subscription?', edit_date: 1_700_000_100 };
    const calls = await tell({ edited_message: edited });
    expect(calls.map(({ method, body }) => [method, body.message_id])).toEqual([
      ['editMessageText', ownMessage(answer, chat).message_id],
    ]);
    expect(shownText(calls[0])).toContain('Can I get a refund');
    const same = await tell({ edited_message: { ...edited, edit_date: 1_700_000_101 } });
    expect(same.map(({ method }) => method)).toEqual(['editMessageText']);
  });

  it('is left alone by corrections once its question asks something else, and follows the next edit', async () => {
    const asked = message(somebody(), chat, '/ask when is the office open?');
    const [answer] = await tell({ message: asked });
    const [unknown] = await tell({
      edited_message: { ...asked, text: '/ask qwerty asdf zxcv', edit_date: 1_700_000_100 },
    });
    expect(shownText(unknown)).toContain("I don't know");
    const [preview] = await tell({
      message: message(
        boss,
        chat,
        '/correct entry: hours question: When is the office open? answer: From nine to five.',
      ),
    });
    const calls = await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    expect(calls.filter(({ body }) => body.message_id === ownMessage(answer, chat).message_id)).toEqual([]);
    const [again] = await tell({
      edited_message: { ...asked, text: '/ask when is the office open?', edit_date: 1_700_000_200 },
    });
    expect([again?.method, again?.body.message_id]).toEqual(['editMessageText', ownMessage(answer, chat).message_id]);
    expect(shownText(again)).toContain('From nine to five.');
  });

  it('is found for an edit also where it gave no entry, and commands are not done twice', async () => {
    const from = somebody();
    const asked = message(from, chat, '/ask zzz qqq xxx');
    const [unknown] = await tell({ message: asked });
    expect(shownText(unknown)).toContain("I don't know");
    const [edit] = await tell({
      edited_message: { ...asked, text: '/ask when is the office open?', edit_date: 1_700_000_100 },
    });
    expect(edit).toMatchObject({
      method: 'editMessageText',
      body: { message_id: ownMessage(unknown, chat).message_id },
    });
    const pin = message(boss, chat, '/pin a? entry: hours');
    await tell({ message: pin });
    expect(await tell({ edited_message: { ...pin, text: '/pin b? entry: hours', edit_date: 1_700_000_100 } })).toEqual(
      [],
    );
    expect((await communityOf(chat.id)).state.all('pin')).toHaveLength(1);
  });

  it('is taken back where the edited message asks nothing any more', async () => {
    await tell({ message: message(boss, chat, '/settings mode questions') });
    const asked = message(somebody(), chat, 'when is the office open?');
    const [answer] = await tell({ message: asked });
    const calls = await tell({ edited_message: { ...asked, text: 'never mind', edit_date: 1_700_000_100 } });
    expect(calls).toEqual([
      expect.objectContaining({
        method: 'deleteMessage',
        body: { chat_id: chat.id, message_id: ownMessage(answer, chat).message_id },
      }),
    ]);
    const [again] = await tell({ edited_message: { ...asked, edit_date: 1_700_000_200 } });
    expect([again?.method, shownText(again)]).toEqual(['sendMessage', shownText(answer)]);
  });

  it('is given late to a mention that was misspelt, and never to an old one', async () => {
    const asked = message(somebody(), chat, '@wenda when is the office open?');
    expect(await tell({ message: asked })).toEqual([]);
    const [answer] = await tell({
      edited_message: { ...asked, text: '@wenda_bot when is the office open?', edit_date: 1_700_000_060 },
    });
    expect(shownText(answer)).toContain('When is the office open?');
    expect(
      await tell({ edited_message: { ...message(somebody(), chat, '@wenda_bot refund?'), edit_date: 1_700_090_000 } }),
    ).toEqual([]);
  });
});

describe('a group that becomes a supergroup', () => {
  it('is told of by a note that asks nothing, also where it has words, which Telegram never sends', async () => {
    const old = { ...PLAIN_GROUP, id: -groups++ };
    const next = { ...GROUP, id: -1_006_000_000_000 - groups++ };
    for (const { id } of [old, next]) fake.members.set(`${id} ${boss.id}`, administrator(boss));
    await tell({ message: message(boss, old, '/settings mode questions') });
    const calls = await tell(
      { message: message(boss, old, '/settings commands named', { migrate_to_chat_id: next.id }) },
      { message: message(somebody(), next, '/ask@wenda_bot when is the office open?') },
    );
    expect(calls.map((call) => shownText(call).split('\n')[0])).toEqual(['When is the office open?']);
    expect(bot.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  const recordsOf = async (id: number) => {
    const { state } = await communityOf(id);
    return KINDS.filter((kind) => kind !== 'place').flatMap((kind) => state.rawAll(kind));
  };

  it.each(['told by the old group', 'told by the new one', 'told by both', 'told by a refusal'])(
    'keeps its community: %s',
    async (how) => {
      const old = { ...PLAIN_GROUP, id: -groups++ };
      const next = { ...GROUP, id: -1_006_000_000_000 - groups++ };
      fake.members.set(`${old.id} ${boss.id}`, administrator(boss));
      fake.members.set(`${next.id} ${boss.id}`, administrator(boss));
      await tell(
        { message: message(boss, old, '/pin bank holidays? entry: hours') },
        { message: message(boss, old, '/settings mode questions') },
      );
      const before = await recordsOf(old.id);
      expect(before).toHaveLength(2);
      const service = { message_id: 1, date: 1, from: boss, chat: old };
      if (how !== 'told by the new one' && how !== 'told by a refusal')
        await tell({ message: { ...service, migrate_to_chat_id: next.id } });
      if (how === 'told by the new one' || how === 'told by both')
        await tell({ message: { ...service, chat: next, migrate_from_chat_id: old.id } });
      if (how === 'told by a refusal') {
        fake.trouble('sendMessage', {
          code: 400,
          description: 'Bad Request: group chat was upgraded to a supergroup chat',
          parameters: { migrate_to_chat_id: next.id },
        });
        const calls = await tell({ message: message(somebody(), old, '/ask can I get a refund for my subscription?') });
        expect(calls.map(({ body }) => body.chat_id)).toEqual([old.id, next.id]);
      }
      expect(await recordsOf(next.id)).toEqual(before);
      expect((await communityOf(next.id)).id).toBe(keyOfPlace({ platform: 'telegram', id: String(old.id) }));
      const [answer] = await tell({ message: message(somebody(), next, 'bank holidays?') });
      expect(shownText(answer)).toContain('When is the office open?');
    },
  );
});

describe('manners', () => {
  it('one answer instead of repeats', async () => {
    const text = '/ask when is the office open? now';
    const [answer] = await tell({ message: message(somebody(), chat, text) });
    const [above, ...more] = await tell({ message: message(somebody(), chat, text) });
    expect(shownText(above)).toBe('This was just answered here: When is the office open?');
    expect(above?.body.entities).toEqual([
      expect.objectContaining({
        type: 'text_link',
        url: `https://t.me/c/${String(chat.id).slice(4)}/${ownMessage(answer, chat).message_id}`,
      }),
    ]);
    expect(more).toEqual([]);
    await tell({ message: message(boss, chat, '/settings mode questions') });
    const unasked = await tell(
      { message: message(somebody(), chat, 'refund policy of the paid plan?') },
      { message: message(somebody(), chat, 'the refund policy of the paid plan') },
    );
    expect(unasked).toHaveLength(1);
  });

  it('an answer that has become another one, or is gone, is no answer to the same question any more', async () => {
    const group = { ...GROUP, id: -1_006_500_000_000 - groups++ };
    const asked = message(somebody(), group, '@wenda_bot when is the office open?');
    await tell({ message: asked });
    await tell({
      edited_message: { ...asked, text: '@wenda_bot can I get a refund for my subscription?', edit_date: asked.date },
    });
    const again = message(somebody(), group, '@wenda_bot when is the office open?');
    expect((await tell({ message: again })).map((call) => shownText(call).split('\n')[0])).toEqual([
      'When is the office open?',
    ]);
    await tell({ edited_message: { ...again, text: '@wenda_bot thanks', edit_date: again.date } });
    const [answer] = await tell({ message: message(somebody(), group, '@wenda_bot when is the office open?') });
    expect(shownText(answer)).toContain('When is the office open?');
  });

  it('who asks too much is told once, and then left alone', async () => {
    const from = somebody();
    const replies = [];
    for (let n = 0; n < 20; n++)
      replies.push(...(await tell({ message: message(from, chat, `/ask question number ${n} zzz`) })));
    expect(replies.filter((call) => shownText(call).includes('That was a lot at once'))).toHaveLength(1);
    expect(replies.length).toBeLessThan(18);
    const [other] = await tell({ message: message(somebody(), chat, '/ask when is the office open?') });
    expect(shownText(other)).toContain('When is the office open?');
  });

  it.each([
    ['put out', { status: 'kicked', until_date: 0 }],
    ['gone', { status: 'left' }],
    ['restricted', { status: 'restricted', can_send_messages: false }],
  ])('nothing is sent where the bot was %s, until it may again', async (_, membership) => {
    const own = { id: 123456, is_bot: true, first_name: 'Wenda' };
    const update = (member: Json) => ({
      my_chat_member: {
        chat,
        from: boss,
        date: 1,
        old_chat_member: { status: 'member', user: own },
        new_chat_member: { ...member, user: own },
      },
    });
    await tell(update(membership));
    if (membership.status === 'restricted')
      expect(await tell({ message: message(somebody(), chat, '/help') })).toEqual([]);
    await tell(update({ status: 'member' }));
    expect(await tell({ message: message(somebody(), chat, '/help') })).toHaveLength(1);
  });

  it.each([
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
    [403, 'Forbidden: bot was blocked by the user'],
    [400, 'Bad Request: message thread not found'],
    [400, 'Bad Request: message to be replied not found'],
  ])('%i %s is taken for an answer, once', async (code, description) => {
    const from = somebody();
    const where = { ...GROUP, id: -1_007_000_000_000 - groups++ };
    fake.trouble('sendMessage', { code, description });
    expect(await tell({ message: message(from, where, '/help') })).toHaveLength(1);
    expect(await tell({ message: message(from, where, '/topics') })).toHaveLength(1);
  });

  const own = { id: 123456, is_bot: true, first_name: 'Wenda' };
  const topic = (thread: number) => ({ message_thread_id: thread, is_topic_message: true });
  const reopened = { text: undefined, forum_topic_reopened: {} };
  const made = (before: Json, now: Json) => ({
    my_chat_member: {
      chat,
      from: boss,
      date: 1,
      old_chat_member: { ...before, user: own },
      new_chat_member: { ...now, user: own },
    },
  });
  const CLOSED = { code: 400, description: 'Bad Request: TOPIC_CLOSED' };

  it.each([
    ['reopened', () => ({ message: message(boss, chat, '', { ...topic(7), ...reopened }) })],
    ['its own', () => made({ status: 'member' }, administrator(person(own.id), { can_manage_topics: true }))],
  ])('a closed topic is left in peace until it is %s, and whoever asked there is told once', async (_, change) => {
    fake.trouble('sendMessage', CLOSED);
    const [refused, told, ...more] = await tell({ message: message(boss, chat, '/topics', topic(7)) });
    expect(refused?.body).toMatchObject({ chat_id: chat.id, message_thread_id: 7 });
    expect(told?.body.chat_id).toBe(boss.id);
    const say = bot.services.speak('en');
    expect(shownText(told)).toBe(`${say('diagnosis-group-topics', { place: 'Group' })} ${say('cure-group-topics')}`);
    expect(more).toEqual([]);
    expect(await tell({ message: message(boss, chat, '/topics', topic(7)) })).toEqual([]);
    expect(await tell({ message: message(boss, chat, '/topics', topic(8)) })).toHaveLength(1);
    expect(
      await tell(
        { message: message(boss, chat, '', { ...topic(8), ...reopened }) },
        { message: message(boss, chat, '/topics', topic(7)) },
      ),
    ).toEqual([]);
    expect(await tell(change(), { message: message(boss, chat, '/topics', topic(7)) })).toHaveLength(1);
  });

  it('what was said in a topic is put right also when it is closed', async () => {
    const asked = message(boss, chat, '/ask when is the office open?', topic(7));
    await tell({ message: asked });
    fake.trouble('sendMessage', CLOSED);
    await tell({ message: message(boss, chat, '/topics', topic(7)) });
    const [edit] = await tell({
      edited_message: { ...asked, text: '/ask why was my account banned?', edit_date: asked.date },
    });
    expect(edit?.method).toBe('editMessageText');
  });

  it('a message that may not be pinned silences nothing', async () => {
    const [answer] = await tell({ message: message(boss, chat, '/ask when is the office open?') });
    fake.trouble('pinChatMessage', {
      code: 400,
      description: 'Bad Request: not enough rights to manage pinned messages in the chat',
    });
    await tell({ message: message(boss, chat, '/pin --message', { reply_to_message: ownMessage(answer, chat) }) });
    expect(fake.called('pinChatMessage').at(-1)?.body.chat_id).toBe(chat.id);
    expect(await tell({ message: message(boss, chat, '/topics') })).toHaveLength(1);
  });

  it('General is a topic as well', async () => {
    fake.trouble('sendMessage', CLOSED);
    await tell({ message: message(boss, chat, '/topics') });
    expect(await tell({ message: message(boss, chat, '/topics') })).toEqual([]);
    const shown = { message: message(boss, chat, '', { text: undefined, general_forum_topic_unhidden: {} }) };
    expect(await tell(shown, { message: message(boss, chat, '/topics') })).toHaveLength(1);
  });

  it.each([
    'Bad Request: not enough rights to send text messages to the chat',
    'Bad Request: have no rights to send a message',
    'Bad Request: CHAT_WRITE_FORBIDDEN',
  ])(
    'where the bot may not write it is silent until its rights change, and asks for them once: %s',
    async (description) => {
      fake.trouble('sendMessage', { code: 400, description });
      const [, told] = await tell({ message: message(boss, chat, '/topics') });
      expect(told?.body.chat_id).toBe(boss.id);
      expect(shownText(told)).toContain(bot.services.speak('en')('cure-group-restricted'));
      expect(await tell({ message: message(somebody(), chat, '/topics') })).toEqual([]);
      expect(
        await tell(made({ status: 'member' }, administrator(person(own.id))), {
          message: message(boss, chat, '/topics'),
        }),
      ).toHaveLength(1);
    },
  );

  it('where members may not write one message is tried after an hour, and nobody is told again', async () => {
    const refusal = { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' };
    fake.trouble('sendMessage', refusal);
    expect(await tell({ message: message(boss, chat, '/topics') })).toHaveLength(2);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 });
    try {
      fake.trouble('sendMessage', refusal);
      expect(await tell({ message: message(boss, chat, '/topics') })).toHaveLength(1);
      expect(await tell({ message: message(boss, chat, '/topics') })).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('who never opened a chat with the bot is not told, and nothing else comes of it', async () => {
    fake.trouble('sendMessage', CLOSED, {
      code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    expect(await tell({ message: message(boss, chat, '/topics', topic(9)) })).toHaveLength(2);
    expect(await tell({ message: message(boss, chat, '/topics', topic(9)) })).toEqual([]);
    expect(await tell({ message: message(boss, aloneWith(boss), '/topics') })).toHaveLength(1);
  });

  it('a press that came too late, and an edit that changes nothing, are let be', async () => {
    const [offer] = await tell({ message: message(somebody(), chat, '/ask open subscription') });
    fake.trouble('answerCallbackQuery', {
      code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    fake.trouble('editMessageText', { code: 400, description: 'Bad Request: message is not modified' });
    expect(await tell(press(somebody(), ownMessage(offer, chat), dataOf(offer, 'office')))).toHaveLength(2);
  });

  it('what is kept of a person goes to nobody else', async () => {
    const from = somebody();
    const [file, ...more] = await tell({ message: message(from, chat, '/privacy export') });
    expect(file).toMatchObject({ method: 'sendDocument', body: { chat_id: from.id } });
    expect(more).toEqual([]);
    fake.trouble('sendDocument', { code: 403, description: "Forbidden: bot can't initiate conversation with a user" });
    const [, hint] = await tell({ message: message(from, chat, '/privacy export') });
    expect(hint?.body.chat_id).toBe(chat.id);
    expect(shownText(hint)).toContain('Open a chat with me');
  });
});
