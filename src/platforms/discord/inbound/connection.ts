import type { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import {
  type Channel,
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  type Interaction,
  Options,
  Partials,
  SimpleShardingStrategy,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { PlatformError } from '../../../bot/platform/platform.ts';
import type { Log } from '../../../bot/ports/log.ts';
import type { DiscordConfig, Timeouts } from '../config.ts';
import { keepToken } from '../token.ts';
import { safely } from '../trouble.ts';
import type { Messages } from './messages.ts';
import { isOnShard, type Servers } from './servers.ts';

/**
 * Most private chats whose edits and deletions are received: the library drops events of channels that it has not
 * cached.
 */
const MOST_PRIVATE_CHATS = 5000;

/** Event handlers. Each reads all it needs before its first `await`, as the library's caches are cleared afterwards. */
export interface Handlers extends Messages, Servers {
  readonly ready: (client: Client<true>) => Promise<void>;
  readonly interaction: (interaction: Interaction) => Promise<void>;
  readonly postDeleted: (guild: string, post: string) => Promise<void>;
}

export interface ConnectionOptions {
  readonly config: DiscordConfig;
  readonly patience: Timeouts;
  readonly log: Log;
  readonly handlers: Handlers;
  /** Called with the client that is connected now. */
  readonly onClient: (client: Client) => void;
  /** Asks Discord whether the token is valid. */
  readonly isTokenGood: () => Promise<boolean>;
}

export const WRONG_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy it again from the developer portal (Bot, Reset Token).';

/** Close codes after which the library does not reconnect, with the cure for each. */
const FATAL: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not accept SHARDS and SHARD_COUNT: each number in SHARDS has to be smaller than SHARD_COUNT.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for so few shards. Leave SHARDS and SHARD_COUNT empty, or raise SHARD_COUNT.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its API. Update Wenda.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not accept what the bot asked to be told. Update Wenda.',
};

const WITHOUT_CONTENT =
  'Discord does not let this bot read messages. Commands, mentions, replies, private messages and menus work; to have ' +
  'it answer unaddressed questions as well, switch on "Message Content Intent" in the developer portal (Bot, ' +
  'Privileged Gateway Intents) and start the bot again.';

/** Serves until `stop`, reconnecting after failures. @throws PlatformError if reconnecting would not help */
export async function stayConnected(options: ConnectionOptions, stop: AbortSignal): Promise<void> {
  let withContent = true;
  while (!stop.aborted) {
    const code = await connectOnce(options, withContent, stop);
    if (code === GatewayCloseCodes.DisallowedIntents && withContent) {
      withContent = false;
      options.log.warn({}, WITHOUT_CONTENT);
      options.config.announce(WITHOUT_CONTENT);
    } else if (code !== undefined && FATAL[code] !== undefined && !hasGrown(options.config, code))
      throw new PlatformError(FATAL[code]);
    else if (!stop.aborted)
      await setTimeout(options.patience.reconnect, undefined, { signal: stop }).catch(() => undefined);
  }
}

/**
 * The bot has joined so many servers that Discord requires more shards; unless their number is configured, it is
 * determined again.
 */
const hasGrown = ({ shardCount }: DiscordConfig, code: number): boolean =>
  code === GatewayCloseCodes.ShardingRequired && shardCount === undefined;

/** @returns the close code if the library gave up because of it */
async function connectOnce(
  options: ConnectionOptions,
  withContent: boolean,
  stop: AbortSignal,
): Promise<number | undefined> {
  const trouble = (error: unknown): void => options.log.warn(safely(error), 'the connection to Discord has trouble');
  const client = createClient(options.config, withContent, trouble);
  listen(client, options);
  client.once(Events.ClientReady, (ready) => void options.handlers.ready(ready));
  const ended = new Promise<number | undefined>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(code));
    client.on(Events.Invalidated, () => resolve(undefined));
    stop.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  client.on(Events.Error, trouble).on(Events.ShardError, trouble);
  options.onClient(client);
  try {
    const login = client.login(options.config.token).then(() => ended);
    login.catch(() => undefined);
    return await Promise.race([ended, login]);
  } catch (error) {
    // The library reports a single 401 as an invalid token.
    const isTokenRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    if (isTokenRefused && !(await options.isTokenGood())) return GatewayCloseCodes.AuthenticationFailed;
    options.log.warn(safely(error), 'Discord cannot be reached; trying again');
    return undefined;
  } finally {
    await client
      .destroy()
      .catch((error: unknown) => options.log.debug(safely(error), 'a connection could not be closed'));
  }
}

/** Subscribes the handlers to the library's events. */
function listen(client: Client, { handlers, log }: Pick<ConnectionOptions, 'handlers' | 'log'>): void {
  const take = (work: void | Promise<void>): void =>
    void Promise.resolve(work).catch((error: unknown) => log.warn(safely(error), 'an event could not be dealt with'));
  const privateChats = new LRUCache<string, true>({
    max: MOST_PRIVATE_CHATS,
    dispose: (_, id) => void client.channels.cache.delete(id),
  });
  const after = (channel: Channel | null): void => {
    forget(channel);
    if (channel?.isDMBased()) privateChats.set(channel.id, true);
  };
  client
    .on(Events.InteractionCreate, (interaction) => {
      take(handlers.interaction(interaction));
      after(interaction.channel);
    })
    .on(Events.MessageCreate, (message) => {
      take(handlers.created(message));
      after(message.channel);
    })
    .on(Events.MessageUpdate, (_, message) => {
      take(handlers.edited(message));
      after(message.channel);
    })
    .on(Events.MessageReactionAdd, (reaction, user) => {
      take(handlers.reacted(reaction, user));
      after(reaction.message.channel);
    })
    .on(Events.MessageDelete, ({ id, channelId, guildId }) => take(handlers.deleted([id], channelId, guildId)))
    .on(Events.MessageBulkDelete, (messages, { id, guildId }) =>
      take(handlers.deleted([...messages.keys()], id, guildId)),
    )
    .on(Events.ChannelUpdate, (_, channel) => {
      if (!channel.isDMBased()) handlers.allowed(channel.guildId, channel.id);
    })
    .on(Events.ChannelDelete, (channel) => {
      if (!channel.isDMBased()) handlers.allowed(channel.guildId, channel.id);
    })
    .on(Events.ThreadDelete, ({ guildId, id }) => take(handlers.postDeleted(guildId, id)))
    .on(Events.ThreadUpdate, (_, { guildId, id }) => handlers.allowed(guildId, id))
    .on(Events.GuildRoleUpdate, (_, { guild }) => handlers.allowed(guild.id))
    .on(Events.GuildRoleDelete, ({ guild }) => handlers.allowed(guild.id))
    .on(Events.GuildMemberUpdate, (_, { guild }) => handlers.allowed(guild.id))
    .on(Events.GuildCreate, (guild) => take(handlers.joined(guild)))
    .on(Events.GuildAvailable, (guild) => take(handlers.joined(guild)))
    .on(Events.GuildDelete, (guild) => take(handlers.left(guild)));
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds, shard }: GatewayReadyDispatchData) => {
    // The library's cache still has servers that removed the bot while it was disconnected.
    const listed = new Set(guilds.map(({ id }) => id));
    client.guilds.cache.sweep(({ id }) => isOnShard(id, shard) && !listed.has(id));
    take(handlers.listed([...listed], shard));
  });
}

const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.DirectMessageReactions;

const isItself = ({ id, client }: { readonly id: string; readonly client: Client }): boolean => id === client.user?.id;
const ITSELF = { maxSize: 0, keepOverLimit: isItself };

/** Also receive events about objects that are not cached, such as earlier messages and private chats. */
const UNSEEN = [Partials.Channel, Partials.Message, Partials.Reaction, Partials.User];

/**
 * A client whose cache holds servers, roles, channels and open threads. Members, users and messages are cached only for
 * the event being handled: a message, the one it replies to, and its author. See `forget`.
 * @param withContent whether to request the message content intent
 * @param onError called with errors that the library throws at unexpected events
 */
export function createClient(
  { apiUrl, shards, shardCount }: DiscordConfig,
  withContent: boolean,
  onError: (error: unknown) => void,
): Client {
  const client = new Client({
    intents: withContent ? INTENTS | GatewayIntentBits.MessageContent : INTENTS,
    partials: UNSEEN,
    allowedMentions: { parse: [], repliedUser: false },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...shardsOf(shards, shardCount),
    waitGuildTimeout: 0,
    makeCache: Options.cacheWithLimits({
      MessageManager: 2,
      GuildMemberManager: { maxSize: 1, keepOverLimit: isItself },
      UserManager: ITSELF,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      PresenceManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
    }),
    ws: {
      buildStrategy: (manager) => {
        keepSessions(manager);
        guard(manager, onError);
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  keepToken(client.rest);
  return client;
}

function shardsOf(
  shards: DiscordConfig['shards'],
  count: number | undefined,
): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (count === undefined) return { shards: 'auto' };
  return { shards: shards ?? Array.from({ length: count }, (_, id) => id), shardCount: count };
}

/** Clears what was cached for one event. */
function forget(channel: Channel | null): void {
  if (channel && 'messages' in channel) channel.messages.cache.clear();
}

type Manager = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];

/** The library throws at unexpected events, in a place where nobody could catch it; the process would end. */
function guard(manager: Manager, onError: (error: unknown) => void): void {
  const emit = manager.emit.bind(manager) as (...event: unknown[]) => boolean;
  const guarded = (...event: unknown[]): boolean => {
    try {
      return emit(...event);
    } catch (error) {
      onError(error);
      return true;
    }
  };
  Object.assign(manager, { emit: guarded });
}

/** Close code of a connection that was lost, not closed. */
const CUT = 1006;
/** Milliseconds for which a session can be resumed; Discord forgets it after minutes. */
const HELD_MS = 120_000;

/**
 * After a short network failure the library would start a new session, and events in between would be lost. This keeps
 * the old session, so that Discord replays them.
 */
function keepSessions(manager: Manager): void {
  const cut = new Map<number, number>();
  const options = { ...manager.options };
  // The library does not export the enumeration of these event names.
  const events = manager as unknown as EventEmitter;
  events.on('closed', ({ code, shardId }: ShardEvent) => {
    if (code !== CUT) cut.delete(shardId);
    else if (!cut.has(shardId)) cut.set(shardId, Date.now());
  });
  events.on('hello', ({ shardId }: ShardEvent) => void cut.delete(shardId));
  const updateSessionInfo: typeof options.updateSessionInfo = (shard, info) => {
    const since = cut.get(shard);
    if (info !== null || since === undefined || Date.now() - since > HELD_MS) options.updateSessionInfo(shard, info);
  };
  Object.assign(manager.options, { updateSessionInfo });
}

interface ShardEvent {
  readonly shardId: number;
  readonly code?: number;
}
