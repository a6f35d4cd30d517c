import { type Client, Events, GatewayCloseCodes, GatewayDispatchEvents } from 'discord.js';
import { PlatformError } from '../../../bot/platform/platform.ts';
import type { Log } from '../../../bot/ports/log.ts';
import type { DiscordConfig, Patience } from '../config.ts';
import { safely } from '../trouble.ts';
import { createClient, type Dispatch } from './client.ts';
import { json, snowflake, text } from './receive.ts';

/** What the gateway says, as it came. Nothing here may reject. */
export interface Handlers {
  /** Every event, before all others hear of it. */
  readonly described: (event: string, data: unknown) => void;
  /** @param servers ids of the first that the bot is in */
  readonly ready: (application: string, servers: readonly string[]) => Promise<void>;
  readonly interaction: (raw: unknown) => Promise<void>;
  readonly created: (raw: unknown, me: string) => void;
  readonly edited: (raw: unknown, me: string) => Promise<void>;
  readonly deleted: (raw: unknown) => Promise<void>;
  readonly allowed: (raw: unknown) => void;
  readonly joined: (raw: unknown, me: string) => Promise<void>;
  readonly left: (raw: unknown) => Promise<void>;
  /** @param raw what a session begins with: all servers of its shard */
  readonly listed: (raw: unknown) => Promise<void>;
}

export interface ConnectionOptions {
  readonly config: DiscordConfig;
  readonly patience: Patience;
  readonly log: Log;
  readonly handlers: Handlers;
  /** Is told which client serves now. */
  readonly onClient: (client: Client) => void;
  /** Whether Discord takes the token after all. */
  readonly isTokenGood: () => Promise<boolean>;
}

export const WRONG_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy it anew from the developer portal (Bot, Reset Token).';

/** Closes after which the library does not come back, and what to do about each. */
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
  'Discord does not let this bot read messages. Commands, mentions, replies, private messages and menus work; to have it answer unaddressed questions as well, switch on "Message Content Intent" in the developer portal (Bot, Privileged Gateway Intents) and start the bot again.';

/**
 * Serves until `stop`; comes back after whatever ends a connection. @throws PlatformError where coming back would not
 * help
 */
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
    else if (!stop.aborted) await pause(options.patience.reconnect, stop);
  }
}

/** There are more servers than when the shards were counted; where nobody set their number they are counted again. */
const hasGrown = ({ shardCount }: DiscordConfig, code: number): boolean =>
  code === GatewayCloseCodes.ShardingRequired && shardCount === undefined;

/** @returns the code of the close that ended it, where it was one after which the library gives up. */
async function connectOnce(
  options: ConnectionOptions,
  withContent: boolean,
  stop: AbortSignal,
): Promise<number | undefined> {
  const trouble = (error: unknown): void => options.log.warn(safely(error), 'the connection to Discord has trouble');
  const client = createClient(options.config, withContent, dispatchTo(options), trouble);
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
    // The library says so at one 401.
    if (json(error).code === 'TokenInvalid' && !(await options.isTokenGood()))
      return GatewayCloseCodes.AuthenticationFailed;
    options.log.warn(safely(error), 'Discord cannot be reached; trying again');
    return undefined;
  } finally {
    await client
      .destroy()
      .catch((error: unknown) => options.log.debug(safely(error), 'a connection could not be closed'));
  }
}

/** Events are taken as they come over the wire. The library gets those of sessions only. */
function dispatchTo({ handlers, log }: Pick<ConnectionOptions, 'handlers' | 'log'>): Dispatch {
  let me = '';
  const failed = (error: unknown): void => log.warn(safely(error), 'an event could not be dealt with');
  const take: Readonly<Record<string, (data: unknown) => void | Promise<void>>> = {
    [GatewayDispatchEvents.InteractionCreate]: handlers.interaction,
    [GatewayDispatchEvents.MessageCreate]: (data) => handlers.created(data, me),
    [GatewayDispatchEvents.MessageUpdate]: (data) => handlers.edited(data, me),
    [GatewayDispatchEvents.MessageDelete]: handlers.deleted,
    [GatewayDispatchEvents.MessageDeleteBulk]: handlers.deleted,
    [GatewayDispatchEvents.ChannelUpdate]: handlers.allowed,
    [GatewayDispatchEvents.ThreadUpdate]: handlers.allowed,
    [GatewayDispatchEvents.GuildRoleUpdate]: handlers.allowed,
    [GatewayDispatchEvents.GuildRoleDelete]: handlers.allowed,
    [GatewayDispatchEvents.GuildMemberUpdate]: handlers.allowed,
    [GatewayDispatchEvents.GuildCreate]: (data) => handlers.joined(data, me),
    [GatewayDispatchEvents.GuildDelete]: handlers.left,
    [GatewayDispatchEvents.Ready]: (data) => {
      me = text(json(json(data).user).id) ?? '';
      void handlers.listed(data).catch(failed);
      return handlers.ready(text(json(json(data).application).id) ?? me, serversIn(json(data).guilds));
    },
  };
  return (event, data) => {
    const handle = Object.hasOwn(take, event) ? take[event] : undefined;
    try {
      handlers.described(event, data);
      void Promise.resolve(handle?.(data)).catch(failed);
    } catch (error) {
      failed(error);
    }
    return PASSED_ON.test(event);
  };
}

/** Servers of a session that are named; there may be thousands. */
const MOST_NAMED = 25;

const serversIn = (guilds: unknown): string[] =>
  (Array.isArray(guilds) ? guilds.slice(0, MOST_NAMED) : [])
    .map((guild) => snowflake(json(guild).id))
    .filter((id) => id !== undefined);

const PASSED_ON = /^(?:READY|RESUMED)$/;

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    stop.addEventListener('abort', end, { once: true });
  });
