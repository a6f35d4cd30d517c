import { type Client, GatewayIntentBits } from 'discord.js';
import type { Tag } from '../forums/solved.ts';

/** Servers, forums and threads, as the library's caches have them: nothing is asked of Discord. */
export type World = ReturnType<typeof createWorld>;

export interface Server {
  readonly id: string;
  readonly title: string;
}

export interface Thread {
  /** The channel that it belongs to. */
  readonly parent: string;
  readonly name: string;
  /** Who opened the post, if it is one of a forum: others help there, and do not ask. */
  readonly asker?: string | undefined;
}

/** A channel or a role. */
const MENTION = /^<(#|@&)(\d+)>$/;

/** @param client that serves now */
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
    /** All servers of the bot's. */
    servers: (): readonly Server[] =>
      [...(client()?.guilds.cache.values() ?? [])]
        // One that is out of reach since the start has no name yet.
        .filter(({ name }) => name !== undefined)
        .map(({ id, name }) => ({ id, title: name })),
    /** Whether all messages have their words: Discord gives them only to bots that asked for it and may. */
    readsAll: (): boolean => client()?.options.intents.has(GatewayIntentBits.MessageContent) ?? true,
    titleOf: (id: string): string | undefined => guild(id)?.name,
    /** The role that a server gave the bot: its mention is that of the bot. */
    roleOf: (id: string): string | undefined => guild(id)?.roles.botRoleFor(client()?.user?.id ?? '')?.id,
    /** The name of a channel or role that a server has, with its sign: `#rules`, `@helpers`. */
    nameOf,
    /** Whether a mention means something in a place, as far as one can know. */
    shows: (id: string, mention: string): boolean =>
      !MENTION.test(mention) || client() === undefined || nameOf(id, mention) !== undefined,
    /** Undefined for a channel that is no thread, or not known. */
    threadOf: (id: string): Thread | undefined => {
      const thread = channel(id);
      if (!thread?.isThread() || thread.parentId === null) return undefined;
      const asker = thread.parent?.isThreadOnly() ? (thread.ownerId ?? undefined) : undefined;
      return { parent: thread.parentId, name: thread.name, asker };
    },
    /** Tags of a forum; undefined for a channel that is none, or not known. */
    tagsOf: (id: string): readonly Tag[] | undefined => {
      const forum = channel(id);
      return forum?.isThreadOnly() ? forum.availableTags : undefined;
    },
  };
}
