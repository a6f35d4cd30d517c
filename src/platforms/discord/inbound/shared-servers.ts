import { LRUCache } from 'lru-cache';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { guildPlace, type Scene } from './receive.ts';
import type { Server } from './world.ts';

/** The servers of the bot's in which people are. */
export type SharedServers = ReturnType<typeof createSharedServers>;

/** If the bot is in more servers, only those are asked in which it met the person: each is a call. */
const MOST_ASKED = 20;
/** Milliseconds for which it is believed that somebody is in a server, as Discord does not tell who leaves. */
const BELIEVED_MS = 30_000;
/** Milliseconds for which no server is looked for in which somebody was not. */
const SEARCHED_MS = 10 * 60_000;
const max = 5000;
/** Of one person, the newest. */
const MOST_MET = 10;

export function createSharedServers({ services, calls, world }: Pick<Context, 'services' | 'calls' | 'world'>) {
  const met = new LRUCache<string, readonly string[]>({ max });
  const perf = { now: () => Date.parse(services.now()) };
  const known = new LRUCache<string, readonly Server[]>({ max, ttl: BELIEVED_MS, ttlResolution: 0, perf });
  const searched = new LRUCache<string, readonly Server[]>({ max, ttl: SEARCHED_MS, ttlResolution: 0, perf });
  const isIn = ({ id }: Server, user: string): Promise<boolean> =>
    calls.member(id, user).then(
      () => true,
      () => false,
    );
  const of = async (user: string): Promise<readonly Server[]> => {
    const before = known.get(user);
    if (before) return before;
    const all = world.servers();
    const lately = searched.get(user);
    const asked = lately ?? (all.length <= MOST_ASKED ? all : all.filter(({ id }) => met.get(user)?.includes(id)));
    const found = await Promise.all(asked.map((one) => isIn(one, user)));
    const shared = asked.filter((_, at) => found[at]);
    known.set(user, shared);
    if (!lately) searched.set(user, shared);
    return shared;
  };
  return {
    /** Those in which somebody is now. */
    of,
    /** Somebody was met in a server. */
    met: (user: string, server: string): void => {
      const before = met.get(user) ?? [];
      if (!before.includes(server)) for (const cache of [known, searched]) cache.delete(user);
      met.set(user, [server, ...before.filter((one) => one !== server)].slice(0, MOST_MET));
    },
  };
}

/** The server that answers somebody who writes to the bot in private; undefined in servers, and for the packs alone. */
export async function knowledgeOf(
  { privateChat }: Pick<Context, 'privateChat'>,
  { place, user }: Pick<Scene, 'place' | 'user'>,
): Promise<Place | undefined> {
  const server = place.isPrivate ? await privateChat.knowledgeFor(user) : undefined;
  return server && guildPlace(server.id, '', server.title);
}
