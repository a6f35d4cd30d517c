import type { EventEmitter } from 'node:events';
import { Client, type ClientOptions, GatewayIntentBits, SimpleShardingStrategy } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { keepToken } from '../token.ts';

const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** Takes an event as it came over the wire. @returns whether the library shall have it as well. */
export type Dispatch = (event: string, data: unknown) => boolean;

/**
 * A client that keeps nothing: everything is read from events as they come. A server as the library keeps it costs more
 * time and memory than all that is read of it.
 * @param withContent asks for the words of all messages
 * @param dispatch gets every event first
 * @param onError is told what the library made of an odd event
 */
export function createClient(
  { apiUrl, shards, shardCount }: DiscordConfig,
  withContent: boolean,
  dispatch: Dispatch,
  onError: (error: unknown) => void,
): Client {
  const client = new Client({
    intents: withContent ? INTENTS | GatewayIntentBits.MessageContent : INTENTS,
    allowedMentions: { parse: [], repliedUser: false },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...shardsOf(shards, shardCount),
    ws: { buildStrategy: (manager) => strategyOf(manager, dispatch, onError) },
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

type Manager = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];

/** A connection that was cut, not closed. */
const CUT = 1006;
/** Milliseconds for which a session is held on to: Discord forgets it after minutes. */
const HELD_MS = 120_000;

/**
 * The usual strategy, but that events come here first, and that sessions outlive a network that is away for a moment.
 */
function strategyOf(manager: Manager, dispatch: Dispatch, onError: (error: unknown) => void): SimpleShardingStrategy {
  takeFirst(manager, dispatch, onError);
  keepSessions(manager);
  return new SimpleShardingStrategy(manager);
}

/**
 * What the library would make of an odd event may end the process: nobody catches it there. It gets only what it needs,
 * and what fails with that is caught here. Where it is told of no servers, it waits for none before it is ready.
 */
function takeFirst(manager: Manager, dispatch: Dispatch, onError: (error: unknown) => void): void {
  const emit = manager.emit.bind(manager) as (event: string, payload: unknown) => boolean;
  const first = (event: string, payload: Told): boolean => {
    if (event === 'ready') return emit(event, { ...payload, data: withoutServers(payload.data) });
    if (event !== 'dispatch') return emit(event, payload);
    try {
      const { t, d } = payload.data as Dispatched;
      return !dispatch(t, d) || emit(event, { ...payload, data: { ...payload.data, d: withoutServers(d) } });
    } catch (error) {
      onError(error);
      return true;
    }
  };
  Object.assign(manager, { emit: first });
}

interface Told {
  readonly data: object;
}

interface Dispatched {
  readonly t: string;
  readonly d: object;
}

const withoutServers = (data: object): object => ('guilds' in data ? { ...data, guilds: [] } : data);

/**
 * Where the network is away for a moment, the library would begin a new session, and what happened meanwhile would be
 * lost. Here the session is kept, and what was missed is sent again.
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
