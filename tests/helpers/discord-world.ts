import { DefaultRestOptions } from 'discord.js';
import { createBot } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import type { Library } from '../../src/core/search/library.ts';
import type { DiscordConfig } from '../../src/platforms/discord/config.ts';
import { discordPlatform } from '../../src/platforms/discord/index.ts';
import { buttonsOf, partsOf } from './discord-message.ts';
import type { Call, FakeDiscord, FakeOptions, Json } from './fake-discord.ts';
import { fakeDiscord } from './fake-discord.ts';
import { APPLICATION, BOT, CHANNEL, GUILD } from './fake-discord-rest.ts';
import { libraryOf } from './library.ts';
import { PACK } from './pack.ts';
import { type ServicesParts, servicesOf, shippedLocales } from './services.ts';

export { buttonsOf, partsOf };

// A call that is not answered within 15 s is made again: on a busy machine the answer is only late.
Object.assign(DefaultRestOptions, { timeout: 120_000 });

export const MEMBER = '600000000000000001';
export const MODERATOR = '600000000000000002';
/** Manage messages. */
const MAY = '8192';

/** Who acts where. */
export interface Person {
  readonly user?: string;
  readonly locale?: string;
  /** A decimal bit set. */
  readonly permissions?: string;
  /** Ids. */
  readonly roles?: readonly string[];
  /** null in a private chat. */
  readonly guild?: string | null;
  readonly channel?: Json;
  /** Further parts of an interaction. */
  readonly more?: Json;
}

export const moderator: Person = { user: MODERATOR, permissions: MAY };

/** A bot that runs against a fake Discord, and people who use it. */
export interface DiscordWorld {
  readonly discord: FakeDiscord;
  readonly services: Services;
  readonly logged: string[];
  readonly announced: string[];
  /** Sends an interaction, and waits for its first answer. */
  readonly interact: (interaction: Json, person?: Person) => Promise<Json>;
  /** @param file that was picked for the option `file` */
  readonly slash: (
    name: string,
    options?: Record<string, string | boolean>,
    person?: Person,
    file?: Json,
  ) => Promise<Json>;
  readonly complete: (name: string, option: string, typed: string, person?: Person) => Promise<Json>;
  readonly press: (customId: string, message: Json, person?: Person) => Promise<Json>;
  /** Chooses in a select menu: 3 of words, 6 of roles, 8 of channels. */
  readonly choose: (
    customId: string,
    values: readonly string[],
    message: Json,
    person?: Person,
    type?: number,
  ) => Promise<Json>;
  readonly submit: (
    modal: Json,
    values: Record<string, string | undefined>,
    person?: Person,
    message?: Json,
    /** That was put into its field for files. */
    file?: Json,
  ) => Promise<Json>;
  readonly menu: (name: string, target: Json, person?: Person) => Promise<Json>;
  /** Writes a message. @returns it. */
  readonly write: (content: string, parts?: Json) => Json;
  /** Waits for a call that the bot makes. */
  readonly called: (matches: (call: Call) => boolean, since?: number) => Promise<Call>;
  /** Waits for what the bot posts in answer to a message. */
  readonly replyTo: (message: Json) => Promise<Json>;
  /** Waits until nothing has been called for a moment. */
  readonly quiet: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** As the bot's run ends. */
  readonly ended: Promise<void>;
}

export interface WorldOptions {
  readonly fake?: FakeOptions;
  readonly config?: Partial<DiscordConfig>;
  readonly services?: ServicesParts | Services;
  readonly discord?: FakeDiscord;
  /** Default: waits until the bot is connected. */
  readonly isAwaited?: boolean;
}

const PATIENT = { burst: 1_000_000, every: 1 };
/** On a busy machine seconds pass before anything is put off, and before Discord has said who may what. */
const PATIENCE = { reconnect: 50, defer: 60_000, acknowledge: 60_000, permission: 60_000, servers: 60_000, faq: 0 };
/** Milliseconds without anything to do after which nothing more is to come. */
const QUIET_MS = 250;

export async function discordWorld({
  fake = {},
  config = {},
  services: parts = {},
  discord: given,
  isAwaited = true,
}: WorldOptions = {}): Promise<DiscordWorld> {
  const discord = given ?? (await fakeDiscord(fake));
  const services =
    'store' in parts && 'communities' in parts
      ? (parts as Services)
      : await servicesOf(PACK, {
          library: await learned(),
          now: () => new Date().toISOString(),
          code: randomCode,
          ...parts,
        });
  const logged: string[] = [];
  const announced: string[] = [];
  const write = (fields: object, message: string): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log = { debug: write, info: write, warn: write, error: write };
  const settings = {
    token: 'token.of.tests',
    apiUrl: discord.apiUrl,
    announce: (line: string) => announced.push(line),
    pace: { person: PATIENT, channel: PATIENT },
    ...config,
    patience: { ...PATIENCE, ...config.patience },
  };
  const platform = discordPlatform(settings, { services, log });
  const stop = new AbortController();
  const connected = discord.gateway.connected();
  const ended = platform.run(createBot(services), stop.signal);
  ended.catch(() => undefined);
  if (isAwaited) await Promise.race([connected, ended.catch(() => undefined)]);
  if (isAwaited && discord.gateway.begun.length > 0)
    await until(() => discord.calls.some(({ method, path }) => method === 'GET' && path.endsWith('/commands')));

  const interact = async (interaction: Json, person: Person = {}): Promise<Json> => {
    const id: string = interaction.id ?? discord.state.id();
    discord.gateway.dispatch('INTERACTION_CREATE', { ...around(id, person), ...interaction });
    return until(() => discord.state.callbacks.get(id));
  };
  /** Whether something that was taken in, or is to be sent now, waits. */
  const isAtWork = (): Promise<boolean> =>
    services.store
      .transact(
        async ({ inbox, outbox }) =>
          (await inbox.open('discord')).length + (await outbox.due('discord', new Date().toISOString())).length > 0,
      )
      .catch(() => false);
  const seenCall = (matches: (call: Call) => boolean, since = 0): Promise<Call> =>
    until(() => discord.calls.slice(since).find(matches));
  return {
    discord,
    services,
    logged,
    announced,
    interact,
    slash: (name, options = {}, person, file) =>
      interact(
        {
          type: 2,
          data: {
            ...called(name, [
              ...Object.entries(options).map(([key, value]) => ({
                name: key,
                type: typeof value === 'boolean' ? 5 : 3,
                value,
              })),
              ...(file ? [{ name: 'file', type: 11, value: file.id }] : []),
            ]),
            ...(file ? { resolved: { attachments: { [file.id]: file } } } : {}),
          },
        },
        person,
      ),
    complete: (name, option, typed, person) =>
      interact({ type: 4, data: called(name, [{ name: option, type: 3, value: typed, focused: true }]) }, person),
    press: (customId, message, person) =>
      interact({ type: 3, data: { custom_id: customId, component_type: 2 }, message }, person),
    choose: (customId, values, message, person, type = 3) =>
      interact({ type: 3, data: { custom_id: customId, component_type: type, values }, message }, person),
    submit: (modal, values, person, message, file) =>
      interact(
        {
          type: 5,
          data: {
            custom_id: modal.custom_id,
            components: [
              ...Object.entries(values).map(([name, value]) => ({
                type: 18,
                id: 1,
                component: filledIn(modal, name, value ?? ''),
              })),
              ...(modal.components ?? [])
                .filter(({ component }: Json) => component.type === 19)
                .map(({ component: { custom_id } }: Json) => ({
                  type: 18,
                  id: 1,
                  component: { type: 19, id: 2, custom_id, values: file ? [file.id] : [] },
                })),
            ],
            ...(file ? { resolved: { attachments: { [file.id]: file } } } : {}),
          },
          ...(message ? { message } : {}),
        },
        person,
      ),
    menu: (name, target, person) =>
      interact(
        {
          type: 2,
          data: { id: '2', type: 3, name, target_id: target.id, resolved: { messages: { [target.id]: target } } },
        },
        person,
      ),
    write: (content, more = {}) => {
      const author = { id: MEMBER, username: 'member', discriminator: '0', avatar: null };
      const message = {
        id: discord.state.id(),
        type: 0,
        channel_id: CHANNEL,
        guild_id: GUILD,
        author,
        member: { roles: [] },
        content,
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        ...more,
      };
      discord.gateway.dispatch('MESSAGE_CREATE', message);
      return message;
    },
    called: seenCall,
    replyTo: async ({ id }) => {
      const { body } = await seenCall(
        ({ method, path, body: sent }) =>
          method === 'POST' && /\/messages$/.test(path) && sent.message_reference?.message_id === id,
      );
      return until(() => [...discord.state.messages.values()].find(({ nonce }) => nonce === body.nonce));
    },
    quiet: async () => {
      for (let [calls, idle] = [-1, 0]; idle < QUIET_MS; ) {
        const before = performance.eventLoopUtilization();
        await new Promise((resolve) => setTimeout(resolve, 50));
        // Time in which the bot was at work, or would have been on a faster machine, does not count.
        idle =
          calls === discord.calls.length && !(await isAtWork())
            ? idle + performance.eventLoopUtilization(before).idle
            : 0;
        calls = discord.calls.length;
      }
    },
    stop: async () => {
      stop.abort();
      await ended;
      if (!given) await discord.close();
    },
    ended,
  };
}

/** A field as Discord sends it: an empty input as such, one ticked box as a value, several or picked as a list. */
function filledIn({ components = [] }: Json, name: string, value: string): Json {
  const type = components.find(({ component }: Json) => component.custom_id === name)?.component.type ?? 4;
  const common = { type, id: 2, custom_id: name };
  return [3, 6, 8, 22].includes(type)
    ? { ...common, values: value.split('\n').filter((one) => one !== '') }
    : { ...common, value: type === 21 && value === '' ? null : value };
}

/** A command as Discord sends it. @param name with that below it, as in `answers pin` */
function called(name: string, options: readonly Json[]): Json {
  const [first = '', below] = name.split(' ');
  return {
    id: '1',
    type: 1,
    name: first,
    options: below === undefined ? options : [{ type: 1, name: below, options }],
  };
}

export const mention = `<@${BOT.id}>`;

function around(
  id: string,
  {
    user = MEMBER,
    locale = 'en-US',
    permissions = '1024',
    roles = [],
    guild = GUILD,
    channel = { id: CHANNEL, type: 0 },
    more = {},
  }: Person,
): Json {
  const who = { id: user, username: 'somebody', discriminator: '0', avatar: null, global_name: null };
  const place =
    guild === null
      ? { user: who }
      : {
          guild_id: guild,
          guild_locale: 'en-US',
          member: {
            user: who,
            roles,
            permissions,
            joined_at: '2026-01-01T00:00:00.000Z',
            deaf: false,
            mute: false,
            flags: 0,
          },
        };
  return {
    id,
    application_id: APPLICATION,
    token: `secret-${id}`,
    version: 1,
    locale,
    channel_id: channel.id,
    channel,
    entitlements: [],
    authorizing_integration_owners: {},
    context: guild === null ? 1 : 0,
    app_permissions: '0',
    attachment_size_limit: 1,
    ...place,
    ...more,
  };
}

let library: Promise<Library> | undefined;
/** Learned once for all bots of a file. */
const learned = (): Promise<Library> =>
  (library ??= shippedLocales().then(({ languages, background }) => libraryOf(PACK, { languages, background })));

let codes = 0;
const randomCode = (): string => `c${(++codes).toString(36).padStart(7, '0')}`;

/** Waits for something; fails after a time that is long enough for a loaded machine. */
export async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 150_000; ; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${look.toString().slice(0, 200)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Presses what opens the moderators' actions below an answer. @returns the message that only they see */
export async function openMore({ press, called, discord }: DiscordWorld, answer: Json, person?: Person): Promise<Json> {
  const since = discord.calls.length;
  const { type } = await press(buttonsOf(answer)['⋯ More'] ?? '', answer, person);
  if (type !== 6) throw new Error(`answered with ${type}`);
  const { body } = await called(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'), since);
  return { ...body, id: discord.state.id(), channel_id: answer.channel_id };
}
