import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { type FakeTelegram, fakeTelegram } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  buttonsOf,
  GROUP,
  message,
  ownMessage,
  person,
} from '../../helpers/fake-telegram-people.ts';
import { servicesOf } from '../../helpers/services.ts';
import { type RunningBot, shownText, startBot } from '../../helpers/telegram-bot.ts';

const PARAGRAPHS = Array.from({ length: 3 }, (_, at) => `${at} `.repeat(900).trim());
const TITLE = 'What are the rules of the house?';
const LONG = entryOf('questions/rules', textOf('en', TITLE, [], { answer: PARAGRAPHS.map(plain) }));
const MANY = Array.from({ length: 60 }, (_, at) =>
  entryOf(`questions/q${at}`, textOf('en', `Question number ${at} of many?`, [], { tags: ['many'] })),
);
let fake: FakeTelegram;
let bot: RunningBot;
const boss = person(1, 'en');

beforeAll(async () => {
  fake = await fakeTelegram();
  fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
  bot = await startBot(fake, await servicesOf([LONG, ...MANY], { now: () => new Date().toISOString() }));
});

afterAll(async () => {
  await bot.stop();
  await fake.close();
});

afterEach(() => expect(fake.problems.splice(0)).toEqual([]));

it('an answer that is too long is one rich message', async () => {
  const reader = person(9, 'en');
  const parts = await bot.tell({ message: message(reader, aloneWith(reader), '/show rules') });
  expect(parts.map(({ method }) => method)).toEqual(['sendRichMessage']);
  expect(buttonsOf(parts[0]).map(({ text }) => text)).toEqual(['👍', '👎']);
  for (const words of PARAGRAPHS) expect(shownText(parts[0])).toContain(words);
});

it('it comes in parts if Telegram refuses that, once, and is put right as a whole', async () => {
  const ask = (id: number) => ({ message: message(person(id, 'en'), GROUP, '/show rules') });
  fake.trouble('sendRichMessage', { code: 400, description: 'Bad Request: RICH_MESSAGE_INVALID' });
  const [refused, ...parts] = await bot.tell(ask(2));
  expect(refused?.method).toBe('sendRichMessage');
  expect(parts).toHaveLength(2);
  expect(parts.map((call) => buttonsOf(call).map(({ text }) => text))).toEqual([[], ['👍', '👎']]);
  for (const words of PARAGRAPHS) expect(parts.map(shownText).join('\n\n')).toContain(words);
  const again = await bot.tell(ask(3));
  expect(again.map(shownText)).toEqual([`This was just answered here: ${TITLE}`]);
  const healed = (await bot.tell({ message: message(boss, GROUP, '/retire rules why: old --force') })).filter(
    ({ method }) => method !== 'sendMessage',
  );
  expect(healed.map(({ method, body }) => [method, body.message_id])).toEqual([
    ['editMessageText', ownMessage(parts[0], GROUP).message_id],
    ['deleteMessage', ownMessage(parts[1], GROUP).message_id],
  ]);
});

it('choices that are too many go on below', async () => {
  const calls = await bot.tell({ message: message(person(4, 'en'), GROUP, '/topics many') });
  expect(calls.map((call) => buttonsOf(call).length)).toEqual([48, 12]);
});
