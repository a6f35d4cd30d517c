import type { EventEmitter } from 'node:events';
import { Client, type ClientOptions, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { keepToken } from '../token.ts';

const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.DirectMessageReactions;

const ITSELF = {
  maxSize: 0,
  keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id,
};

/**
 * A client that keeps servers, their roles, channels and open threads, and nothing of people but the bot itself.
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
    allowedMentions: { parse: [], repliedUser: false },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...shardsOf(shards, shardCount),
    waitGuildTimeout: 0,
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      GuildMemberManager: ITSELF,
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
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  keepToken(client.rest);
  guard(client, onError);
  return client;
}

function shardsOf(
  shards: DiscordConfig['shards'],
  count: number | undefined,
): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (count === undefined) return { shards: 'auto' };
  return { shards: shards ?? Array.from({ length: count }, (_, id) => id), shardCount: count };
}

/** Acts of people are read from the wire: here and over HTTP alike. */
const READ_HERE = /^(?:INTERACTION|MESSAGE)_/;

/**
 * Leaves the library what its caches need. It throws at odd events, and nobody would catch it: the process would end.
 */
function guard(client: Client, onError: (error: unknown) => void): void {
  const ws = client.ws as unknown as { handlePacket: (packet?: { readonly t: string }, shard?: object) => boolean };
  const handle = ws.handlePacket.bind(ws);
  ws.handlePacket = (packet, shard) => {
    try {
      return (packet !== undefined && READ_HERE.test(packet.t)) || handle(packet, shard);
    } catch (error) {
      onError(error);
      return false;
    }
  };
}

type Manager = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];

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
