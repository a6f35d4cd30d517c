import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { type ApiCall, type FakeTelegram, fakeTelegram, type Json } from './fake-telegram.ts';
import {
  administrator,
  aloneWith,
  dataOf,
  message,
  ownMessage,
  type Person,
  person,
  press,
} from './fake-telegram-people.ts';
import { type RunningBot, startBot, telegramServices } from './telegram-bot.ts';

/** A bot that runs against a fake Telegram through all tests of a file, and people who write to it. */
export interface TelegramWorld {
  readonly fake: FakeTelegram;
  readonly bot: RunningBot;
  readonly tell: RunningBot['tell'];
  /** Somebody writes to the bot alone. */
  readonly alone: (from: Person, text: string) => Promise<ApiCall[]>;
  /** Somebody presses a button of a message in their private chat. @returns what the bot did but for confirming it */
  readonly pressAlone: (from: Person, call: ApiCall | undefined, label: string) => Promise<ApiCall[]>;
  /** Somebody who has not written yet; speaks English. */
  readonly somebody: () => Person;
  /** A group that nobody has written in yet, with a title of its own. */
  readonly newGroup: (more?: Json) => Json & { readonly id: number; readonly title: string };
  /** An administrator of a group. */
  readonly moderatorOf: (chat: Json) => Person;
}

const [PEOPLE, GROUPS] = [7000, -1002000000000];

/** To be called once in a file, outside of its tests: none of them passes if a call breaks Telegram's rules. */
export function telegramWorld(services: () => Promise<Services> = telegramServices): TelegramWorld {
  let fake: FakeTelegram;
  let bot: RunningBot;
  let [people, groups] = [PEOPLE, 0];
  beforeAll(async () => {
    fake = await fakeTelegram();
    bot = await startBot(fake, await services());
  });
  afterAll(async () => {
    await bot.stop();
    await fake.close();
  });
  afterEach(() => expect(fake.problems.splice(0)).toEqual([]));
  const somebody = (): Person => person(people++, 'en');
  const tell: RunningBot['tell'] = (...updates) => bot.tell(...updates);
  return {
    get fake() {
      return fake;
    },
    get bot() {
      return bot;
    },
    tell,
    alone: (from, text) => tell({ message: message(from, aloneWith(from), text) }),
    pressAlone: async (from, call, label) =>
      (await tell(press(from, ownMessage(call, aloneWith(from)), dataOf(call, label)))).filter(
        ({ method }) => method !== 'answerCallbackQuery',
      ),
    somebody,
    newGroup: (more = {}) => {
      groups++;
      return { id: GROUPS - groups, type: 'supergroup', title: `Group ${groups}`, ...more };
    },
    moderatorOf: (chat) => {
      const user = somebody();
      fake.members.set(`${String(chat.id)} ${user.id}`, administrator(user));
      return user;
    },
  };
}
