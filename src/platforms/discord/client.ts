import type { EventEmitter } from 'node:events';
import { Client, type ClientOptions, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import type { DiscordConfig } from './config.ts';

const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** A client that keeps as little as it can: everything is read from events as they come. @param withContent asks for the words of all messages */
export function createClient({ apiUrl, shards, shardCount }: DiscordConfig, withContent: boolean): Client {
  return new Client({
    intents: withContent ? INTENTS | GatewayIntentBits.MessageContent : INTENTS,
    allowedMentions: { parse: [], repliedUser: false },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...shardsOf(shards, shardCount),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...Object.fromEntries(UNUSED.map((name) => [name, 0])),
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
    ws: { buildStrategy },
  });
}

const UNUSED = [
  ...['ApplicationCommandManager', 'ApplicationEmojiManager', 'AutoModerationRuleManager', 'BaseGuildEmojiManager', 'EntitlementManager', 'GuildBanManager', 'GuildEmojiManager', 'GuildInviteManager'],
  ...['GuildScheduledEventManager', 'GuildSoundboardSoundManager', 'GuildStickerManager', 'MessageManager', 'PresenceManager', 'ReactionManager', 'ReactionUserManager', 'StageInstanceManager'],
  ...['ThreadMemberManager', 'VoiceStateManager'],
];

function shardsOf(shards: DiscordConfig['shards'], count: number | undefined): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (count === undefined) return { shards: 'auto' };
  return { shards: shards ?? Array.from({ length: count }, (_, id) => id), shardCount: count };
}

type Manager = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];

/** A connection that was cut, not closed. */
const CUT = 1006;
/** Milliseconds for which a session is held on to: Discord forgets it after minutes. */
const HELD_MS = 120_000;

/**
 * The usual strategy, but for one thing: where the network is away for a moment, the library would begin a new session, and what
 * happened meanwhile would be lost. Here the session is kept, and what was missed is sent again.
 */
function buildStrategy(manager: Manager): SimpleShardingStrategy {
  const cut = new Map<number, number>();
  const { updateSessionInfo } = manager.options;
  // The names of these events are an enumeration that the library hides behind another one.
  const events = manager as unknown as EventEmitter;
  events.on('closed', ({ code, shardId }: ShardEvent) => {
    if (code !== CUT) cut.delete(shardId);
    else if (!cut.has(shardId)) cut.set(shardId, Date.now());
  });
  events.on('hello', ({ shardId }: ShardEvent) => void cut.delete(shardId));
  const update: typeof updateSessionInfo = (shard, info) => {
    const since = cut.get(shard);
    if (info !== null || since === undefined || Date.now() - since > HELD_MS) updateSessionInfo(shard, info);
  };
  Object.assign(manager.options, { updateSessionInfo: update });
  return new SimpleShardingStrategy(manager);
}

interface ShardEvent {
  readonly shardId: number;
  readonly code?: number;
}
