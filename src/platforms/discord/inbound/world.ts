import type { Client } from 'discord.js';
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

/** @param client that serves now */
export function createWorld(client: () => Client | undefined) {
  const guild = (id: string) => client()?.guilds.cache.get(id);
  const channel = (id: string) => client()?.channels.cache.get(id);
  return {
    /** All servers of the bot's. */
    servers: (): readonly Server[] =>
      [...(client()?.guilds.cache.values() ?? [])]
        // One that is out of reach since the start has no name yet.
        .filter(({ name }) => name !== undefined)
        .map(({ id, name }) => ({ id, title: name })),
    titleOf: (id: string): string | undefined => guild(id)?.name,
    /** The role that a server gave the bot: its mention is that of the bot. */
    roleOf: (id: string): string | undefined => guild(id)?.roles.botRoleFor(client()?.user?.id ?? '')?.id,
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
