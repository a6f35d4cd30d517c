import { describe, expect, it, vi } from 'vitest';
import { postDigests } from '../../../src/bot/delivery/digest.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { type ApiCall, fakeTelegram, type Json, ME } from '../../helpers/fake-telegram.ts';
import {
  ANONYMOUS,
  administrator,
  aloneWith,
  buttonsOf,
  dataOf,
  message,
  ownMessage,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';
import { ENTRIES, shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld();
const { tell, somebody, newGroup, moderatorOf } = world;

const toasts = (calls: readonly ApiCall[]) => calls.filter(({ method }) => method === 'answerCallbackQuery');
const said = (calls: readonly ApiCall[]) => calls.filter(({ method }) => method !== 'answerCallbackQuery');
const answerIn = async (chat: Json): Promise<ApiCall | undefined> =>
  (await tell({ message: message(somebody(), chat, '/ask why was my account banned?') }))[0];

describe('where moderators want to be told', () => {
  it('is a topic: what did not help is said there', async () => {
    const chat = newGroup({ is_forum: true });
    const topic = { message_thread_id: 44, is_topic_message: true };
    const boss = moderatorOf(chat);
    const change = async (setting: string, more = {}) =>
      shownText((await tell({ message: message(boss, chat, `/settings ${setting} here`, more) }))[0]);
    // A topic has no name that the bot knows.
    expect(await change('reports', topic)).toBe('Changed. Where moderators get reports: here.');
    const [answer] = await tell({ message: message(somebody(), chat, '/ask why was my account banned?') });
    const reader = { ...somebody(), language_code: 'fa' };
    const calls = await tell(press(reader, ownMessage(answer, chat), dataOf(answer, '👎')));
    const [told] = said(calls).filter(({ body }) => body.ephemeral_message_parameters === undefined);
    expect([shownText(told), told?.body.message_thread_id, told?.body.chat_id]).toEqual([
      '👎 Someone says that “Why was my account banned?” did not help.',
      44,
      chat.id,
    ]);
    expect(await change('human', topic)).toBe('Changed. Where helpers are asked: here.');
    const [settings] = await tell({ message: message(boss, chat, '/settings +notices') });
    expect(shownText(settings)).toContain('Where helpers are asked: in another place of this community');
    const [history] = await tell({ message: message(boss, chat, '/history') });
    expect(shownText(history)).toContain('+ in another place of this community');
    expect(shownText(settings) + shownText(history)).not.toMatch(/<#|telegram:|main/);
  });

  it('hears what was wrong, from who was asked alone; in the group nobody else is asked', async () => {
    const chat = newGroup();
    await tell({ message: message(moderatorOf(chat), chat, '/settings personal alone') });
    const answer = await answerIn(chat);
    const calls = await tell(press(somebody(), ownMessage(answer, chat), dataOf(answer, '👎')));
    expect(said(calls)).toEqual([]);
    const from = somebody();
    const [alone] = await world.alone(from, 'why was my account banned?');
    const [asked] = await world.pressAlone(from, alone, '👎');
    expect(shownText(asked)).toContain('What was wrong?');
    const own = ownMessage(asked, aloneWith(from));
    const thanks = await tell(press(from, own, dataOf(asked, 'Out of date')));
    expect(toasts(thanks).map(({ body }) => body.text)).toEqual(['Thanks, that helps to put it right.']);
    expect(said(thanks).map(({ method, body }) => [method, body.message_id])).toEqual([
      ['deleteMessage', own.message_id],
    ]);
    const [again] = await world.pressAlone(from, alone, '👎');
    expect(again).toBeUndefined();
  });

  it('is told that it cannot listen, where Telegram sends the bot only what is addressed to it', async () => {
    const [heard, unheard] = [newGroup(), newGroup()];
    world.fake.members.set(`${heard.id} ${ME.id}`, administrator(ME));
    const listen = async (chat: Json, mode: string) =>
      shownText((await tell({ message: message(moderatorOf(chat), chat, `/settings mode ${mode}`) }))[0]);
    expect(await listen(unheard, 'questions')).toContain('Privacy mode is on');
    expect(await listen(unheard, 'off')).not.toContain('Privacy mode');
    expect(await listen(heard, 'questions')).toBe('Changed. When I answer: any question I am sure about.');
  });

  it('is told in one digest, if they want that: its button lists what was not known', async () => {
    const chat = newGroup({ is_forum: true });
    const topic = { message_thread_id: 45, is_topic_message: true };
    const boss = moderatorOf(chat);
    await tell({ message: message(boss, chat, '/settings reports here', topic) });
    await tell({ message: message(boss, chat, '/settings digest weekly', topic) });
    const ask = () => tell({ message: message(somebody(), chat, '/ask where does the lighthouse keeper sleep?') });
    const toldIn = (calls: readonly ApiCall[]) => said(calls).filter(({ body }) => body.message_thread_id === 45);
    for (let people = 0; people < 3; people++) expect(toldIn(await ask())).toEqual([]);
    await world.bot.services.questions.flush();
    for (let times = 0; times < 2; times++)
      await postDigests(world.bot.services, (error) => {
        throw error;
      });
    const digests = toldIn(await tell({ message: message(somebody(), chat, '/ask why was my account banned?') }));
    expect(digests.map(shownText)).toEqual([
      expect.stringMatching(/I had no answer to “where does the lighthouse keeper sleep\?”\. People who asked: 3/),
    ]);
    const [digest] = digests;
    const pressed = () => tell(press(boss, { ...ownMessage(digest, chat), ...topic }, dataOf(digest, 'could not')));
    const [there] = said(await pressed());
    expect(there?.body).toMatchObject({
      chat_id: chat.id,
      message_thread_id: 45,
      ephemeral_message_parameters: { receiver_user_id: boss.id },
    });
    expect(shownText(there)).toContain('lighthouse keeper');
    await tell({ message: message(boss, chat, '/settings personal alone') });
    const [led] = toasts(await pressed());
    const start = new URL(String(led?.body.url)).searchParams.get('start');
    const [list] = said(await tell({ message: message(boss, aloneWith(boss), `/start ${start}`) }));
    expect(shownText(list)).toContain('lighthouse keeper');
  });
});

describe('what is not known', () => {
  it('is handed to people at a press, once; the next one says what became of it, or answers', async () => {
    const chat = newGroup();
    const question = message(somebody(), chat, '/ask what is the capital of France?');
    expect(buttonsOf((await tell({ message: question }))[0])).toEqual([
      expect.objectContaining({ text: '🔔 Tell me when somebody knows' }),
    ]);
    const boss = moderatorOf(chat);
    const topic = { message_thread_id: 44, is_topic_message: true };
    await tell({ message: message(boss, chat, '/settings reports here', topic) });
    const [unknown] = await tell({ message: question });
    const shown = { ...ownMessage(unknown, chat), reply_to_message: question };
    const pressed = async () => {
      const calls = await tell(press(somebody(), shown, dataOf(unknown, '🙋 Ask a human')));
      return [toasts(calls)[0]?.body.text, said(calls).map((call) => shownText(call))];
    };
    expect(await pressed()).toEqual([
      world.bot.services.speak('en')('human-told'),
      [expect.stringContaining('what is the capital of France?')],
    ]);
    const from = world.fake.calls.length;
    await tell({ message: message(boss, chat, '/pin what is the capital of France? text: Paris.') });
    await world.bot.services.questions.flush();
    const answer = ((await pressed())[1] as readonly string[]).at(-1);
    expect(answer).toContain('Paris.');
    // Whoever waits is told once nobody asks anything for a moment: before the press, or with it.
    const told = said(world.fake.calls.slice(from)).map((call) => shownText(call));
    expect(told).toContain('There is an entry now that answers this.');
    expect(
      told.filter((text) => /^There is an answer now to “what is the capital of France\?”:.*Paris\./s.test(text)),
    ).toHaveLength(1);
  });
});

describe('a reply to the bot', () => {
  it.each([
    'thanks!',
    'lol',
    '+1',
    'ok cool',
    '🔥',
    'nice bot',
    'shut up',
    'thank you so much, this helped',
    '谢谢',
    '/roll 20',
  ])('that asks nothing gets silence: %s', async (words) => {
    const chat = newGroup();
    const answer = await answerIn(chat);
    expect(
      await tell({ message: message(somebody(), chat, words, { reply_to_message: ownMessage(answer, chat) }) }),
    ).toEqual([]);
  });

  it('is answered when sure, offered choices where it is a question, and left alone where nothing is known', async () => {
    const chat = newGroup();
    const answer = await answerIn(chat);
    const reply = async (words: string) =>
      (await tell({ message: message(somebody(), chat, words, { reply_to_message: ownMessage(answer, chat) }) }))[0];
    expect(shownText(await reply('when is the office open?'))).toContain('When is the office open?');
    expect(buttonsOf(await reply('open subscription?')).length).toBeGreaterThan(0);
    expect(await reply('open subscription')).toBeUndefined();
    expect(await reply('what is the capital of France?')).toBeUndefined();
  });

  it('by the bare name gets a hello with questions to tap, in reply to a person an answer to them', async () => {
    const chat = newGroup();
    const [hello] = await tell({ message: message(somebody(), chat, '@wenda_bot') });
    expect(shownText(hello).split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/^Hello, I'm Wenda/),
      'Choose a question, or write your own.',
    ]);
    expect(buttonsOf(hello)).toHaveLength(3);
    expect(await tell({ message: message(somebody(), chat, '@wenda_bot 😂') })).toEqual([]);
    expect(await tell({ message: message(somebody(), chat, '/greet') })).toEqual([]);
  });

  it('after an answer, thanks are not told that nothing is known, by name or alone with the bot either', async () => {
    const from = somebody();
    for (const [chat, name] of [
      [newGroup(), '@wenda_bot '],
      [aloneWith(from), ''],
    ] as const) {
      await tell({ message: message(from, chat, `${name}why was my account banned?`) });
      expect((await tell({ message: message(from, chat, `${name}thanks!`) })).map((call) => shownText(call))).toEqual([
        world.bot.services.speak('en')('welcome'),
      ]);
      expect(await tell({ message: message(from, chat, `${name}🔥`) })).toEqual([]);
    }
  });
});

describe('what comes late', () => {
  const hours = (count: number): Json => ({ date: Math.floor(Date.now() / 1000) - count * 3600 });
  const minutes = (count: number): Json => hours(count / 60);

  it('is left alone: what was meant for nobody after two minutes, questions after ten', async () => {
    const chat = newGroup();
    await tell({ message: message(moderatorOf(chat), chat, '/settings mode questions') });
    const from = somebody();
    expect(await tell({ message: message(from, chat, 'when is the office open?', minutes(3)) })).toEqual([]);
    expect(await tell({ message: message(from, chat, '@wenda_bot when is the office open?', minutes(11)) })).toEqual(
      [],
    );
    expect(await tell({ message: message(from, chat, '/ask when is the office open?', hours(6)) })).toEqual([]);
    expect(await tell({ message: message(from, aloneWith(from), 'when is the office open?', hours(6)) })).toEqual([]);
    expect(
      await tell({ message: message(from, chat, '@wenda_bot when is the office open?', minutes(9)) }),
    ).toHaveLength(1);
    expect(await tell({ message: message(from, chat, 'why was my account banned?', minutes(1)) })).toHaveLength(1);
  });

  it('makes nobody wait: of hundreds that were asked hours ago none is answered, and none is even kept', async () => {
    const before = world.fake.calls.length;
    const asked = Array.from({ length: 300 }, (_, at) => {
      const from = somebody();
      return at % 2 === 0
        ? message(from, aloneWith(from), `when is the office open? ${at}`, hours(6))
        : message(from, newGroup(), `@wenda_bot when is the office open? ${at}`, hours(6));
    });
    const fresh = somebody();
    for (const one of [...asked, message(fresh, aloneWith(fresh), 'when is the office open?', hours(0))])
      await world.fake.deliver({ message: one });
    await world.bot.whenIdle();
    const calls = world.fake.calls.slice(before).filter(({ body }) => body.chat_id !== undefined);
    expect(calls.map(({ body }) => body.chat_id)).toEqual([fresh.id]);
  });

  it('is left unsaid where an earlier process thought of it long ago', async () => {
    const chat = newGroup();
    const payload = (at: string, text: string) =>
      JSON.stringify({
        kind: 'message',
        target: { place: `telegram:${chat.id}`, chat: chat.id },
        rich: { text, entities: [] },
        keyboard: [],
        at,
      });
    const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
    const before = world.fake.calls.length;
    for (const [ms, text] of [
      [11 * 60_000, 'too late'],
      [9 * 60_000, 'in time'],
    ] as const)
      await world.bot.services.store.transact(({ outbox }) =>
        outbox.add({
          platform: 'telegram',
          queue: `telegram:${chat.id}`,
          person: '',
          payload: payload(ago(ms), text),
          due: ago(ms),
        }),
      );
    const query = JSON.stringify({ kind: 'inline', id: 'left', words: 'office', offset: 0, user: 5 });
    await world.bot.services.store.transact(({ outbox }) =>
      outbox.add({ platform: 'telegram', queue: 'telegram inline 5', person: '', payload: query, due: ago(60_000) }),
    );
    // What is said next looks for what waits.
    await tell({ message: message(moderatorOf(chat), chat, '/settings unknown short') });
    await world.bot.whenIdle();
    expect(world.fake.calls.slice(before).filter(({ method }) => method === 'answerInlineQuery')).toEqual([]);
    expect(
      world.fake.calls
        .slice(before)
        .filter(({ method }) => method === 'sendMessage')
        .map((call) => shownText(call)),
    ).toEqual(['in time', expect.stringMatching(/./)]);
  });

  it('counts where it changes something', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    await tell({ message: message(boss, chat, '/pin opening times? entry: hours', hours(6)) });
    expect(
      (await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state.all('pin'),
    ).toHaveLength(1);
    expect(await tell({ message: message(boss, chat, '/pins', hours(6)) })).toEqual([]);
  });

  it('is not searched for inline, nor answered at a press, where what came after it is old already', async () => {
    const chat = newGroup();
    const from = somebody();
    const answer = await answerIn(chat);
    const related = press(from, ownMessage(answer, chat), buttonsOf(answer)[0]?.callback_data ?? '');
    const query = { inline_query: { id: 'late', from, query: 'office open', offset: '' } };
    const before = world.fake.calls.length;
    await Promise.all([
      world.fake.deliver(query),
      world.fake.deliver(related),
      world.fake.deliver({ message: message(from, chat, 'hello all', hours(6)) }),
    ]);
    await world.bot.whenIdle();
    expect(world.fake.calls.slice(before)).toEqual([]);
  });
});

describe("another's work", () => {
  it("is not dropped by a member's No, nor done by a second moderator's Yes", async () => {
    const chat = newGroup();
    const [boss, second] = [moderatorOf(chat), moderatorOf(chat)];
    const [preview] = await tell({
      message: message(boss, chat, '/teach question: Where is the office? answer: In Geneva.'),
    });
    const own = ownMessage(preview, chat);
    for (const [who, label] of [
      [somebody(), 'Discard'],
      [second, 'Discard'],
      [second, 'Save'],
      [somebody(), 'Save'],
    ] as const) {
      const calls = await tell(press(who, own, dataOf(preview, label)));
      expect(toasts(calls)[0]?.body.text).toMatch(/./);
      expect(said(calls)).toEqual([]);
    }
    const [, edit] = await tell(press(boss, own, dataOf(preview, 'Save')));
    expect(shownText(edit)).toBe('Learned: “Where is the office?”.');
    const late = await tell(press(second, own, dataOf(preview, 'Discard')));
    expect(said(late)).toEqual([]);
  });

  const fillIn =
    (chat: Json, from: Parameters<typeof message>[0], prompts: readonly (ApiCall | undefined)[], more: Json = {}) =>
    async (at: number, words: string) => {
      const calls = await tell({
        message: message(from, chat, words, { reply_to_message: ownMessage(prompts[at], chat), ...more }),
      });
      return calls;
    };

  it.each(['named', 'anonymous'])('two forms live side by side: %s', async (kind) => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    if (kind === 'anonymous') await tell({ message: message(boss, chat, '/settings anonymous yes') });
    const [first, second] = kind === 'anonymous' ? [ANONYMOUS, ANONYMOUS] : [boss, moderatorOf(chat)];
    const more: Json = kind === 'anonymous' ? { sender_chat: chat } : {};
    const one = await tell({ message: message(first, chat, '/teach', more) });
    const two = await tell({ message: message(second, chat, '/teach', more) });
    const prompts = [one.at(-1), two.at(-1)];
    const [askedOne] = await fillIn(chat, first, prompts, more)(0, 'Where is the garden?');
    const [askedTwo] = await fillIn(chat, second, prompts, more)(1, 'Where is the kitchen?');
    expect(shownText(askedOne)).toContain('2/5');
    expect(shownText(askedTwo)).toContain('2/5');
    const next = [askedOne, askedTwo];
    const [three] = await fillIn(chat, first, next, more)(0, 'Behind the house.');
    expect(shownText(three)).toContain('3/5');
    const calls = await fillIn(chat, second, next, more)(1, 'On the first floor.');
    expect(shownText(calls[0])).toContain('3/5');
  });
});

describe('manners', () => {
  it('a slow-down is told once', async () => {
    const chat = newGroup();
    const from = somebody();
    const calls: ApiCall[] = [];
    for (let at = 0; at < 25; at++)
      calls.push(...(await tell({ message: message(from, chat, `/show nothing-${at}`) })));
    expect(calls.filter((call) => shownText(call).startsWith('That was a lot'))).toHaveLength(1);
  });

  it('what was sent on is no command', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const origin: Json = { forward_origin: { type: 'user', date: 1, sender_user: somebody() } };
    for (const words of [
      '/pin opening times? entry: hours',
      '/pin@wenda_bot opening times? entry: hours',
      '@wenda_bot why was my account banned?',
      '/help',
    ])
      expect(await tell({ message: message(boss, chat, words, origin) })).toEqual([]);
    expect(await tell({ message: message(boss, aloneWith(boss), '/language fa', origin) })).toEqual([]);
    const [answer] = await tell({ message: message(boss, aloneWith(boss), 'why was my account banned?', origin) });
    expect(shownText(answer)).toContain('Why was my account banned?');
  });

  it('nor is what stands in the message that was replied to, and a part that is quoted is what is meant', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    await tell({
      message: message(boss, chat, '@wenda_bot', {
        reply_to_message: message(somebody(), chat, '/pin opening times? entry: hours'),
      }),
    });
    expect(
      (await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state.all('pin'),
    ).toEqual([]);
    const long = message(
      somebody(),
      chat,
      'Good morning. My sister asks about the garden and I about this: when is the office open? Bye',
    );
    const [answer] = await tell({
      message: message(boss, chat, '@wenda_bot', {
        reply_to_message: long,
        quote: { text: 'when is the office open?', position: 64 },
      }),
    });
    expect(shownText(answer)).toContain('When is the office open?');
  });

  it('the same press by eight members gives one answer, if their group shows nobody anything alone', async () => {
    const chat = newGroup();
    await tell({ message: message(moderatorOf(chat), chat, '/settings personal alone') });
    const answer = await answerIn(chat);
    const own = ownMessage(answer, chat);
    const calls: ApiCall[] = [];
    for (let at = 0; at < 8; at++)
      calls.push(...(await tell(press(somebody(), own, buttonsOf(answer)[0]?.callback_data ?? ''))));
    expect(toasts(calls)).toHaveLength(8);
    expect(said(calls)).toHaveLength(1);
  });

  it('what was offered to one person is theirs: another who presses is led into the private chat', async () => {
    const chat = newGroup();
    await tell({ message: message(moderatorOf(chat), chat, '/settings personal alone') });
    const [asker, other] = [somebody(), somebody()];
    const asked = message(asker, chat, '/ask open subscription');
    const [offer] = await tell({ message: asked });
    const own = { ...ownMessage(offer, chat), reply_to_message: asked };
    const data = buttonsOf(offer)[0]?.callback_data ?? '';
    const [led, ...more] = await tell(press(other, own, data));
    expect(led?.body.url).toMatch(/^https:\/\/t\.me\/wenda_bot\?start=./);
    expect(more).toEqual([]);
    expect((await tell(press(asker, own, data)))[1]?.method).toBe('editMessageText');
    const answer = await answerIn(chat);
    const related = await tell(
      press(other, { ...ownMessage(answer, chat), reply_to_message: asked }, buttonsOf(answer)[0]?.callback_data ?? ''),
    );
    expect(said(related)).toHaveLength(1);
  });

  it("a helper's command under a newcomer's question answers the newcomer", async () => {
    for (const words of ['/ask', '@wenda_bot', '/show hours']) {
      const chat = newGroup();
      const question = message(somebody(), chat, 'when is the office open?');
      const [answer] = await tell({ message: message(somebody(), chat, words, { reply_to_message: question }) });
      expect(answer?.body.reply_parameters).toMatchObject({ message_id: question.message_id });
    }
  });
});

describe('the installation', () => {
  it("is not any group's moderator's", async () => {
    const [mine, theirs] = [newGroup(), newGroup()];
    const stranger = moderatorOf(theirs);
    await tell({ message: message(moderatorOf(mine), mine, '/settings unknown short') });
    await tell({ message: message(stranger, theirs, '/settings unknown short') });
    const [reply] = await tell({ message: message(stranger, theirs, '/reload') });
    expect(shownText(reply)).not.toBe('The knowledge has not changed.');
  });
});

describe('a line that names no subject', () => {
  it.each(['is that still a thing?', 'who decided that?'])(
    'is answered to nobody unasked, and offered a choice at most by name: %s',
    async (vague) => {
      const other = await fakeTelegram();
      const lottery = entryOf(
        'questions/lottery',
        textOf('en', 'Who decided on the office lottery, and is it still a thing?', [
          'is that still a thing',
          'who decided that',
          'lottery of the office',
        ]),
      );
      const library = libraryOf([lottery, ...ENTRIES], await shippedLocales());
      const bot = await startBot(other, await telegramServices({ library }));
      try {
        const [chat, boss] = [newGroup(), somebody()];
        other.members.set(`${chat.id} ${boss.id}`, administrator(boss));
        await bot.tell({ message: message(boss, chat, '/settings mode questions') });
        await bot.tell({ message: message(boss, chat, '/settings patience 0') });
        expect(await bot.tell({ message: message(somebody(), chat, vague) })).toEqual([]);
        const [answer] = await bot.tell({ message: message(somebody(), chat, 'lottery of the office?') });
        expect(shownText(answer)).toMatch(/^Who decided on the office lottery/);
        const [offer] = await bot.tell({ message: message(somebody(), chat, `@wenda_bot ${vague}`) });
        expect(shownText(offer)).not.toMatch(/^Who decided on the office lottery/);
      } finally {
        await bot.stop();
        await other.close();
      }
    },
  );
});

describe('a statement', () => {
  it('is left alone where the bot listens, unless it is addressed', async () => {
    const told = 'they banned my account for no reason';
    const heardAmongOthers = async (words: string) => {
      const chat = newGroup();
      await tell({ message: message(moderatorOf(chat), chat, '/settings mode questions') });
      return await tell({ message: message(somebody(), chat, words) });
    };
    for (const words of [told, `I know why. ${told} lol`]) expect(await heardAmongOthers(words)).toEqual([]);
    for (const words of [`@wenda_bot ${told}`, 'why did they ban my account'])
      expect(await heardAmongOthers(words)).toHaveLength(1);
  });
});

describe('a busy group', () => {
  it('gets fresh answers, and no backlog', async () => {
    let ahead = 0;
    const now = () => new Date(Date.now() + ahead).toISOString();
    const other = await fakeTelegram();
    const busy = await startBot(other, await telegramServices({ now }), {
      courtesy: { chatMs: 0, groupPerMinute: 100, perSecond: 30 },
    });
    try {
      const [chat, boss] = [newGroup(), somebody()];
      other.members.set(`${chat.id} ${boss.id}`, administrator(boss));
      const ask = (words: string, from = somebody()) => other.deliver({ message: message(from, chat, words) });
      const sent = () => other.called('sendMessage');
      const release = other.hold('sendMessage');
      await ask('/ask why was my account banned?');
      await vi.waitFor(() => expect(sent()).toHaveLength(1), { timeout: 120_000 });
      await ask('/ask when is the office open?');
      await ask('/pin opening times? entry: hours', boss);
      await vi.waitFor(
        async () =>
          expect(await busy.services.store.transact(({ outbox }) => outbox.due('telegram', '9999'))).toHaveLength(3),
        { timeout: 120_000 },
      );
      ahead = 21_000;
      release();
      await busy.whenIdle();
      expect(sent().map((call) => shownText(call).split('\n')[0])).toEqual([
        'Why was my account banned?',
        expect.stringMatching(/^Pinned/),
      ]);
    } finally {
      await busy.stop();
      await other.close();
    }
  });
});

describe('many groups at once', () => {
  it.each([
    ['get their answers, late as they are for all of them', 25_000, 3],
    ['get none after a minute', 65_000, 1],
  ])('%s', async (_, later, answered) => {
    let ahead = 0;
    const now = () => new Date(Date.now() + ahead).toISOString();
    const other = await fakeTelegram();
    const busy = await startBot(other, await telegramServices({ now }), {
      courtesy: { chatMs: 0, groupPerMinute: 100, perSecond: 1 },
    });
    try {
      const release = other.hold('sendMessage');
      for (let at = 0; at < 3; at++)
        await other.deliver({ message: message(somebody(), newGroup(), '/ask why was my account banned?') });
      await vi.waitFor(
        async () =>
          expect(await busy.services.store.transact(({ outbox }) => outbox.due('telegram', '9999'))).toHaveLength(3),
        { timeout: 120_000 },
      );
      await vi.waitFor(() => expect(other.called('sendMessage')).toHaveLength(1), { timeout: 120_000 });
      ahead = later;
      release();
      await busy.whenIdle();
      expect(other.called('sendMessage')).toHaveLength(answered);
    } finally {
      await busy.stop();
      await other.close();
    }
  });
});
