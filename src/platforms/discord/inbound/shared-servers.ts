import { LRUCache } from 'lru-cache';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { inTime } from '../in-time.ts';
import { guildPlace, personOf } from './receive.ts';
import type { Server } from './world.ts';

/**
 * Whose knowledge answers people who write to the bot in private: that of a server in which they are, and of no other.
 */
export interface SharedServers {
  /** Servers of the bot's in which somebody is now. */
  readonly of: (user: string) => Promise<readonly Server[]>;
  /** The server that they chose, or the only one; undefined if the packs alone answer. */
  readonly knowledgeFor: (user: string) => Promise<Place | undefined>;
  /** @param server its id, or undefined for the packs alone */
  readonly choose: (user: string, server: string | undefined) => Promise<void>;
  readonly chosenBy: (user: string) => Promise<string | undefined>;
  /** Somebody was met in a server. */
  readonly met: (user: string, server: string) => void;
}

/** If the bot is in more servers, only those are asked in which it met the person: each is a call. */
const MOST_ASKED = 20;
/** Milliseconds for which it is believed that somebody is in a server. */
const BELIEVED_MS = 10 * 60_000;
const max = 5000;
/** Of one person, the newest. */
const MOST_MET = 10;
const EVER = '9999-12-31T00:00:00.000Z';
/** Choice of the packs alone. */
const NONE = 'none';

export function createSharedServers({
  services,
  calls,
  patience,
  world,
}: Pick<Context, 'services' | 'calls' | 'patience' | 'world'>): SharedServers {
  const met = new LRUCache<string, readonly string[]>({ max });
  const perf = { now: () => Date.parse(services.now()) };
  const known = new LRUCache<string, readonly Server[]>({ max, ttl: BELIEVED_MS, ttlResolution: 0, perf });
  // A choice is erased with its person.
  const keyOf = (user: string): string => `server ${services.hash(personOf(user))}`;
  const isIn = ({ id }: Server, user: string): Promise<boolean> =>
    calls.member(id, user).then(
      () => true,
      () => false,
    );

  const of: SharedServers['of'] = async (user) => {
    const before = known.get(user);
    if (before) return before;
    const all = world.servers();
    const asked = all.length <= MOST_ASKED ? all : all.filter(({ id }) => met.get(user)?.includes(id));
    const found = await Promise.all(asked.map((one) => isIn(one, user)));
    const shared = asked.filter((_, at) => found[at]);
    known.set(user, shared);
    return shared;
  };
  const chosenBy: SharedServers['chosenBy'] = async (user) => {
    const choice = await services.attempt.read(({ kept }) => kept.find(keyOf(user), services.now()));
    return choice?.content;
  };
  return {
    of,
    chosenBy,
    knowledgeFor: async (user) => {
      const [shared, chosen] = await Promise.all([inTime(of(user), patience.servers, []), chosenBy(user)]);
      const meant =
        chosen === undefined ? (shared.length === 1 ? shared[0] : undefined) : shared.find(({ id }) => id === chosen);
      return meant && guildPlace(meant.id, '', meant.title);
    },
    choose: (user, server = NONE) => {
      const [key, person] = [keyOf(user), services.hash(personOf(user))];
      return services.attempt.write(({ kept }) =>
        kept.save({ key, place: '', person, content: server, expires: EVER }),
      );
    },
    met: (user, server) => {
      const before = met.get(user) ?? [];
      if (!before.includes(server)) known.delete(user);
      met.set(user, [server, ...before.filter((one) => one !== server)].slice(0, MOST_MET));
    },
  };
}
