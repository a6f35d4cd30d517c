import type { Client } from 'discord.js';
import type { Tag } from '../forums/solved.ts';

/** Servers, forums and threads, as the library's caches have them: nothing is asked of Discord. */
export interface World {
  /** All servers of the bot's. */
  readonly servers: () => readonly Server[];
  readonly titleOf: (guild: string) => string | undefined;
  /** The role that a server gave the bot: its mention is that of the bot. */
  readonly roleOf: (guild: string) => string | undefined;
  /** Undefined for a channel that is no thread, or not known. */
  readonly threadOf: (channel: string) => Thread | undefined;
  /** Tags of a forum; undefined for a channel that is none, or not known. */
  readonly tagsOf: (channel: string) => readonly Tag[] | undefined;
}

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

/** @param client that serves now */
export function createWorld(client: () => Client | undefined): World {
  const guild = (id: string) => client()?.guilds.cache.get(id);
  const channel = (id: string) => client()?.channels.cache.get(id);
  return {
    servers: () =>
      [...(client()?.guilds.cache.values() ?? [])]
        .filter(({ available }) => available)
        .map(({ id, name }) => ({ id, title: name })),
    titleOf: (id) => guild(id)?.name,
    roleOf: (id) => guild(id)?.roles.botRoleFor(client()?.user?.id ?? '')?.id,
    threadOf: (id) => {
      const thread = channel(id);
      if (!thread?.isThread() || thread.parentId === null) return undefined;
      const asker = thread.parent?.isThreadOnly() ? (thread.ownerId ?? undefined) : undefined;
      return { parent: thread.parentId, name: thread.name, asker };
    },
    tagsOf: (id) => {
      const forum = channel(id);
      return forum?.isThreadOnly() ? forum.availableTags : undefined;
    },
  };
}
