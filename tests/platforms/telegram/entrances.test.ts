import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiCall, type FakeTelegram, fakeTelegram, type Json } from '../../helpers/fake-telegram.ts';
import {
  aloneWith,
  buttonsOf,
  dataOf,
  FORUM,
  GROUP,
  message,
  ownMessage,
  person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
let people = 100;
let group = GROUP;

beforeAll(async () => {
  fake = await fakeTelegram();
  bot = await startBot(fake, await telegramServices());
});

afterAll(async () => {
  await bot.stop();
  await fake.close();
});

/** One that nobody has been answered in. */
beforeEach(() => {
  group = { ...GROUP, id: group.id - 1 };
});

afterEach(() => expect(fake.problems.splice(0)).toEqual([]));

const tell: RunningBot['tell'] = (...updates) => bot.tell(...updates);

const resultsOf = (call: Pick<ApiCall, 'body'> | undefined) => (call?.body.results ?? []) as Json[];

const LANGUAGES = [
  ['en', 'en', 'why was my account banned?', 'Why was my account banned?'],
  ['zh-hans', 'zh-Hans', '为什么我的账号被封了？', '为什么我的账号被封了？'],
  ['fa', 'fa', 'چرا حساب من مسدود شد؟', 'چرا حساب من مسدود شد؟'],
] as const;

describe.each(LANGUAGES)('a question in %s', (locale, _language, question, title) => {
  const somebody = () => person(people++, locale);

  it.each([
    ['/ask', (from: ReturnType<typeof person>) => message(from, group, `/ask ${question}`)],
    ['/ask@bot', (from: ReturnType<typeof person>) => message(from, group, `/ask@Wenda_Bot ${question}`)],
    ['a mention', (from: ReturnType<typeof person>) => message(from, group, `@wenda_bot ${question}`)],
    ['a private chat', (from: ReturnType<typeof person>) => message(from, aloneWith(from), question)],
    [
      'a reply to the bot',
      (from: ReturnType<typeof person>) =>
        message(from, group, question, {
          reply_to_message: ownMessage({ body: {}, result: { message_id: 7 } }, group),
        }),
    ],
    [
      'a mention under a question',
      (from: ReturnType<typeof person>) =>
        message(from, group, '@wenda_bot', { reply_to_message: message(person(1), group, question) }),
    ],
  ])('is answered by %s', async (_, make) => {
    const asked = make(somebody());
    const [answer, ...more] = await tell({ message: asked });
    expect(more).toEqual([]);
    expect(answer?.method).toBe('sendMessage');
    expect(shownText(answer).startsWith(`${title}\n\n`)).toBe(true);
    expect(answer?.body).toMatchObject({
      chat_id: (asked.chat as Json).id,
      link_preview_options: { is_disabled: true },
    });
    // Whose question it is, which is clear alone with them.
    if (asked.chat === group)
      expect(answer?.body.reply_parameters).toEqual({
        message_id:
          (asked.reply_to_message as Json | undefined)?.message_id === 7
            ? asked.message_id
            : ((asked.reply_to_message as Json | undefined)?.message_id ?? asked.message_id),
        allow_sending_without_reply: true,
      });
    else expect(answer?.body).not.toHaveProperty('reply_parameters');
    expect(answer?.body.entities).toContainEqual(expect.objectContaining({ type: 'bold' }));
  });

  it('is asked for where a command lacks it, and the reply is taken', async () => {
    const from = somebody();
    const [ask] = await tell({ message: message(from, group, '/ask') });
    expect(ask?.body.reply_markup).toEqual({ force_reply: true, selective: true });
    const reply = message(from, group, question, { reply_to_message: ownMessage(ask, group) });
    const [answer] = await tell(
      { message: message(person(people++), group, 'not mine', { reply_to_message: message(person(1), group, 'x') }) },
      { message: reply },
    );
    expect(shownText(answer).startsWith(`${title}\n\n`)).toBe(true);
    expect(answer?.body.reply_parameters).toMatchObject({ message_id: reply.message_id });
  });

  it('is answered inline, in any chat', async () => {
    const [found] = await tell({
      inline_query: { id: `q${people}`, from: somebody(), query: question, offset: '', chat_type: 'channel' },
    });
    expect(found).toMatchObject({ method: 'answerInlineQuery', body: { is_personal: true, next_offset: '' } });
    const [best] = resultsOf(found);
    expect(best).toMatchObject({ type: 'article' });
    expect(shownText({ body: { text: (best?.input_message_content as Json | undefined)?.message_text } })).toContain(
      `${title}\n\n`,
    );
  });

  it('is answered where a link leads to it', async () => {
    const from = somebody();
    const [answer] = await tell({
      message: message(from, aloneWith(from), `/start ${Buffer.from('questions/why-banned').toString('base64url')}`),
    });
    expect(shownText(answer).startsWith(`${title}\n\n`)).toBe(true);
  });

  it('is answered unasked only where the group wants that, and in its topic', async () => {
    const from = somebody();
    const topic = { message_thread_id: 77, is_topic_message: true };
    expect(await tell({ message: message(from, FORUM, question, topic) })).toEqual([]);
    const boss = person(people++);
    fake.members.set(`${FORUM.id} ${boss.id}`, { status: 'creator', user: boss, is_anonymous: false });
    await tell({ message: message(boss, FORUM, '/settings mode questions', topic) });
    await tell({ message: message(boss, FORUM, '/settings patience 0', topic) });
    const [answer] = await tell({ message: message(from, FORUM, question, topic) });
    expect(shownText(answer).startsWith(`${title}\n\n`)).toBe(true);
    expect(answer?.body.message_thread_id).toBe(77);
    expect(await tell({ message: message(from, FORUM, 'nice weather today', topic) })).toEqual([]);
    await tell({ message: message(boss, FORUM, '/settings mode shadow', topic) });
    expect(await tell({ message: message(from, FORUM, `${question} ?`, topic) })).toEqual([]);
    await tell({ message: message(boss, FORUM, '/settings mode default', topic) });
  });
});

describe('an answer', () => {
  it('names source and date, and leads to the source', async () => {
    const from = person(people++, 'en');
    const [answer] = await tell({ message: message(from, aloneWith(from), 'why was my account banned?') });
    expect(shownText(answer)).toContain('Source: Handbook (Office, March 2024)');
    expect(shownText(answer)).toContain('As of March 2024.');
    expect(answer?.body.entities).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: 'https://handbook.example/bans' }),
    );
  });

  it('leads on by buttons, which are answered at once', async () => {
    const from = person(people++, 'en');
    const [answer] = await tell({ message: message(from, group, '/ask why was my account banned? please') });
    const [related, yes] = buttonsOf(answer);
    expect(buttonsOf(answer).map(({ text }) => text)).toEqual([
      'Can I get a refund for my subscription?',
      '👍',
      '👎',
      '🌐',
    ]);
    for (const { callback_data: data = '' } of buttonsOf(answer))
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    const own = ownMessage(answer, group);
    const [closed, next] = await tell(press(from, own, related?.callback_data ?? ''));
    expect(closed?.method).toBe('answerCallbackQuery');
    expect(shownText(next).startsWith('Can I get a refund')).toBe(true);
    expect(next?.body.ephemeral_message_parameters).toMatchObject({ receiver_user_id: from.id });
    const [note, ...nothing] = await tell(press(from, own, yes?.callback_data ?? ''));
    expect(note).toMatchObject({ method: 'answerCallbackQuery', body: { text: 'Thanks! Glad it helped.' } });
    expect(nothing).toEqual([]);
  });

  it('is read in another language by one alone, and in words by all', async () => {
    const [from, reader] = [person(people++, 'en'), person(people++, 'en')];
    const [answer] = await tell({ message: message(from, group, '/ask why was my account banned? please') });
    const own = ownMessage(answer, group);
    const [, list] = await tell(press(reader, own, dataOf(answer, '🌐')));
    expect(shownText(list)).toContain('In which language?\n1. English\n2. فارسی');
    const [, alone] = await tell(press(reader, ownMessage(list, group), dataOf(list, 'فارسی')));
    expect([alone?.method, alone?.body.receiver_user_id, shownText(alone)]).toEqual([
      'editEphemeralMessageText',
      reader.id,
      expect.stringContaining('چرا حساب من مسدود شد؟'),
    ]);
    const [spoken] = await tell({ message: message(from, group, 'in Chinese, please', { reply_to_message: own }) });
    expect([spoken?.body.chat_id, shownText(spoken)]).toEqual([
      group.id,
      expect.stringContaining('为什么我的账号被封了？'),
    ]);
  });

  it('is chosen from a list, which becomes the answer', async () => {
    const from = person(people++, 'en');
    const asked = message(from, group, '/ask open subscription');
    const [offer] = await tell({ message: asked });
    const choice = { callback_data: dataOf(offer, 'office') };
    const [closed, edit] = await tell(press(person(people++), ownMessage(offer, group), choice?.callback_data ?? ''));
    expect(closed?.method).toBe('answerCallbackQuery');
    expect(edit).toMatchObject({
      method: 'editMessageText',
      body: { chat_id: group.id, message_id: ownMessage(offer, group).message_id },
    });
    expect(shownText(edit)).toContain('When is the office open?');
    expect(
      (
        await bot.services.store.transact(({ answers }) => answers.to(`telegram:${group.id}`, String(asked.message_id)))
      ).map(({ entry }) => entry),
    ).toEqual(['questions/hours']);
  });

  it('is not given for a button that is forged, or of another chat', async () => {
    const from = person(people++, 'en');
    const [answer] = await tell({ message: message(from, aloneWith(from), 'why was my account banned?') });
    for (const data of ['000000000000 show questions/hours', buttonsOf(answer)[0]?.callback_data ?? '', '']) {
      const [note, ...more] = await tell(press(from, ownMessage(answer, group), data));
      expect(note).toMatchObject({
        method: 'answerCallbackQuery',
        body: { text: 'This button no longer works. Please ask again.' },
      });
      expect(more).toEqual([]);
    }
  });
});

describe('what is not for the bot', () => {
  it.each([
    ['a command to another bot', () => message(person(people++), group, '/ask@other_bot why was my account banned?')],
    ['talk', () => message(person(people++), group, 'why was my account banned?')],
    ['a command nobody knows', () => message(person(people++), group, '/roll 20')],
    [
      'a post of a channel',
      () => ({
        ...message(person(777000), group, '/ask why was my account banned?'),
        sender_chat: { id: -100777, type: 'channel' },
        is_automatic_forward: true,
      }),
    ],
    [
      'another bot',
      () => message({ id: 5, is_bot: true, first_name: 'Bot' }, group, '/ask why was my account banned?'),
    ],
    [
      'its own inline answer',
      () =>
        message(person(people++), group, '@wenda_bot why was my account banned?', {
          via_bot: { id: 123456, is_bot: true, first_name: 'W' },
        }),
    ],
    ['a picture', () => ({ message_id: 4, date: 1, from: person(people++), chat: group, photo: [] })],
    ['a message by nobody', () => ({ message_id: 5, date: 1, chat: group, text: '/help' })],
  ])('is left alone: %s', async (_, make) => expect(await tell({ message: make() })).toEqual([]));
});

describe('inline mode', () => {
  it('shows all, pinned first, page by page', async () => {
    const from = person(people++, 'en');
    const [page] = await tell({ inline_query: { id: 'all', from, query: '', offset: '' } });
    expect(resultsOf(page).map(({ title }) => title)).toEqual([
      'Why was my account banned?',
      'Can I get a refund for my subscription?',
      'When is the office open?',
    ]);
    const [last] = await tell({ inline_query: { id: 'more', from, query: '', offset: '2' } });
    expect(resultsOf(last)).toHaveLength(1);
    const [strange] = await tell({ inline_query: { id: 'odd', from, query: 'x', offset: 'no number' } });
    expect(strange?.method).toBe('answerInlineQuery');
  });
});

describe('/start', () => {
  const start = async (from: ReturnType<typeof person>, text = '/start', chat: Json = aloneWith(from)) =>
    (await tell({ message: message(from, chat, text) }))[0];

  it.each(['', ' nonsense!', ' true', ` ${Buffer.from('questions/none').toString('base64url')}`])(
    '%j is answered',
    async (payload) => {
      expect(shownText(await start(person(people++, 'en'), `/start${payload}`))).not.toBe('');
    },
  );

  it.each(['en', 'fa', 'zh-hans', 'ar'])(
    'greets in %s with what is known, three questions, and a way into a group',
    async (locale) => {
      const from = person(people++, locale);
      const greeting = await start(from);
      const say = bot.services.speak(locale === 'zh-hans' ? 'zh-Hans' : locale);
      expect(shownText(greeting).split('\n\n')).toEqual(
        [say('greeting', { subjects: ['bans', 'phones'].join(say('list-semicolon')) }), say('try-one')].map(plainly),
      );
      const buttons = buttonsOf(greeting);
      expect(buttons.map(({ callback_data: data, url }) => (data === undefined ? url : 'question'))).toEqual([
        'question',
        'question',
        'question',
        'https://t.me/wenda_bot?startgroup=true',
      ]);
      expect(plainly(buttons[3]?.text ?? '')).toBe(say('add-to-group'));
    },
  );

  it('stays when one of its questions is pressed, for the others', async () => {
    const from = person(people++, 'en');
    const greeting = await start(from);
    const done = await tell(press(from, ownMessage(greeting, aloneWith(from)), dataOf(greeting, 'banned')));
    expect(done.map(({ method }) => method).sort()).toEqual(['answerCallbackQuery', 'sendMessage']);
    expect(shownText(done.find(({ method }) => method === 'sendMessage'))).toContain('Why was my account banned?');
  });

  it('says nothing in a group to which the bot was just added, nor greets there', async () => {
    const from = person(people++, 'en');
    expect(await start(from, '/start@wenda_bot true', group)).toBeUndefined();
    expect(await start(from, '/greet', group)).toBeUndefined();
    expect(shownText(await start(from, '/start@wenda_bot', group))).toContain('/ask');
  });
});

const plainly = (text: string): string => shownText({ body: { text } });
