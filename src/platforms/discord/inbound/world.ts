/** What is known of servers and threads without asking. */
export interface World {
  readonly titleOf: (guild: string) => string | undefined;
  /** The role that a server gave the bot, where it is known: its mention is that of the bot. */
  readonly roleOf: (guild: string) => string | undefined;
  /** Undefined for what is no thread, or not known. */
  readonly threadOf: (channel: string) => Thread | undefined;
}

export interface Thread {
  /** The channel that it belongs to. */
  readonly parent: string;
  readonly name: string;
  /** Who opened the post, where it is one of a forum: others help there, and do not ask. */
  readonly asker?: string | undefined;
}
