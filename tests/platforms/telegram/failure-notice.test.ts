import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Store, StoreError } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { type FakeTelegram, fakeTelegram } from '../../helpers/fake-telegram.ts';
import { aloneWith, dataOf, GROUP, message, ownMessage, person, press } from '../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices, until } from '../../helpers/telegram-bot.ts';

const WORDS =
  "I can't save anything right now, so this has to wait. Please tell whoever runs me: my log says what to fix.";

let fake: FakeTelegram;
let bot: RunningBot;
let isFull: boolean;
beforeEach(async () => {
  isFull = false;
  const store = await openStore('sqlite::memory:');
  const full: Store = {
    ...store,
    transact: (work) => (isFull ? Promise.reject(new StoreError('No space is left')) : store.transact(work)),
  };
  fake = await fakeTelegram();
  bot = await startBot(fake, await telegramServices({ store: full }));
});
afterEach(async () => {
  isFull = false;
  await bot.stop();
  await fake.close();
  expect(fake.problems).toEqual([]);
});

const told = () => fake.called('sendMessage').filter((call) => shownText(call) === WORDS);

it('who speaks to the bot while nothing can be saved is told so once, and answered when there is room again', async () => {
  const [asker, other] = [person(1, 'en'), person(2, 'en')];
  const asked = message(asker, GROUP, '/ask when is the office open?');
  await bot.tell({ message: message(asker, GROUP, '/topics') });
  isFull = true;
  for (const update of [
    asked,
    message(asker, GROUP, '/ask refund policy'),
    message(other, GROUP, 'see you tomorrow'),
    message(other, aloneWith(other), 'refund policy'),
  ])
    await fake.deliver({ message: update });
  await until(() => told().length === 2);
  const byChat = told().sort((a, b) => Number(a.body.chat_id) - Number(b.body.chat_id));
  expect(byChat.map(({ body }) => [body.chat_id, body.reply_parameters])).toEqual([
    [GROUP.id, expect.objectContaining({ message_id: asked.message_id })],
    [other.id, undefined],
  ]);
  isFull = false;
  await bot.whenIdle();
  expect(told()).toHaveLength(2);
  expect(fake.called('sendMessage').map(shownText).join()).toContain('When is the office open?');
});

it('so is who presses', async () => {
  const asker = person(3, 'en');
  const [offer] = await bot.tell({ message: message(asker, GROUP, '/ask open subscription') });
  isFull = true;
  await fake.deliver(press(asker, ownMessage(offer, GROUP), dataOf(offer, 'office')));
  await until(() => fake.called('answerCallbackQuery').length === 1);
  expect(fake.called('answerCallbackQuery')[0]?.body).toMatchObject({ text: WORDS, show_alert: true });
});
