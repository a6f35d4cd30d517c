import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/index.ts';
import { type ApiCall, fakeTelegram, type Json, ME } from '../../helpers/fake-telegram.ts';
import {
  aloneWith,
  buttonsOf,
  dataOf,
  message,
  ownMessage,
  type Person,
  person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { freePort } from '../../helpers/free-port.ts';
import { shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const world = telegramWorld();
const { tell, somebody, newGroup, moderatorOf } = world;

let calls = 0;

/** A chat that the bot is no member of. */
const ELSEWHERE = { id: -1005550001111, type: 'supergroup', title: 'Elsewhere' };

/** Somebody calls the bot there. */
const call = (from: Json | Person, text: string, more: Json = {}): Json => ({
  guest_message: message(from, ELSEWHERE, text, {
    date: Math.floor(Date.now() / 1000),
    guest_query_id: `guest${++calls}`,
    ...more,
  }),
});

const resultOf = (one: ApiCall | undefined) => (one?.body.result ?? {}) as Json;
const saidBy = (one: ApiCall | undefined) => {
  const { message_text: text } = (resultOf(one).input_message_content ?? {}) as Json;
  return shownText({ body: { text } });
};
const waysIn = (one: ApiCall | undefined) =>
  Object.fromEntries(buttonsOf({ body: resultOf(one) }).map(({ text, url }) => [shownText({ body: { text } }), url]));

/** What one opens in the private chat by a button. */
async function opened(one: ApiCall | undefined, label: string): Promise<string> {
  const [, payload = ''] = /^https:\/\/t\.me\/wenda_bot\?start=(\S+)$/.exec(waysIn(one)[label] ?? '') ?? [];
  const from = somebody();
  const [answer] = await tell({ message: message(from, aloneWith(from), `/start ${payload}`) });
  return shownText(answer);
}

const UNKNOWN = "I don't know that one.";
const WHY = 'why was my account banned?';

describe('where the bot is no member', () => {
  it.each([
    ['en', WHY, 'Why was my account banned?'],
    ['zh-hans', '为什么我的账号被封了？', '为什么我的账号被封了？'],
    ['fa', 'چرا حساب من مسدود شد؟', 'چرا حساب من مسدود شد؟'],
  ])('a question in %s gets one answer', async (locale, question, title) => {
    const done = await tell(call({ ...somebody(), language_code: locale }, `@wenda_bot ${question}`));
    expect(done.map(({ method, body }) => [method, body.guest_query_id])).toEqual([
      ['answerGuestQuery', `guest${calls}`],
    ]);
    expect(saidBy(done[0]).startsWith(`${title}\n\n`)).toBe(true);
    expect(await opened(done[0], '@wenda_bot')).toContain('Why was my account banned?');
  });

  it('what is not sure is only led to', async () => {
    const [offered, ...more] = await tell(call(somebody(), '@wenda_bot open subscription'));
    expect([more, saidBy(offered)]).toEqual([[], 'Did you mean one of these?']);
    expect(Object.keys(waysIn(offered)).sort()).toEqual([
      'Can I get a refund for my subscription?',
      'When is the office open?',
    ]);
    expect(await opened(offered, 'When is the office open?')).toMatch(/^When is the office open\?\n\n/);
  });

  it('what is not known is said in a line, with the way to ask alone', async () => {
    const [unknown, ...more] = await tell(call(somebody(), '@wenda_bot how do griffins nest?'));
    expect([more, saidBy(unknown)]).toEqual([[], UNKNOWN]);
    expect(await opened(unknown, 'Ask me in private')).toMatch(/^I don't know/);
  });

  it('its name below a question means that question, and alone what it knows', async () => {
    const asked = message(somebody(), ELSEWHERE, WHY);
    const [answer] = await tell(call(somebody(), '@wenda_bot', { reply_to_message: asked }));
    expect(saidBy(answer)).toMatch(/^Why was my account banned\?\n\n/);
    const [greeting] = await tell(call(somebody(), '@wenda_bot'));
    expect(saidBy(greeting)).toContain('Choose a question');
    expect(Object.keys(waysIn(greeting))).toHaveLength(3);
    const [hello] = await tell(call(somebody(), 'hello @wenda_bot'));
    expect(saidBy(hello)).toBe(saidBy(greeting));
    const [typed] = await tell(call(somebody(), `@wenda_bot /ask ${WHY}`));
    expect(saidBy(typed)).toBe(saidBy(answer));
  });

  it.each([
    ['thanks', () => call(somebody(), 'thanks @wenda_bot')],
    ['another bot', () => call({ ...somebody(), is_bot: true }, `@wenda_bot ${WHY}`)],
    [
      'what is passed on',
      () => {
        const sender = somebody();
        return call(sender, `@wenda_bot ${WHY}`, { forward_origin: { type: 'user', sender_user: sender, date: 1 } });
      },
    ],
    [
      'a message of hours ago',
      () => call(somebody(), `@wenda_bot ${WHY}`, { date: Math.floor(Date.now() / 1000) - 7200 }),
    ],
  ])('%s gets nothing', async (_, make) => expect(await tell(make())).toEqual([]));

  it('it knows no more than its packs, whoever asks', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    for (const [text, label] of [
      ['/teach question: Where do griffins nest? answer: On cliffs.', 'Save'],
      ['/retire hours', 'Retire'],
    ] as const) {
      const [preview] = await tell({ message: message(boss, chat, text) });
      await tell(press(boss, ownMessage(preview, chat), dataOf(preview, label)));
    }
    const inGroup = async (text: string) => shownText((await tell({ message: message(boss, chat, text) }))[0]);
    expect(await inGroup('/ask where do griffins nest?')).toContain('On cliffs.');
    expect(await inGroup('/ask when is the office open?')).not.toContain('open?\n\n');
    expect(saidBy((await tell(call(boss, '@wenda_bot where do griffins nest?')))[0])).toBe(UNKNOWN);
    expect(saidBy((await tell(call(boss, '@wenda_bot when is the office open?')))[0])).toContain('open?\n\n');
  });

  it('who calls too often is told once', async () => {
    const from = somebody();
    const made = Array.from({ length: 60 }, () => call(from, `@wenda_bot ${WHY}`));
    const before = world.fake.calls.length;
    for (const one of made) await world.fake.deliver(one);
    await world.bot.whenIdle();
    const said = world.fake.calls.slice(before).map(saidBy);
    expect(said.length).toBeLessThan(60);
    expect(said.filter((words) => words.startsWith('That was a lot'))).toHaveLength(1);
  });
});

describe('a network that fails', () => {
  it.each([
    ['is not reached', 'cut', 1],
    ['takes it but says nothing', 'taken but cut', 2],
    ['slows it down', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 0 } }, 2],
  ] as const)('%s: the answer comes once', async (_, trouble, count) => {
    world.fake.trouble('answerGuestQuery', trouble);
    const done = await tell(call(somebody(), `@wenda_bot ${WHY}`));
    expect(done.map(({ method }) => method)).toEqual(Array.from({ length: count }, () => 'answerGuestQuery'));
    expect(done.filter(({ result }) => (result as Json).inline_message_id !== undefined)).toHaveLength(1);
  });

  it('a query that Telegram takes no more ends', async () => {
    const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    world.fake.trouble('answerGuestQuery', { code: 400, description });
    expect(await tell(call(somebody(), `@wenda_bot ${WHY}`))).toHaveLength(1);
    expect(saidBy((await tell(call(somebody(), `@wenda_bot ${WHY}`)))[0])).toContain('banned');
  });
});

it('Telegram is asked for these calls by webhook as well', async () => {
  const fake = await fakeTelegram();
  const url = `http://127.0.0.1:${await freePort()}/t`;
  const bot = await startBot(fake, await telegramServices(), { webhook: { url, secret: 'a'.repeat(16) } });
  try {
    await expect.poll(() => fake.called('setWebhook').length).toBe(1);
    expect(fake.called('setWebhook')[0]?.body.allowed_updates).toContain('guest_message');
    expect((await bot.tell(call(somebody(), `@wenda_bot ${WHY}`))).map(({ method }) => method)).toEqual([
      'answerGuestQuery',
    ]);
  } finally {
    await bot.stop();
    await fake.close();
  }
});

describe('what is kept of them', () => {
  const ends: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  it('is nothing: not a row, and not a byte', async () => {
    const folder = temporaryFolder({});
    const file = join(folder, 'wenda.db');
    const store = await openStore(`sqlite:${file}`, { trimAfter: 20 });
    const services = await telegramServices({ store });
    const fake = await fakeTelegram();
    const bot = await startBot(fake, services);
    ends.push(
      () => store.close(),
      () => fake.close(),
      () => bot.stop(),
    );
    const from = { ...person(771_234_599, 'en'), first_name: 'Ermintrude' };
    const marks = ['771234599', services.hash(`telegram:${from.id}`), '5550001111', 'Ermintrude', 'Quetzalina'];
    await bot.tell({ message: message(person(5, 'en'), newGroup(), `/ask ${WHY}`) });
    await services.counter.flush();
    const before = rowsIn(file);
    const words = [WHY, 'open subscription', 'how do I feed a hippogriff named Quetzalina', '', 'hello', 'thanks'];
    for (const text of words) await bot.tell(call(from, `@wenda_bot ${text}`.trim()));
    expect(fake.called('answerGuestQuery')).toHaveLength(words.length - 1);
    await services.counter.flush();
    expect(rowsIn(file)).toEqual(before);
    await expect.poll(() => marks.filter((mark) => bytesIn(folder).includes(mark)), { timeout: 120_000 }).toEqual([]);
    expect(marks.filter((mark) => bot.lines.join('\n').includes(mark))).toEqual([]);
  });
});

/** All rows but the numbers of updates and of what was sent, and which process is on duty. */
function rowsIn(file: string): Record<string, unknown[]> {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const names = db.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[];
    const all = names
      .filter(({ name }) => name !== 'claims' && name !== 'sqlite_sequence')
      .map(({ name }) => [name, db.prepare(`select * from "${name}"`).all() as Json[]] as const);
    return Object.fromEntries(
      all.map(([name, rows]) => [
        name,
        rows.filter(
          ({ payload, person: who, queue }) =>
            name !== 'inbox' || JSON.stringify([payload, who, queue]) !== '["","",""]',
        ),
      ]),
    );
  } finally {
    db.close();
  }
}

/** All files below, as bytes. */
function bytesIn(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return paths
    .map((path) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'latin1') : ''))
    .join('\n');
}

it('the fake takes one answer to each call, and no call that Telegram would not make', async () => {
  expect(ME.supports_guest_queries).toBe(true);
  await world.fake.deliver({ guest_message: { ...message(somebody(), ELSEWHERE, 'x'), guest_query: '1' } });
  await world.bot.whenIdle();
  expect(world.fake.problems.splice(0)).toEqual(['guest_message: /guest_message/guest_query is unknown']);
});
