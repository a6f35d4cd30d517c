import { ShardClientUtil } from 'discord.js';
import { knownPlaces } from '../../../bot/community/known-places.ts';
import { keyOfPlace, placeOfKey } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { safely } from '../trouble.ts';
import { sayHello } from './hello.ts';
import { guildPlace, json, list, NAME, snowflake, text } from './receive.ts';

/** Servers that the bot comes into and is put out of. */
export type Servers = ReturnType<typeof createServers>;

/**
 * Milliseconds for which it is a joining, however often a connection was lost meanwhile: later a hello would puzzle.
 */
const FRESH_MS = 60 * 60_000;
const EVER = '9999';

export function createServers(context: Context) {
  const { store, now } = context.services;
  // Thousands of servers are described at a start: only those that were left, or are new, are looked up in the store.
  const away = new Set<string>();
  /** In which something was decided, or which were met: any of these may put the bot out while it is not looking. */
  const known = new Set<string>();
  const keyOf = (raw: unknown): string | undefined => {
    const id = snowflake(json(raw).id);
    return id === undefined ? undefined : keyOfPlace(guildPlace(id, '', undefined));
  };
  const leave = async (gone: readonly string[]): Promise<void> => {
    if (gone.length === 0) return;
    await store.transact(async ({ places }) => {
      for (const place of gone) await places.leave(place, now());
    });
    for (const place of gone) away.add(place);
  };
  return {
    start: async (): Promise<void> => {
      for (const place of await store.read(({ places }) => places.leftBefore(EVER))) away.add(place);
      const met = await store.read(({ places }) => places.present());
      for (const place of [...met, ...(await knownPlaces(store, NAME))]) known.add(place);
    },
    /**
     * @param raw a server as the gateway describes it: at a connection, after an outage, or because it added the bot
     */
    joined: async (raw: unknown): Promise<void> => {
      const place = keyOf(raw);
      if (place !== undefined) known.add(place);
      const { unavailable, joined_at: at } = json(raw);
      const isFresh = Date.parse(now()) - Date.parse(text(at) ?? '') < FRESH_MS;
      if (place === undefined || unavailable === true || !(isFresh || away.has(place))) return;
      const isNew = await store.transact(({ places }) => places.meet(place, now()));
      away.delete(place);
      if (isNew)
        await sayHello(context, placeOfKey(place).id).catch((error: unknown) =>
          context.log.warn(safely(error), 'a hello could not be said'),
        );
    },
    /** @param raw says whether it is only out of reach */
    left: async (raw: unknown): Promise<void> => {
      const place = keyOf(raw);
      if (place === undefined || json(raw).unavailable === true) return;
      await leave([place]);
    },
    /** @param raw all servers of a shard: those that put the bot out while it was away are not among them */
    listed: async (raw: unknown): Promise<void> => {
      const { guilds, shard } = json(raw);
      const present = new Set(list(guilds).map(keyOf));
      const isGone = (key: string): boolean => {
        const { platform, id } = placeOfKey(key);
        return (
          platform === NAME &&
          snowflake(id) !== undefined &&
          isOnShard(id, shard) &&
          !present.has(key) &&
          !away.has(key)
        );
      };
      await leave([...known].filter(isGone));
    },
  };
}

/** Whether a server is one of a shard's. @param shard as the gateway names it: its number, and how many there are */
export function isOnShard(guild: string, shard: unknown): boolean {
  const [number, count] = Array.isArray(shard) ? shard.map(Number) : [];
  return !count || ShardClientUtil.shardIdForGuildId(guild, count) === number;
}
