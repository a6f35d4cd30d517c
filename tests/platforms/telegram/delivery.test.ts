import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { createCounter } from '../../../src/bot/community/counting.ts';
import { PlatformError } from '../../../src/bot/platform/platform.ts';
import type { Services } from '../../../src/bot/services.ts';
import { ApiError } from '../../../src/platforms/telegram/api.ts';
import { patiently } from '../../../src/platforms/telegram/inbound/poll.ts';
import { telegramPlatform } from '../../../src/platforms/telegram/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { type FakeTelegram, fakeTelegram, type Json, TOKEN } from '../../helpers/fake-telegram.ts';
import { administrator, aloneWith, GROUP, message, person } from '../../helpers/fake-telegram-people.ts';
import { freePort } from '../../helpers/free-port.ts';
import { logTo, type RunningBot, shownText, startBot, telegramServices, until } from '../../helpers/telegram-bot.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const SECRET = 'a_secret-of-16-or-more';
let fake: FakeTelegram;
let bot: RunningBot | undefined;
let services: Services;

beforeEach(async () => {
  fake = await fakeTelegram();
  services = await telegramServices();
});

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await fake.close();
  expect(fake.problems.splice(0)).toEqual([]);
});

const question = (id: number, text = '/ask when is the office open?') => ({
  message: message(person(id, 'en'), aloneWith(person(id)), text),
});

describe('the webhook', () => {
  let url: string;
  beforeEach(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/hook/telegram`;
    bot = await startBot(fake, services, { webhook: { url, secret: SECRET } });
    await until(() => fake.called('setWebhook').length === 1);
  });

  const post = (
    body: string,
    headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET },
    to = url,
    method = 'POST',
  ) => fetch(to, { method, headers, ...(method === 'POST' ? { body } : {}) }).then(({ status }) => status);

  it('is told to Telegram, and answers questions', async () => {
    expect(fake.called('setWebhook')[0]?.body).toMatchObject({ url, secret_token: SECRET });
    expect(await fake.deliver(question(1))).toBe(200);
    await bot?.whenIdle();
    expect(shownText(fake.called('sendMessage')[0])).toContain('When is the office open?');
  });

  it('takes an update once it is on disk, before anything is sent', async () => {
    fake.trouble('sendMessage', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } });
    expect(await fake.deliver(question(2))).toBe(200);
    expect(await fake.deliver(question(2), 1001)).toBe(200);
    await bot?.whenIdle();
    expect(fake.called('sendMessage').filter(({ result }) => !('code' in (result as Json)))).toHaveLength(1);
  });

  it('refuses whoever does not know the secret', async () => {
    const update = JSON.stringify({ update_id: 5, ...question(3) });
    for (const secret of ['', 'wrong', `${SECRET}x`, SECRET.slice(1), 'ä'.repeat(22)].map((one) =>
      Buffer.from(one).toString('latin1'),
    ))
      expect(await post(update, { 'x-telegram-bot-api-secret-token': secret })).toBe(401);
    expect(await post(update, {})).toBe(401);
    await bot?.whenIdle();
    expect(fake.called('sendMessage')).toEqual([]);
  });

  it('refuses what is no update, and stays open', async () => {
    for (const body of ['', 'null', '[]', '{', '{"update_id":"1"}', '"x"']) expect(await post(body)).toBe(400);
    expect(await post('{}', {}, url.replace('/hook', '/other'))).toBe(404);
    expect(await post('', {}, url, 'GET')).toBe(405);
    expect(await post(JSON.stringify({ update_id: 1, x: 'y'.repeat(1_100_000) })).catch(() => 413)).toBe(413);
    expect(await post(JSON.stringify({ update_id: 7, unheard_of: {} }))).toBe(200);
    expect(await fake.deliver(question(4))).toBe(200);
  });

  it('asks Telegram to come again where the update cannot be kept', async () => {
    // It has begun to handle what comes, and needs the store for that no more.
    expect(await fake.deliver(question(5))).toBe(200);
    await bot?.whenIdle();
    await services.store.close();
    expect(await fake.deliver(question(6))).toBe(503);
  });
});

describe('what describes the bot', () => {
  const told = () => fake.called('setMyDescription').length + fake.called('setMyShortDescription').length;
  const codes = () => new Set([...services.languages.keys()].map((tag) => tag.split('-')[0])).size + 1;

  it('is told at the start, in every language, and not again at the next one', async () => {
    bot = await startBot(fake, services);
    await until(() => told() === codes() * 2);
    const { body } = fake.called('setMyDescription').find((call) => call.body.language_code === 'ru') ?? {};
    expect(body?.description).toBe(services.speak('ru')('about', { subjects: 'bans; phones' }));
    await bot.stop();
    const asked = fake.called('getMyShortDescription').length;
    bot = await startBot(fake, services);
    await until(() => fake.called('getMyShortDescription').length === asked + codes());
    expect(told()).toBe(codes() * 2);
  });

  it('costs nothing where Telegram refuses it, and the log tells', async () => {
    fake.trouble('setMyDescription', { code: 400, description: 'Bad Request: no description today' });
    bot = await startBot(fake, services);
    await until(() => bot?.lines.some((line) => line.includes('could not be described')) === true);
    expect(fake.called('setMyDescription')).toHaveLength(1);
    expect(bot.lines.join()).toContain('no description today');
    expect(await bot.tell(question(3))).toHaveLength(1);
  });

  it('is tried again where Telegram was only busy', async () => {
    fake.trouble('setMyDescription', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 0 } });
    bot = await startBot(fake, services);
    await until(() => told() === codes() * 2 + 1);
    await bot.whenIdle();
    expect(told()).toBe(codes() * 2 + 1);
  });
});

describe('what Telegram answers', () => {
  const sent = () => fake.called('sendMessage').filter(({ result }) => !('code' in (result as Json)));

  it('a wait is kept, and nothing is lost or said twice', async () => {
    bot = await startBot(fake, services);
    fake.trouble(
      'sendMessage',
      { code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } },
      { code: 500, description: 'Internal Server Error' },
      'garbage',
    );
    await fake.deliver(question(10));
    await fake.deliver(question(10, '/ask can I get a refund for my subscription?'));
    await until(() => sent().length === 2);
    await bot.whenIdle();
    expect(sent().map((call) => shownText(call).split('\n')[0])).toEqual([
      'When is the office open?',
      'Can I get a refund for my subscription?',
    ]);
  });

  it('a moderator is not taken for a member while Telegram cannot say', async () => {
    const boss = person(11, 'en');
    fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
    fake.trouble('getChatMember', { code: 500, description: 'Internal Server Error' }, 'cut');
    bot = await startBot(fake, services);
    await fake.deliver({ message: message(boss, GROUP, '/pins') });
    await fake.deliver(question(12));
    await until(() => sent().length === 2);
    // Other chats do not wait meanwhile.
    expect(sent().map((call) => shownText(call).split('\n')[0])).toEqual([
      'When is the office open?',
      'There are no pins yet.',
    ]);
  });

  const CONFLICT = {
    code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  };

  it('another process that fetches is borne for a while', async () => {
    fake.trouble('getUpdates', CONFLICT);
    bot = await startBot(fake, services);
    await fake.deliver(question(15));
    await until(() => sent().length === 1);
    expect(sent().map((call) => shownText(call).split('\n')[0])).toEqual(['When is the office open?']);
  });

  it('and no longer', async () => {
    const fetching = () => Promise.reject(new ApiError('getUpdates', 409, CONFLICT.description, {}));
    const failed = await patiently(fetching, logTo([]), new AbortController().signal, 0).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(PlatformError);
    expect(failed).toMatchObject({ message: expect.stringMatching(/Another process fetches/), isLasting: false });
  });

  it('a wrong token ends the platform with a clear message', async () => {
    const words = /TELEGRAM_TOKEN is wrong/;
    fake.trouble('getUpdates', { code: 401, description: 'Unauthorized' });
    const failed = await telegramPlatform({ token: TOKEN, apiRoot: fake.root }, { services, log: logTo([]) })
      .run(createBot(services), new AbortController().signal)
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PlatformError);
    expect((failed as Error).message).toMatch(words);
  });

  it('a half answer of getUpdates or a dead connection is survived, and the token is in no line of the log', async () => {
    bot = await startBot(fake, services);
    fake.trouble('getUpdates', 'cut', 'garbage', { code: 502, description: 'Bad Gateway' });
    fake.trouble('sendMessage', 'cut', { code: 400, description: `Bad Request: nothing for ${TOKEN}` });
    await fake.deliver(question(13));
    await fake.deliver(question(14));
    await until(() => sent().length === 1);
    await bot.whenIdle();
    expect(bot.lines.join('\n')).toMatch(/not reached/);
    expect(bot.lines.join('\n')).not.toMatch(/fake-token|office/);
  });
});

describe('updates that come five times, in any order, with kills between', () => {
  /** A change, a question, a vote: each has its own chat. */
  const updatesOf = (boss: ReturnType<typeof person>): Json[] => [
    { message: message(boss, GROUP, '/pin bank holidays? entry: hours') },
    { message: message(boss, GROUP, '/pin money back? entry: refund') },
    question(21),
    question(22, '/ask why was my account banned?'),
    { message: message(person(23, 'en'), { ...GROUP, id: -1_001_000_000_023 }, '@wenda_bot when is the office open?') },
    question(24, '/language zh-Hans'),
  ];

  it('change the state once, and are answered once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async (numbers) => {
        const pick = (below: number) => (numbers.next().value ?? 0) % below;
        const boss = person(20, 'en');
        const server = await fakeTelegram();
        server.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
        const file = `sqlite:${temporaryFolder({})}/wenda.db`;
        const updates = updatesOf(boss);
        const all = updates.flatMap((update, at) => Array.from({ length: 5 }, () => [update, 2000 + at] as const));
        const live = async () => {
          const store = await openStore(file);
          const lives = server.called('setWebhook').length;
          const counter = createCounter(
            store,
            () => new Date().toISOString(),
            () => undefined,
          );
          const running = await startBot(server, await telegramServices({ store, counter }), await webhookAt());
          await until(() => server.called('setWebhook').length > lives);
          return { store, running };
        };
        let kills = 0;
        while (all.length > 0) {
          const { store, running } = await live();
          for (let n = 1 + pick(9); n > 0 && all.length > 0; n--) {
            const [one] = all.splice(pick(all.length), 1);
            if (one) expect(await server.deliver(...one)).toBe(200);
          }
          if (pick(3) === 0) await running.whenIdle();
          // As if the process were gone: the file is closed under it, whatever it is doing.
          await store.close();
          await running.stop().catch(() => undefined);
          kills++;
        }
        const { store, running } = await live();
        await running.whenIdle();
        const sent = server
          .called('sendMessage')
          .map(({ body }) => `${String(body.chat_id)} ${JSON.stringify(body.reply_parameters)}`);
        const acts = await store.transact(({ log }) => log.acts({}));
        expect(acts.filter(({ command }) => command === 'pin')).toHaveLength(2);
        expect(new Set(sent).size).toBe(updates.length);
        // A kill between sending and noting it repeats what was being sent; nothing else does.
        expect(sent.length - new Set(sent).size).toBeLessThanOrEqual(kills);
        await running.stop();
        await store.close();
        await server.close();
        expect(server.problems).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });

  const webhookAt = async () => {
    const port = await freePort();
    return { webhook: { url: `http://127.0.0.1:${port}/t`, secret: SECRET } };
  };
});
