import { afterEach, describe, expect, it } from 'vitest';
import type { Courtesy } from '../../../src/platforms/telegram/config.ts';
import { type ApiCall, type FakeTelegram, fakeTelegram, type Json } from '../../helpers/fake-telegram.ts';
import { administrator, GROUP, message, ownMessage, PLAIN_GROUP, person } from '../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices, until } from '../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
let people = 40_000;
/** Milliseconds by which the bot's clock is ahead. */
let ahead = 0;

async function start(courtesy: Partial<Courtesy> = {}): Promise<void> {
  ahead = 0;
  const now = () => new Date(Date.now() + ahead).toISOString();
  fake = await fakeTelegram();
  bot = await startBot(fake, await telegramServices({ now }), {
    courtesy: { chatMs: 0, groupPerMinute: 20, perSecond: 30, ...courtesy },
  });
}

afterEach(async () => {
  await bot.stop();
  await fake.close();
  expect(fake.problems.splice(0)).toEqual([]);
});

const somebody = () => person(people++, 'en');
const asked = (words: string, chat: Json = GROUP, date = Math.floor((Date.now() + ahead) / 1000)) => ({
  message: message(somebody(), chat, words, { date }),
});
const taken = (): ApiCall[] => fake.called('sendMessage').filter(({ result }) => !('code' in (result as Json)));
const firstLines = (): string[] => taken().map((call) => shownText(call).split('\n')[0] ?? '');
const waiting = async (): Promise<number> =>
  (await bot.services.store.transact(({ outbox }) => outbox.due('telegram', '9999'))).length;

/** The group's moderators let the bot answer what is not asked of it. */
async function listening(): Promise<void> {
  const boss = somebody();
  fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
  await bot.tell({ message: message(boss, GROUP, '/settings mode questions') });
}

describe('many who ask the same at once', () => {
  const WORDS = ['/ask when is the office open?', '@wenda_bot opening hours of the office'];

  it.each([20, 150])('get one answer and one pointer, and others are answered meanwhile: %i', async (count) => {
    await start({ groupPerMinute: 3 });
    for (let at = 0; at < count; at++) await fake.deliver(asked(WORDS[at % WORDS.length] ?? ''));
    await fake.deliver(asked('/ask can I get a refund for my subscription?'));
    await until(() => taken().length >= 3);
    await bot.whenIdle();
    expect(firstLines()).toEqual([
      'When is the office open?',
      'This was just answered here: When is the office open?',
      'Can I get a refund for my subscription?',
    ]);
  });

  it('are pointed at the answer by a reply to it, if the group has no links to messages', async () => {
    await start();
    const [answer] = await bot.tell(asked('/ask when is the office open?', PLAIN_GROUP));
    const [pointer] = await bot.tell(asked('/ask when is the office open?', PLAIN_GROUP));
    expect(pointer?.body.reply_parameters).toMatchObject({ message_id: ownMessage(answer, PLAIN_GROUP).message_id });
    expect(pointer?.body.entities).toEqual([]);
  });
});

describe('what was asked while Telegram took nothing', () => {
  const UNKNOWN = '/ask what is the capital of France?';
  const failed = () => fake.called('sendMessage').length - taken().length;

  it.each([
    ['a busy sign', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 4 } }, 1],
    ['failures', { code: 502, description: 'Bad Gateway' }, 4],
  ])(
    'is answered after %s, what is asked now first, then the newest, and what was only overheard never',
    async (...how) => {
      const [, trouble, times] = how;
      await start();
      await listening();
      const before = firstLines().length;
      fake.trouble('sendMessage', ...Array.from({ length: times }, () => trouble));
      await fake.deliver(asked('/ask why was my account banned?'));
      await until(() => failed() === 1);
      await fake.deliver(asked('when is the office open?'));
      await fake.deliver(asked('@wenda_bot can I get a refund for my subscription?'));
      await fake.deliver(asked('/ask open subscription'));
      await until(async () => (await waiting()) === 4);
      ahead = 25_000;
      const release = fake.hold('sendMessage');
      await until(() => taken().length === before + 1);
      await fake.deliver(asked(UNKNOWN));
      await until(async () => (await waiting()) === 5);
      release();
      await bot.whenIdle();
      expect(firstLines().slice(before)).toEqual([
        'Did you mean one of these?',
        expect.stringMatching(/^I don't know/),
        'Can I get a refund for my subscription?',
        'Why was my account banned?',
      ]);
    },
  );

  it('is answered however long its group is busy, if its updates came late', async () => {
    await start();
    const release = fake.hold('sendMessage');
    const old = Math.floor(Date.now() / 1000) - 60;
    await fake.deliver(asked('/ask why was my account banned?', GROUP, old));
    await fake.deliver(asked('@wenda_bot when is the office open?', GROUP, old));
    await until(async () => taken().length === 1 && (await waiting()) === 2);
    ahead = 70_000;
    release();
    await bot.whenIdle();
    expect(firstLines()).toEqual(['Why was my account banned?', 'When is the office open?']);
  });
});

describe('who addresses the bot', () => {
  const WORDS = '/ask when is the office open?';

  it('gets a sign each time: the answer, the pointer, then a reaction', async () => {
    await start();
    for (let at = 0; at < 5; at++) await bot.tell(asked(WORDS));
    expect(firstLines()).toHaveLength(2);
    const signs = fake.called('setMessageReaction').map(({ body }) => body);
    expect(signs).toHaveLength(3);
    expect(signs[0]).toMatchObject({ chat_id: GROUP.id, reaction: [{ type: 'emoji', emoji: '👀' }] });
  });

  it('gets the pointer again where the group takes no reactions', async () => {
    await start();
    fake.trouble('setMessageReaction', { code: 400, description: 'Bad Request: REACTION_INVALID' });
    for (let at = 0; at < 3; at++) await bot.tell(asked(WORDS));
    expect(firstLines()).toHaveLength(3);
  });

  it('who did not, gets none', async () => {
    await start();
    await listening();
    for (let at = 0; at < 4; at++) await bot.tell(asked('when is the office open?'));
    expect(fake.called('setMessageReaction')).toEqual([]);
  });
});
