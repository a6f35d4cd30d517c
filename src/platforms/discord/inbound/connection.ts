import { setTimeout } from 'node:timers/promises';
import { type Client, Events, GatewayCloseCodes, GatewayDispatchEvents } from 'discord.js';
import { PlatformError } from '../../../bot/platform/platform.ts';
import type { Log } from '../../../bot/ports/log.ts';
import type { DiscordConfig, Patience } from '../config.ts';
import { safely } from '../trouble.ts';
import { createClient } from './client.ts';
import { json, list, text } from './json.ts';
import type { Messages } from './messages.ts';
import { isOnShard, type Servers } from './servers.ts';

/** Takes in events of the gateway, as they come over the wire. Nothing here may reject. */
export interface Handlers extends Messages, Servers {
  readonly ready: (client: Client<true>) => Promise<void>;
  readonly interaction: (raw: unknown) => Promise<void>;
}

export interface ConnectionOptions {
  readonly config: DiscordConfig;
  readonly patience: Patience;
  readonly log: Log;
  readonly handlers: Handlers;
  /** Told which client serves now. */
  readonly onClient: (client: Client) => void;
  /** Whether Discord takes the token after all. */
  readonly isTokenGood: () => Promise<boolean>;
}

export const WRONG_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy it again from the developer portal (Bot, Reset Token).';

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
  'Discord does not let this bot read messages. Commands, mentions, replies, private messages and menus work; to have ' +
  'it answer unaddressed questions as well, switch on "Message Content Intent" in the developer portal (Bot, ' +
  'Privileged Gateway Intents) and start the bot again.';

/**
 * Serves until `stop`; comes back after whatever ends a connection. @throws PlatformError if coming back would not help
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
    else if (!stop.aborted)
      await setTimeout(options.patience.reconnect, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** There are more servers than when the shards were counted; if nobody set their number they are counted again. */
const hasGrown = ({ shardCount }: DiscordConfig, code: number): boolean =>
  code === GatewayCloseCodes.ShardingRequired && shardCount === undefined;

/** @returns the code of the close that ended it, if it was one after which the library gives up. */
async function connectOnce(
  options: ConnectionOptions,
  withContent: boolean,
  stop: AbortSignal,
): Promise<number | undefined> {
  const trouble = (error: unknown): void => options.log.warn(safely(error), 'the connection to Discord has trouble');
  const client = createClient(options.config, withContent, trouble);
  client.on(Events.Raw, dispatchTo(client, options));
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

function dispatchTo(
  client: Client,
  { handlers, log }: Pick<ConnectionOptions, 'handlers' | 'log'>,
): (packet: { readonly t: string; readonly d: unknown }) => void {
  let me = '';
  const take: Readonly<Record<string, (data: unknown) => void | Promise<void>>> = {
    [GatewayDispatchEvents.InteractionCreate]: handlers.interaction,
    [GatewayDispatchEvents.MessageCreate]: (data) => handlers.created(data, me),
    [GatewayDispatchEvents.MessageUpdate]: (data) => handlers.edited(data, me),
    [GatewayDispatchEvents.MessageReactionAdd]: (data) => handlers.reacted(data, me),
    [GatewayDispatchEvents.MessageDelete]: handlers.deleted,
    [GatewayDispatchEvents.MessageDeleteBulk]: handlers.deleted,
    [GatewayDispatchEvents.ChannelUpdate]: handlers.allowed,
    [GatewayDispatchEvents.ThreadUpdate]: handlers.allowed,
    [GatewayDispatchEvents.GuildRoleUpdate]: handlers.allowed,
    [GatewayDispatchEvents.GuildRoleDelete]: handlers.allowed,
    [GatewayDispatchEvents.GuildMemberUpdate]: handlers.allowed,
    [GatewayDispatchEvents.GuildCreate]: handlers.joined,
    [GatewayDispatchEvents.GuildDelete]: handlers.left,
    [GatewayDispatchEvents.Ready]: (data) => {
      const { user, guilds, shard } = json(data);
      me = text(json(user).id) ?? '';
      // The library keeps servers that put the bot out while it was away.
      const listed = new Set(list(guilds).map(({ id }) => id));
      client.guilds.cache.sweep(({ id }) => isOnShard(id, shard) && !listed.has(id));
      return handlers.listed(data);
    },
  };
  return ({ t, d }) => {
    const handle = Object.hasOwn(take, t) ? take[t] : undefined;
    void (async () => handle?.(d))().catch((error: unknown) =>
      log.warn(safely(error), 'an event could not be dealt with'),
    );
  };
}
