import { type Client, GatewayIntentBits } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Place } from '../../../bot/conversation/place.ts';
import type { DiscordContext } from '../context.ts';
import type { Tag } from '../forums/solved.ts';
import { guildPlace, type Scene } from './receive.ts';

/** Who is there, and where. */
export type PersonThere = Pick<Scene, 'place' | 'user'>;

/** Servers, forums and threads from the library's caches; no API calls. */
export type World = ReturnType<typeof createWorld>;

export interface Server {
  readonly id: string;
  readonly title: string;
}

export interface Thread {
  /** Id of the parent channel. */
  readonly parent: string;
  readonly name: string;
  /**
   * Id of the person who opened the post, for threads of a forum. There, messages of others are answers, not questions.
   */
  readonly asker?: string;
}

/** Mention of a channel or role. */
const MENTION = /^<(#|@&)(\d+)>$/;

/** @param client the present one */
export function createWorld(client: () => Client | undefined) {
  const guild = (id: string) => client()?.guilds.cache.get(id);
  const nameOf = (id: string, mention: string): string | undefined => {
    const [, sign, number = ''] = MENTION.exec(mention) ?? [];
    if (sign === undefined) return undefined;
    const found = sign === '#' ? guild(id)?.channels.cache.get(number) : guild(id)?.roles.cache.get(number);
    return found && `${sign.slice(0, 1)}${found.name.replace(/^@/, '')}`;
  };
  const channel = (id: string) => client()?.channels.cache.get(id);
  return {
    servers: (): readonly Server[] =>
      [...(client()?.guilds.cache.values() ?? [])]
        // A server that has been unavailable since the start has no name yet.
        .filter(({ name }) => name !== undefined)
        .map(({ id, name }) => ({ id, title: name })),
    /** Whether all messages arrive with their content, which needs the message content intent. */
    readsAll: (): boolean => client()?.options.intents.has(GatewayIntentBits.MessageContent) ?? true,
    /** The bot's own name; undefined before it is connected. */
    ownName: (): string | undefined => client()?.user?.username,
    titleOf: (id: string): string | undefined => guild(id)?.name,
    /** The role that a server created for the bot; mentioning it mentions the bot. */
    roleOf: (id: string): string | undefined => guild(id)?.roles.botRoleFor(client()?.user?.id ?? '')?.id,
    /** A channel's or role's name in a server, with its sign: `#rules`, `@helpers`. */
    nameOf,
    /** Whether a mention can be displayed in a place, as far as the cache tells. */
    shows: (id: string, mention: string): boolean =>
      !MENTION.test(mention) || client() === undefined || nameOf(id, mention) !== undefined,
    /** Undefined if the channel is no thread, or unknown. */
    threadOf: (id: string): Thread | undefined => {
      const thread = channel(id);
      if (!thread?.isThread() || thread.parentId === null) return undefined;
      const asker = thread.parent?.isThreadOnly() ? (thread.ownerId ?? undefined) : undefined;
      return { parent: thread.parentId, name: thread.name, asker };
    },
    /** Tags of a forum; undefined if the channel is no forum, or unknown. */
    tagsOf: (id: string): readonly Tag[] | undefined => {
      const forum = channel(id);
      return forum?.isThreadOnly() ? forum.availableTags : undefined;
    },
  };
}

/** Finds the servers that a person shares with the bot. */
export type SharedServers = ReturnType<typeof createSharedServers>;

/**
 * If the bot is in more servers than this, only those in which it met the person are asked about, as each takes a call.
 */
const MOST_ASKED = 20;
/** Milliseconds for which a membership is cached; Discord does not say who leaves. */
const BELIEVED_MS = 30_000;
/** Milliseconds after which servers without the person are asked again. */
const SEARCHED_MS = 10 * 60_000;
const max = 5000;
/** Most servers remembered for each person, the newest first. */
const MOST_MET = 10;

export function createSharedServers({ services, calls, world }: Pick<DiscordContext, 'services' | 'calls' | 'world'>) {
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
    /** The servers of which somebody is a member now. */
    of,
    /** Records that somebody was met in a server. */
    met: (user: string, server: string): void => {
      const before = met.get(user) ?? [];
      if (!before.includes(server)) for (const cache of [known, searched]) cache.delete(user);
      met.set(user, [server, ...before.filter((one) => one !== server)].slice(0, MOST_MET));
    },
  };
}

/**
 * The server whose knowledge answers somebody's private chat; undefined for messages in servers, and if the packs alone
 * answer.
 */
export async function knowledgeOf(
  { privateChat }: Pick<DiscordContext, 'privateChat'>,
  { place, user }: PersonThere,
): Promise<Place | undefined> {
  const server = place.isPrivate ? await privateChat.knowledgeFor(user) : undefined;
  return server && guildPlace(server.id, '', server.title);
}
