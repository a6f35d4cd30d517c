import type { EventEmitter } from 'node:events';
import {
  type Channel,
  Client,
  type ClientOptions,
  GatewayIntentBits,
  Options,
  Partials,
  SimpleShardingStrategy,
} from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { keepToken } from '../token.ts';

const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.DirectMessageReactions;

const isItself = ({ id, client }: { readonly id: string; readonly client: Client }): boolean => id === client.user?.id;
const ITSELF = { maxSize: 0, keepOverLimit: isItself };

/** Of messages from before it came, and of private chats, the bot is told as well. */
const UNSEEN = [Partials.Channel, Partials.Message, Partials.Reaction, Partials.User];

/**
 * A client that keeps servers, their roles, channels and open threads, and of people only what belongs to the event
 * that it is about to give: a message with the one it replies to, and its author. See `forget`.
 * @param withContent asks for the words of all messages
 * @param onError is told what the library made of an odd event
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

/** Forgets what was kept of people for one event. */
export function forget(channel: Channel | null): void {
  if (channel && 'messages' in channel) channel.messages.cache.clear();
}

type Manager = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];

/** The library throws at odd events, and nobody would catch it: the process would end. */
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

/** A connection that was cut, not closed. */
const CUT = 1006;
/** Milliseconds for which a session is held on to: Discord forgets it after minutes. */
const HELD_MS = 120_000;

/**
 * If the network is away for a moment, the library would begin a new session, and events from between would be lost.
 * Here the session is kept, and Discord sends them again.
 */
function keepSessions(manager: Manager): void {
  const cut = new Map<number, number>();
  const options = { ...manager.options };
  // The names of these events are an enumeration that the library hides behind another one.
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
