import { createBot } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { consolePlatform } from '../../src/platforms/console/index.ts';
import { consoleOf } from './console.ts';
import { seen as seenOnDiscord } from './discord-message.ts';
import { buttonsOf, discordWorld, moderator, until as untilFound } from './discord-world.ts';
import type { Json } from './fake-discord.ts';
import { GUILD } from './fake-discord-rest.ts';
import { type ApiCall, fakeTelegram } from './fake-telegram.ts';
import * as people from './fake-telegram-people.ts';
import { logTo } from './log-to.ts';
import { type Answer, postOffice } from './made-up-platform/index.ts';
import { appOf, WEB_TOKEN } from './pages.ts';
import { shownText, startBot, until } from './telegram-bot.ts';
import { unescaped, visitorOf } from './web-visitor.ts';

/** The visible part of an answer. */
export interface Shown {
  readonly words: string;
  /** Words of the buttons. */
  readonly choices: readonly string[];
}

/** A platform that runs, and a moderator who uses it. */
export interface PlatformWorld {
  /** Sends a question, or a command with an option, or its first one and others by name: `/pin words entry: id`. */
  readonly say: (text: string) => Promise<Shown>;
  /** Takes the choice that holds these words, of the newest message that has one. */
  readonly choose: (label: string) => Promise<Shown>;
  /** Opens the form of a command and fills it in; what is not given stays empty. */
  readonly fill: (command: string, values: Readonly<Record<string, string>>) => Promise<Shown>;
  readonly stop: () => Promise<void>;
}

/** Every platform, a line each. */
export const WORLDS: Readonly<Record<string, (services: Services) => Promise<PlatformWorld>>> = {
  console: consoleWorld,
  web: webWorld,
  discord: onDiscord,
  telegram: onTelegram,
  'one that is made up': onPaper,
};

/** Fields of a form in order, with what is typed into them. */
const FIELDS = ['question', 'answer', 'phrasings', 'source', 'why'];
const typed = (values: Readonly<Record<string, string>>): string[] => FIELDS.map((name) => values[name] ?? '-');

async function consoleWorld(services: Services): Promise<PlatformWorld> {
  const { config, input, written } = consoleOf({ language: 'en', locale: 'en', say: services.speak('en') });
  const stop = new AbortController();
  const ended = consolePlatform(config).run(createBot(services), stop.signal);
  let last: Shown = { words: '', choices: [] };
  const type = async (line: string): Promise<Shown> => {
    const before = written().length;
    input.write(`${line}\n`);
    await until(() => written().length > before);
    const words = written().slice(before);
    last = {
      words,
      choices: [...words.matchAll(/^ *(\d+)[.)]? +(.+)$/gm)].map(([, number, label]) => `${number} ${label}`),
    };
    return last;
  };
  return {
    say: type,
    choose: (label) =>
      type(last.choices.find((choice) => choice.includes(label))?.split(' ')[0] ?? `no choice ${label}`),
    fill: async (command, values) => {
      await type(`/${command}`);
      for (const words of typed(values)) await type(words);
      return last;
    },
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

async function webWorld(services: Services): Promise<PlatformWorld> {
  const visitor = visitorOf(appOf(services));
  await visitor.get('/dashboard');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
  await visitor.get('/?lang=en');
  const turn = () => visitor.page().slice(visitor.page().indexOf('<article'));
  const shown = (): Shown => ({
    words: unescaped(turn().replace(/<[^>]+>/g, ' ')),
    choices: [...turn().matchAll(/name="press"[^>]*>([^<]*)/g)].map(([, label = '']) => label),
  });
  const post = async (fields: Record<string, string>): Promise<Shown> => {
    await visitor.post('/', fields);
    return shown();
  };
  return {
    say: (text) => post({ text }),
    choose: (label) => post({ press: visitor.buttons(label)[0] ?? 'none' }),
    fill: async (command, values) => {
      await post({ text: `/${command}` });
      return post({
        command,
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`option-${name}`, value])),
      });
    },
    stop: async () => undefined,
  };
}

async function onDiscord(services: Services): Promise<PlatformWorld> {
  const world = await discordWorld({ services });
  let last: Json = {};
  const press = async (label: string): Promise<Json> =>
    (
      await world.press(
        Object.entries(buttonsOf(last)).find(([name]) => name.includes(label))?.[1] ?? 'none',
        last,
        moderator,
      )
    ).data;
  const idOf = ({ components }: Json): string | undefined =>
    [...world.discord.state.messages.values()].findLast(
      (message) => JSON.stringify(message.components) === JSON.stringify(components),
    )?.id;
  /** Related questions are behind a button. */
  const withRelated = async (shown: Shown): Promise<Shown> => {
    if (!shown.choices.some((name) => name.endsWith('▾'))) return shown;
    await untilFound(() => services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, last.id)));
    const data = await press('▾');
    last = { ...last, components: [...last.components, ...data.components] };
    return { ...shown, choices: [...shown.choices, ...Object.keys(buttonsOf(data))] };
  };
  const seen = (data: Json): Shown => {
    last = { ...data, id: idOf(data) ?? world.discord.state.id(), flags: 64 };
    const { title, text, notes } = seenOnDiscord(data);
    return {
      words: [data.content, title, text, notes]
        .filter(Boolean)
        .join('\n')
        .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
        .replaceAll('\u200b', ''),
      choices: Object.keys(buttonsOf(data)),
    };
  };
  const optionsOf = (name: string, argument: string): Record<string, string> => {
    const { options = [] } = services.commands.find((command) => command.name === name) ?? {};
    const [first, ...others] = argument.split(new RegExp(` (?=(?:${options.map((one) => one.name).join('|')}): )`));
    return Object.fromEntries([
      ...(first ? [[options[0]?.name ?? 'question', first]] : []),
      ...others.map((one) => one.split(': ', 2)),
    ]);
  };
  return {
    say: async (text) => {
      const [, name = 'ask', argument = text] = /^\/(\w+) ?(.*)$/.exec(text) ?? [];
      // A person cannot send a command that the platform does not know: it is typed as a message.
      if (!services.commands.some((command) => command.name === name))
        return seen(await world.replyTo(world.write(text, { guild_id: undefined, channel_id: '900000000000000321' })));
      return withRelated(await seen((await world.slash(name, optionsOf(name, argument), moderator)).data));
    },
    choose: async (label) => seen(await press(label)),
    fill: async (command, values) =>
      seen((await world.submit((await world.slash(command, {}, moderator)).data, { ...values }, moderator)).data),
    stop: world.stop,
  };
}

async function onTelegram(services: Services): Promise<PlatformWorld> {
  const fake = await fakeTelegram();
  const bot = await startBot(fake, services);
  const boss = people.person(4711, 'en');
  fake.members.set(`${people.GROUP.id} ${boss.id}`, people.administrator(boss));
  const all: ApiCall[] = [];
  const seen = (calls: readonly ApiCall[]): Shown => {
    const said = calls.filter(({ body }) => typeof body.text === 'string' && body.text !== '');
    all.push(...said);
    return { words: said.map(shownText).join('\n'), choices: people.labelsOf(all.at(-1)) };
  };
  /** The newest message with a button. */
  const withButton = (label: string): ApiCall | undefined =>
    all.findLast((call) => people.labelsOf(call).some((one) => one.includes(label)));
  const write = async (text: string, more = {}): Promise<Shown> =>
    seen(await bot.tell({ message: people.message(boss, people.GROUP, text, more) }));
  return {
    say: (text) => write(text.startsWith('/') ? `${text.replace(/^\/\w+/, '$&@wenda_bot')}` : `@wenda_bot ${text}`),
    choose: async (label) => {
      const shown = withButton(label);
      return seen(
        await bot.tell(people.press(boss, people.ownMessage(shown, people.GROUP), people.dataOf(shown, label))),
      );
    },
    fill: async (command, values) => {
      let shown = await write(`/${command}`);
      for (const words of typed(values))
        shown = await write(words, { reply_to_message: people.ownMessage(all.at(-1), people.GROUP) });
      return shown;
    },
    stop: async () => {
      await bot.stop();
      await fake.close();
    },
  };
}

async function onPaper(services: Services): Promise<PlatformWorld> {
  const answers: Answer[] = [];
  const { platform, deliver } = postOffice({ services, log: logTo([]) }, (answer) => void answers.push(answer));
  const stop = new AbortController();
  const ended = platform.run(createBot(services), stop.signal);
  await until(() =>
    deliver({ from: 'boss', text: '/topics' }).then(
      () => true,
      () => false,
    ),
  );
  await until(() => answers.length === 1);
  const send = async (text: string, press?: string): Promise<Shown> => {
    const before = answers.length;
    await deliver({ from: 'boss', text, press });
    await until(() => answers.length > before);
    const fresh = answers.slice(before);
    return {
      words: fresh.map(({ words }) => words).join('\n'),
      choices: fresh.flatMap(({ buttons }) => buttons.map(({ label }) => label)),
    };
  };
  return {
    say: (text) => send(text),
    choose: (label) => send('', answers.at(-1)?.buttons.find((button) => button.label.includes(label))?.data),
    fill: async (command, values) => {
      let shown = await send(`/${command}`);
      for (const words of typed(values)) shown = await send(words);
      return shown;
    },
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}
