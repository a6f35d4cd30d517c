import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { safely } from '../trouble.ts';
import { sayHello } from './hello.ts';
import { guildPlace, json, snowflake, text } from './receive.ts';

/** Servers that the bot comes into and is put out of. */
export interface Servers {
  readonly start: () => Promise<void>;
  /** @param raw a server as the gateway describes it: at a connection, after an outage, or because the bot was just added */
  readonly joined: (raw: unknown, me: string) => Promise<void>;
  /** @param raw says whether it is only out of reach */
  readonly left: (raw: unknown) => Promise<void>;
}

/** Milliseconds for which it is a joining, however often a connection was lost meanwhile: later a hello would puzzle. */
const FRESH_MS = 60 * 60_000;
const EVER = '9999';

export function createServers(context: Context): Servers {
  const { store, now } = context.services;
  // Thousands of servers are described at a start: only those that were left, or are new, are looked up in the store.
  const away = new Set<string>();
  const keyOf = (raw: unknown): string | undefined => {
    const id = snowflake(json(raw).id);
    return id === undefined ? undefined : keyOfPlace(guildPlace(id, '', undefined));
  };
  return {
    start: async () => {
      for (const place of await store.transact(({ places }) => places.leftBefore(EVER))) away.add(place);
    },
    joined: async (raw, me) => {
      const place = keyOf(raw);
      const { unavailable, joined_at: at } = json(raw);
      const isFresh = Date.parse(now()) - Date.parse(text(at) ?? '') < FRESH_MS;
      if (place === undefined || unavailable === true || !(isFresh || away.has(place))) return;
      const isNew = await store.transact(({ places }) => places.meet(place, now()));
      away.delete(place);
      if (isNew) await sayHello(context, raw, me).catch((error: unknown) => context.log.warn(safely(error), 'a hello could not be said'));
    },
    left: async (raw) => {
      const place = keyOf(raw);
      if (place === undefined || json(raw).unavailable === true) return;
      await store.transact(({ places }) => places.leave(place, now()));
      away.add(place);
    },
  };
}
