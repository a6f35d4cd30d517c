import { createBot } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { consolePlatform } from '../../src/platforms/console/index.ts';
import { PACE } from '../../src/platforms/discord/config.ts';
import { PACES } from '../../src/platforms/web/config.ts';
import { consoleOf } from './console.ts';
import { seen as seenOnDiscord } from './discord-message.ts';
import { buttonsOf, discordWorld, moderator, until as untilFound } from './discord-world.ts';
import { fakeDiscord, type Json } from './fake-discord.ts';
import { GUILD } from './fake-discord-rest.ts';
import { type ApiCall, fakeTelegram } from './fake-telegram.ts';
import * as people from './fake-telegram-people.ts';
import { logTo } from './log-to.ts';
import { type Answer, postOffice } from './made-up-platform/index.ts';
import { appOf, WEB_TOKEN } from './pages.ts';
import { reopened } from './services.ts';
import { shownText, startBot, until } from './telegram-bot.ts';
import { unescaped, visitorOf } from './web-visitor.ts';

/** The visible part of an answer. */
export interface Shown {
  readonly words: string;
  /** Words of the buttons. */
  readonly choices: readonly string[];
  /** Text of the file that was handed over. */
  readonly file?: string | undefined;
}

/** A platform that runs, and a moderator who uses it. */
export interface PlatformWorld {
  /** Sends a question, or a command with an option, or with its first one and others by name: `/pin words entry: id`. */
  readonly say: (text: string) => Promise<Shown>;
  /** Takes the choice that holds these words, of the newest message that has one. */
  readonly choose: (label: string) => Promise<Shown>;
  /** Data of that choice's button. */
  readonly dataOf: (label: string) => string;
  /** Presses a button with such data below the newest message that has buttons. */
  readonly press: (data: string) => Promise<Shown>;
  /** The same in another place. */
  readonly pressElsewhere: (data: string) => Promise<Shown>;
  /** Opens the form of a command and fills it in; what is not given stays empty. */
  readonly fill: (command: string, values: Readonly<Record<string, string>>) => Promise<Shown>;
  /** Somebody without rights asks so many times, faster than anybody types. @returns all that they are told */
  readonly hurry: (question: string, times: number) => Promise<readonly Shown[]>;
  /** Ends the process, and begins another one over the same store. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a platform may have no use for. */
export type Lack =
  /** What is chosen goes through the hands of people, so that it could be forged or come after a restart. */
  | 'data of buttons'
  /** Several people use it, so that one could take too much. */
  | 'limits'
  /** It may leave somebody without any answer. */
  | 'silence'
  /** Votes stand below an answer. */
  | 'votes';

interface WorldOf {
  readonly open: (services: Services) => Promise<PlatformWorld>;
  readonly lacks?: readonly Lack[];
}

/** Every platform, a line each. */
export const WORLDS: Readonly<Record<string, WorldOf>> = {
  // One person types numbers, and `/helpful yes`.
  console: { open: consoleWorld, lacks: ['data of buttons', 'limits', 'silence', 'votes'] },
  // Each form that is sent gets a page.
  web: { open: webWorld, lacks: ['silence'] },
  discord: { open: onDiscord },
  telegram: { open: onTelegram },
  'one that is made up': { open: onPaper },
};

/** Fields of a form in order, with what is typed into them. */
const FIELDS = ['question', 'answer', 'phrasings', 'source', 'why'];
const typed = (values: Readonly<Record<string, string>>): string[] => FIELDS.map((name) => values[name] ?? '-');

async function consoleWorld(services: Services): Promise<PlatformWorld> {
  const { config, input, written } = consoleOf({ language: 'en', locale: 'en', say: services.speak('en') });
  const stop = new AbortController();
  const ended = consolePlatform(config).run(createBot(services), stop.signal);
  const never = () => Promise.reject(new Error('the console has no such thing'));
  let last: Shown = { words: '', choices: [] };
  const type = async (line: string): Promise<Shown> => {
    const before = written().length;
    input.write(`${line}\n`);
    await until(() => written().length > before);
    const words = written().slice(before);
    last = {
      words,
      choices: [...words.matchAll(/^ *(\d+)[.)]? +(.+)$/gm)].map(([, number, label]) => `${number} ${label}`),
      file: /^\{.*\}$/ms.exec(words)?.[0],
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
    dataOf: () => 'none',
    press: never,
    pressElsewhere: never,
    hurry: never,
    restart: never,
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

async function webWorld(services: Services): Promise<PlatformWorld> {
  const open = (over: Services) => appOf(over, { config: { pace: PACES } });
  let app = open(services);
  const door = { request: (...request: Parameters<typeof app.request>) => app.request(...request) };
  const visitor = visitorOf(door);
  await visitor.get('/dashboard');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
  await visitor.get('/?lang=en');
  const turn = () => visitor.page().slice(visitor.page().indexOf('<article'));
  const shown = (): Shown => ({
    words: unescaped(turn().replace(/<[^>]+>/g, ' ')),
    file: unescaped(/<code dir="ltr">([^<]*)/.exec(turn())?.[1] ?? ''),
    choices: [...turn().matchAll(/name="press"[^>]*>([^<]*)/g)].map(([, label = '']) => label),
  });
  const post = async (fields: Record<string, string>): Promise<Shown> => {
    await visitor.post('/', fields);
    return shown();
  };
  const dataOf = (label: string): string => visitor.buttons(label)[0] ?? 'none';
  const another = async () => {
    const other = visitorOf(door);
    await other.get('/?lang=en');
    const send = async (fields: Record<string, string>): Promise<Shown> => {
      await other.post('/', fields);
      return { words: unescaped(other.page()), choices: [] };
    };
    return send;
  };
  return {
    say: (text) => post({ text }),
    choose: (label) => post({ press: dataOf(label) }),
    dataOf,
    press: (data) => post({ press: data }),
    pressElsewhere: async (data) => (await another())({ press: data }),
    fill: async (command, values) => {
      await post({ text: `/${command}` });
      return post({
        command,
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`option-${name}`, value])),
      });
    },
    hurry: async (question, times) => {
      const [send, told] = [await another(), [] as Shown[]];
      for (let at = 0; at < times; at++) told.push(await send({ text: question }));
      return told;
    },
    restart: async () => {
      app = open(await reopened(services));
    },
    stop: async () => undefined,
  };
}

/** Parts of a message to the bot alone. */
const ALONE: Json = { guild_id: undefined, channel_id: '900000000000000321' };
const isPost = /^\/channels\/\d+\/messages$/;

async function onDiscord(services: Services): Promise<PlatformWorld> {
  const discord = await fakeDiscord();
  const open = (over: Services) => discordWorld({ discord, services: over, config: { pace: PACE } });
  let world = await open(services);
  let last: Json = {};
  const dataOf = (label: string): string =>
    Object.entries(buttonsOf(last)).find(([name]) => name.includes(label))?.[1] ?? 'none';
  const press = async (data: string): Promise<Json> => (await world.press(data, last, moderator)).data;
  const idOf = ({ components }: Json): string | undefined =>
    [...discord.state.messages.values()].findLast(
      (message) => JSON.stringify(message.components) === JSON.stringify(components),
    )?.id;
  /** Related questions are behind a button. */
  const withRelated = async (shown: Shown): Promise<Shown> => {
    if (!shown.choices.some((name) => name.endsWith('▾'))) return shown;
    await untilFound(() => services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, last.id)));
    const data = await press(dataOf('▾'));
    last = { ...last, components: [...last.components, ...data.components] };
    return { ...shown, choices: [...shown.choices, ...Object.keys(buttonsOf(data))] };
  };
  const seen = (data: Json): Shown => {
    last = { ...data, id: idOf(data) ?? discord.state.id(), flags: 64 };
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
        return seen(await world.replyTo(world.write(text, ALONE)));
      const { data, texts } = await world.slash(name, optionsOf(name, argument), moderator);
      return { ...(await withRelated(seen(data))), file: texts?.[0] };
    },
    choose: async (label) => seen(await press(dataOf(label))),
    dataOf,
    press: async (data) => seen(await press(data)),
    pressElsewhere: async (data) => {
      const alone = { ...moderator, guild: null, channel: { id: ALONE.channel_id, type: 1 } };
      return seen((await world.press(data, last, alone)).data);
    },
    fill: async (command, values) =>
      seen((await world.submit((await world.slash(command, {}, moderator)).data, { ...values }, moderator)).data),
    hurry: async (question, times) => {
      const before = discord.calls.length;
      for (let at = 0; at < times; at++) world.write(question, ALONE);
      await world.quiet();
      const posted = discord.calls.slice(before).filter(({ method, path }) => method === 'POST' && isPost.test(path));
      return posted.map(({ body }) => seen(body));
    },
    restart: async () => {
      await world.stop();
      world = await open(await reopened(services));
    },
    stop: async () => {
      await world.stop();
      await discord.close();
    },
  };
}

async function onTelegram(services: Services): Promise<PlatformWorld> {
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
      file: file === undefined ? undefined : String(file),
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
      await bot.settled();
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

async function onPaper(services: Services): Promise<PlatformWorld> {
  const answers: Answer[] = [];
  const open = async (over: Services) => {
    const office = postOffice({ services: over, log: logTo([]) }, (answer) => void answers.push(answer));
    const stop = new AbortController();
    const ended = office.platform.run(createBot(over), stop.signal);
    await until(() =>
      office.deliver({ from: 'postmaster', text: '/topics' }).then(
        () => true,
        () => false,
      ),
    );
    const isOpen = () => answers.some(({ to }) => to === 'postmaster');
    await until(isOpen);
    answers.splice(0);
    const close = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    return { ...office, close };
  };
  let office = await open(services);
  let last: Answer | undefined;
  const shown = ({ words, buttons, file }: Answer): Shown => ({
    words,
    choices: buttons.map(({ label }) => label),
    file,
  });
  const send = async (text: string, press?: string, from = 'boss'): Promise<Shown> => {
    const below = press === undefined ? undefined : last?.id;
    await office.deliver({ from, text, press, below });
    await until(() => answers.length > 0);
    const fresh = answers.splice(0);
    last = fresh.at(-1);
    const all = fresh.map(shown);
    return {
      words: all.map(({ words }) => words).join('\n'),
      choices: all.flatMap(({ choices }) => choices),
      file: all[0]?.file,
    };
  };
  const dataOf = (label: string): string =>
    last?.buttons.find((button) => button.label.includes(label))?.data ?? 'none';
  return {
    say: (text) => send(text),
    choose: (label) => send('', dataOf(label)),
    dataOf,
    press: (data) => send('', data),
    pressElsewhere: (data) => send('', data, 'somebody'),
    fill: async (command, values) => {
      let filled = await send(`/${command}`);
      for (const words of typed(values)) filled = await send(words);
      return filled;
    },
    hurry: async (question, times) => {
      for (let at = 0; at < times; at++) await office.deliver({ from: 'somebody', text: question });
      await until(async () => (await services.store.transact(({ inbox }) => inbox.open('post'))).length === 0);
      await until(async () => (await services.store.transact(({ outbox }) => outbox.due('post', LATEST))).length === 0);
      return answers.splice(0).map(shown);
    },
    restart: async () => {
      await office.close();
      office = await open(await reopened(services));
    },
    stop: () => office.close(),
  };
}

const LATEST = '9999-12-31T00:00:00.000Z';
