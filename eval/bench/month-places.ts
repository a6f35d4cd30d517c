import type { App } from '../../src/app.ts';
import { telegramPlatform } from '../../src/platforms/telegram/index.ts';
import { buttonsOf, partsOf, seen } from '../../tests/helpers/discord-message.ts';
import { moderator as discordModerator, discordWorld, until } from '../../tests/helpers/discord-world.ts';
import type { Json } from '../../tests/helpers/fake-discord.ts';
import { BOT, CHANNEL, GUILD } from '../../tests/helpers/fake-discord-rest.ts';
import { type ApiCall, fakeTelegram, TOKEN } from '../../tests/helpers/fake-telegram.ts';
import { buttonsOf as keysOf, labelsOf, message, ownMessage, press } from '../../tests/helpers/fake-telegram-people.ts';

/** A message of the bot: its words, and its buttons. */
export interface Shown {
  readonly words: string;
  /** Whether a button has this label. */
  readonly has: (label: string) => boolean;
  /**
   * @param label beginning of the button's label
   * @returns the bot's response
   * @throws Error if there is no such button
   */
  readonly press: (label: string, person: number) => Promise<Shown>;
  /** Fills in a form as a moderator. @param values that differ from those filled in */
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<Shown>;
}

/** A place in which members ask. */
export interface Place {
  readonly ask: (person: number, question: string) => Promise<Shown>;
  /** The message of the bot with an id. */
  readonly shown: (id: string) => Shown | undefined;
  /** Says something that is for nobody in particular. */
  readonly chat: (person: number, words: string) => Promise<void>;
}

/** The two places of one community: a server on Discord, with helpers and moderators, and a group on Telegram. */
export interface Places {
  readonly discord: Place;
  readonly telegram: Place;
  /** A moderator types a command on Discord. */
  readonly moderate: (command: string, options?: Record<string, string>) => Promise<Shown>;
  /** The bot's messages in the helpers' channel, oldest first. */
  readonly inHelp: () => readonly Shown[];
  /** A helper replies to one of these messages. */
  readonly help: (person: number, post: string, words: string) => void;
  /** Faults in the bot's calls. */
  readonly problems: () => readonly string[];
  readonly stop: () => Promise<void>;
}

export const DISCORD = { platform: 'discord', id: GUILD };
const HELP = '310000000000000001';
/**
 * Milliseconds until a response is deferred: enough for a list on a busy machine, so that the first response is the
 * answer.
 */
const LONG_MS = 3_600_000;
/** Characters of a label that are compared, as buttons cut long titles. */
const LABEL = 30;
const isLabelled = (label: string, wanted: string): boolean => label.includes(wanted.slice(0, LABEL));
export const MODERATOR = 2;
const GROUP = { id: -1002000000001, type: 'supergroup', title: 'Group' };
const AT_ONCE = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openPlaces(app: App): Promise<Places> {
  const [discord, telegram] = [await openDiscord(app), await openTelegram(app)];
  const { moderate } = discord;
  await moderate('settings', { setting: 'human', value: `<#${HELP}>` });
  await moderate('settings', { setting: 'reports', value: `<#${HELP}>` });
  await moderate('settings', { setting: 'digest', value: 'weekly' });
  const [, code = ''] = /\/link (\S+)/.exec((await moderate('link')).words) ?? [];
  await telegram.write(MODERATOR, `/link ${code.replaceAll('`', '')}`);
  return {
    ...{ discord: discord.place, telegram: telegram.place },
    ...{ moderate, inHelp: discord.inHelp, help: discord.help },
    problems: () => [...discord.problems(), ...telegram.problems()],
    stop: async () => {
      await telegram.stop();
      await discord.stop();
    },
  };
}

async function openDiscord({ services }: App) {
  const world = await discordWorld({ services, config: { patience: { defer: LONG_MS, acknowledge: LONG_MS } } });
  const { state } = world.discord;
  state.channels.set(HELP, { id: HELP, type: 0, guild_id: GUILD, name: 'helpers' });
  const userOf = (person: number): string => `6000000000000${String(person).padStart(5, '0')}`;
  const boss = { ...discordModerator, user: userOf(MODERATOR), permissions: '8' };
  const personIn = (person: number, channel: string) => ({
    ...(person === MODERATOR ? boss : { user: userOf(person) }),
    channel: { id: channel, type: 0 },
  });
  const shownOf = (data: Json, channel: string): Shown => {
    const { components = [] } = data;
    const buttons = Object.entries(buttonsOf(data));
    const { title = '', quote = '', text } = seen(data);
    return {
      words: [title, quote, text].join('\n').replace(/\\(.)/g, '$1'),
      has: (wanted) => buttons.some(([label]) => isLabelled(label, wanted)),
      press: async (wanted, person) => {
        const [, id] = buttons.find(([label]) => isLabelled(label, wanted)) ?? [];
        if (id === undefined) throw new Error(`no ${wanted} below ${JSON.stringify(data)}`);
        const own = { id: state.id(), channel_id: channel, ...data, embeds: [], flags: data.flags ?? 0 };
        const { data: next } = await world.press(id, own, personIn(person, channel));
        return shownOf(next ?? {}, channel);
      },
      submit: async (values) => {
        const fields = partsOf(components.flatMap((one: Json) => [one.component ?? one]));
        const filled = Object.fromEntries(fields.map((one: Json) => [one.custom_id, one.value ?? '']));
        const { data: next } = await world.submit(data, { ...filled, ...values }, personIn(MODERATOR, channel));
        return shownOf(next, channel);
      },
    };
  };
  const slash = async (name: string, options: Record<string, string>, person: number, channel: string) =>
    shownOf((await world.slash(name, options, personIn(person, channel))).data ?? {}, channel);
  const messageIn = (channel: string, id: string): Json => state.messages.get(`${channel} ${id}`);
  const place: Place = {
    ask: (person, question) => slash('ask', { question }, person, CHANNEL),
    shown: (id) => {
      const found = messageIn(CHANNEL, id);
      return found && shownOf(found, CHANNEL);
    },
    chat: async (person, words) =>
      void world.write(words, { author: { id: userOf(person), username: `member ${person}` } }),
  };
  return {
    place,
    moderate: (name: string, options: Record<string, string> = {}) => slash(name, options, MODERATOR, HELP),
    inHelp: () =>
      [...state.messages.values()]
        .filter(({ channel_id: channel }) => channel === HELP)
        .map((one: Json) => shownOf(one, HELP)),
    help: (person: number, post: string, words: string) =>
      void world.write(words, {
        ...{ channel_id: HELP, type: 19, author: { id: userOf(person), username: `helper ${person}` } },
        referenced_message: { id: post, author: { id: BOT.id, bot: true }, content: '' },
      }),
    problems: () => world.discord.problems,
    stop: world.stop,
  };
}

async function openTelegram({ services, respond }: App) {
  const fake = await fakeTelegram();
  fake.members.set(`${GROUP.id} ${MODERATOR}`, { status: 'creator', user: personOf(MODERATOR), is_anonymous: false });
  const stop = new AbortController();
  const config = { token: TOKEN, apiRoot: fake.root, courtesy: AT_ONCE };
  const ended = telegramPlatform(config, { services, log: SILENT }).run(respond, stop.signal);
  const isIdle = (): Promise<boolean> =>
    services.store.transact(
      async ({ inbox, outbox }) =>
        (await inbox.open('telegram')).length + (await outbox.due('telegram', services.now())).length === 0,
    );
  /** @returns the bot's calls in response */
  const tell = async (update: Json): Promise<readonly ApiCall[]> => {
    const from = fake.calls.length;
    await fake.deliver(update);
    await until(async () => fake.isDrained() && (await isIdle()));
    return fake.calls.slice(from).filter(({ method }) => method === 'sendMessage' || method === 'editMessageText');
  };
  const shownOf = (call: ApiCall | undefined, asked?: Json): Shown => ({
    words: typeof call?.body.text === 'string' ? call.body.text : '',
    has: (wanted) => labelsOf(call).some((label) => isLabelled(label, wanted)),
    press: async (wanted, person) => {
      const at = labelsOf(call).findIndex((label) => isLabelled(label, wanted));
      const { callback_data: data } = keysOf(call)[at] ?? {};
      if (data === undefined) throw new Error(`no ${wanted} below ${JSON.stringify(call?.body)}`);
      const own = { ...ownMessage(call, GROUP), ...(asked ? { reply_to_message: asked } : {}) };
      return shownOf((await tell(press(personOf(person), own, data)))[0]);
    },
    submit: () => Promise.reject(new Error('moderators fill in forms on Discord')),
  });
  const write = async (person: number, words: string): Promise<Shown> => {
    const asked = { ...message(personOf(person), GROUP, words), date: Math.floor(Date.now() / 1000) };
    return shownOf((await tell({ message: asked }))[0], asked);
  };
  const place: Place = {
    ask: (person, question) => write(person, `/ask ${question}`),
    shown: (id) => {
      const call = fake.calls.find(({ result }) => String((result as Json)?.message_id) === id);
      return call && shownOf(call);
    },
    chat: async (person, words) => void (await write(person, words)),
  };
  return {
    place,
    write,
    problems: () => fake.problems,
    stop: async () => {
      stop.abort();
      await ended;
      await fake.close();
    },
  };
}

const personOf = (id: number) => ({ id, is_bot: false, first_name: `P${id}`, language_code: 'en' });
