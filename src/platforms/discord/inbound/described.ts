import { GatewayDispatchEvents } from 'discord.js';
import type { Tag } from '../forums/solved.ts';
import { FORUMS } from '../moderation/rights.ts';
import { json, list, snowflake, text } from './receive.ts';
import type { Shared } from './shared-servers.ts';
import type { World } from './world.ts';

/**
 * Servers, their forums and threads, as the gateway describes them. Of each only what is read is kept: there are
 * thousands.
 */
export interface Described extends World {
  /** Takes an event in, before anybody looks for what it changes. */
  readonly take: (event: string, data: unknown) => void;
  readonly servers: () => readonly Shared[];
  /** Tags of a forum; undefined for what is none, or not known. */
  readonly tagsOf: (channel: string) => readonly Tag[] | undefined;
}

interface Server {
  title: string;
  /** The role that it gave the bot. */
  role: string | undefined;
  readonly forums: Map<string, readonly Tag[]>;
  readonly threads: Map<string, Thread>;
}

interface Thread {
  readonly parent: string;
  readonly name: string;
  readonly owner: string | undefined;
}

export function createDescribed(): Described {
  const servers = new Map<string, Server>();
  /** The server of each forum and thread. */
  const homes = new Map<string, string>();
  let me: string | undefined;
  const serverOf = (channel: string): Server | undefined => servers.get(homes.get(channel) ?? '');
  const forget = (guild: string): void => {
    const { forums = [], threads = [] } = servers.get(guild) ?? {};
    for (const [channel] of [...forums, ...threads]) homes.delete(channel);
    servers.delete(guild);
  };
  const rename = (server: Server, { name, roles }: Json): void => {
    server.title = text(name) ?? server.title;
    if (roles !== undefined)
      server.role = snowflake(list(roles).find(({ tags }) => me !== undefined && json(tags).bot_id === me)?.id);
  };
  const drop = (id: string): void => {
    const server = serverOf(id);
    server?.forums.delete(id);
    server?.threads.delete(id);
    homes.delete(id);
  };
  const channel = (guild: string, raw: Json, isGone = false): void => {
    const [id, server] = [snowflake(raw.id), servers.get(guild)];
    if (id === undefined || !server) return;
    if (isGone) for (const [thread, { parent }] of server.threads) if (parent === id) drop(thread);
    drop(id);
    if (isGone || !FORUMS.some((type) => type === raw.type)) return;
    const tags = list(raw.available_tags).map((tag) => ({ id: text(tag.id) ?? '', name: text(tag.name) ?? '' }));
    server.forums.set(id, tags);
    homes.set(id, guild);
  };
  // One that is archived is described anew before anybody writes in it.
  const thread = (guild: string, raw: Json): void => {
    const [id, parent, server] = [snowflake(raw.id), snowflake(raw.parent_id), servers.get(guild)];
    if (id === undefined || parent === undefined || !server) return;
    drop(id);
    if (json(raw.thread_metadata).archived === true) return;
    server.threads.set(id, { parent, name: text(raw.name) ?? '', owner: snowflake(raw.owner_id) });
    homes.set(id, guild);
  };
  const describe = (guild: string, raw: Json): void => {
    if (raw.unavailable === true) return;
    forget(guild);
    const server: Server = { title: '', role: undefined, forums: new Map(), threads: new Map() };
    servers.set(guild, server);
    rename(server, raw);
    for (const one of list(raw.channels)) channel(guild, one);
    for (const one of list(raw.threads)) thread(guild, one);
  };
  /** The bot sees a channel, or several, or all: their threads are those that are listed. */
  const sync = (guild: string, { channel_ids: channels, threads }: Json): void => {
    const seen = Array.isArray(channels) ? new Set<unknown>(channels) : undefined;
    for (const [id, { parent }] of servers.get(guild)?.threads ?? []) if (!seen || seen.has(parent)) drop(id);
    for (const one of list(threads)) thread(guild, one);
  };
  /** @param raw servers of one shard: what is not among them any more is gone */
  const begin = ({ user, guilds, shard }: Json): void => {
    me = snowflake(json(user).id) ?? me;
    const listed = new Set(list(guilds).map(({ id }) => id));
    for (const id of [...servers.keys()]) if (!listed.has(id) && isOnShard(id, shard)) forget(id);
  };

  const taken: Readonly<Record<string, (guild: string, data: Json) => void>> = {
    [GatewayDispatchEvents.GuildCreate]: describe,
    [GatewayDispatchEvents.GuildUpdate]: (guild, data) => {
      const server = servers.get(guild);
      if (server) rename(server, data);
    },
    [GatewayDispatchEvents.GuildDelete]: (guild, { unavailable }) => {
      if (unavailable !== true) forget(guild);
    },
    [GatewayDispatchEvents.ChannelCreate]: (guild, data) => channel(guild, data),
    [GatewayDispatchEvents.ChannelUpdate]: (guild, data) => channel(guild, data),
    [GatewayDispatchEvents.ChannelDelete]: (guild, data) => channel(guild, data, true),
    [GatewayDispatchEvents.ThreadCreate]: thread,
    [GatewayDispatchEvents.ThreadUpdate]: thread,
    [GatewayDispatchEvents.ThreadDelete]: (_, { id }) => drop(snowflake(id) ?? ''),
    [GatewayDispatchEvents.ThreadListSync]: sync,
  };
  return {
    take: (event, data) => {
      const parts = json(data);
      if (event === GatewayDispatchEvents.Ready) return begin(parts);
      const guild = snowflake(event.startsWith('GUILD_') ? parts.id : parts.guild_id);
      if (guild !== undefined && Object.hasOwn(taken, event)) taken[event]?.(guild, parts);
    },
    servers: () => [...servers].map(([id, { title }]) => ({ id, title })),
    titleOf: (guild) => servers.get(guild)?.title,
    roleOf: (guild) => servers.get(guild)?.role,
    threadOf: (id) => {
      const server = serverOf(id);
      const found = server?.threads.get(id);
      return (
        found && {
          parent: found.parent,
          name: found.name,
          asker: server?.forums.has(found.parent) ? found.owner : undefined,
        }
      );
    },
    tagsOf: (id) => serverOf(id)?.forums.get(id),
  };
}

type Json = Readonly<Record<string, unknown>>;

/** Whether a server is one of a shard's. @param shard as the gateway names it: its number, and how many there are */
export function isOnShard(guild: string, shard: unknown): boolean {
  const [number, count] = Array.isArray(shard) ? shard.map(Number) : [];
  return !count || number === undefined || Number((BigInt(guild) >> 22n) % BigInt(count)) === number;
}
