import type { Services } from '../../../src/bot/services.ts';
import type { Json } from '../fake-discord.ts';
import { type ApiCall, fakeTelegram } from '../fake-telegram.ts';
import * as people from '../fake-telegram-people.ts';
import { type PlatformWorld, type Shown, typed } from '../platform-world.ts';
import { reopened } from '../services.ts';
import { shownText, startBot } from '../telegram-bot.ts';

export async function telegramPlatformWorld(services: Services): Promise<PlatformWorld> {
  const fake = await fakeTelegram();
  let bot = await startBot(fake, services);
  const boss = people.person(4711, 'en');
  fake.members.set(`${people.GROUP.id} ${boss.id}`, people.administrator(boss));
  const all: ApiCall[] = [];
  const seen = (calls: readonly ApiCall[]): Shown => {
    const said = calls.filter(({ body }) => typeof body.text === 'string' && body.text !== '');
    all.push(...said);
    const file = calls.find(({ method }) => method === 'sendDocument')?.body.document;
    return {
      words: said.map(shownText).join('\n'),
      choices: people.labelsOf(all.at(-1)),
      file: typeof file === 'string' ? file : undefined,
    };
  };
  /** The newest message with a button. */
  const withButton = (label: string): ApiCall | undefined =>
    all.findLast((call) => people.labelsOf(call).some((one) => one.includes(label)));
  const dataOf = (label: string): string => people.dataOf(withButton(label), label);
  const press = async (below: ApiCall | undefined, data: string, chat: Json = people.GROUP): Promise<Shown> =>
    seen(await bot.tell(people.press(boss, people.ownMessage(below, chat), data)));
  const write = async (text: string, more = {}): Promise<Shown> =>
    seen(await bot.tell({ message: people.message(boss, people.GROUP, text, more) }));
  return {
    say: (text) => write(text.startsWith('/') ? `${text.replace(/^\/\w+/, '$&@wenda_bot')}` : `@wenda_bot ${text}`),
    choose: (label) => press(withButton(label), dataOf(label)),
    dataOf,
    press: (data) => press(withButton(''), data),
    pressElsewhere: (data) => press(withButton(''), data, people.FORUM),
    fill: async (command, values) => {
      let shown = await write(`/${command}`);
      for (const words of typed(values))
        shown = await write(words, { reply_to_message: people.ownMessage(all.at(-1), people.GROUP) });
      return shown;
    },
    hurry: async (question, times) => {
      const [other, before] = [people.person(4712, 'en'), fake.calls.length];
      const chat = people.aloneWith(other);
      const messages = Array.from({ length: times }, () => people.message(other, chat, question));
      await Promise.all(messages.map((message) => fake.deliver({ message })));
      await bot.whenIdle();
      const sent = fake.calls.slice(before).filter(({ method }) => method === 'sendMessage');
      return sent.map((call) => ({ words: shownText(call), choices: [] }));
    },
    restart: async () => {
      await bot.stop();
      bot = await startBot(fake, await reopened(services));
    },
    stop: async () => {
      await bot.stop();
      await fake.close();
    },
  };
}
