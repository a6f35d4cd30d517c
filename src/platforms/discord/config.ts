import type { PaceOptions } from '../../bot/platform/pace.ts';

/** Settings of the platform; main.ts fills it in. */
export interface DiscordConfig {
  readonly token: string;
  /** Address of the API without its version: a proxy, a local server. Default: Discord's own. */
  readonly apiUrl?: string;
  /** Server in which commands are registered at once, for trying. Default: in all servers. */
  readonly guildId?: string;
  /** The shards that this process serves. Default: all. */
  readonly shards?: readonly number[];
  /** Shards in all processes together. Default: as many as Discord recommends. */
  readonly shardCount?: number;
  /** Tells the operator something, e.g. the invite link. */
  readonly announce: (line: string) => void;
  /** How many questions are answered. Default: PACE in context.ts. */
  readonly pace?: { readonly person: PaceOptions; readonly channel: PaceOptions };
  /**
   * Milliseconds until a slow command, and work of moderators, is acknowledged, between attempts to connect, for what
   * runs when the bot stops, and for what is asked of Discord while somebody waits: a permission, and on which servers
   * they are; and between two calls for a FAQ channel. For tests.
   */
  readonly patience?: Partial<Timeouts>;
}

export interface Timeouts {
  readonly defer: number;
  readonly acknowledge: number;
  readonly reconnect: number;
  readonly stop: number;
  readonly permission: number;
  readonly servers: number;
  readonly faq: number;
}

/**
 * Discord waits 3 s for an answer, of which a busy processor takes most from a sign that is sent late; a person who
 * changed something looks for one at once; operators wait 10 s for the end. In a channel it takes five messages, and as
 * many edits, in five seconds.
 */
export const PATIENCE: Timeouts = {
  defer: 300,
  acknowledge: 200,
  reconnect: 5000,
  stop: 7000,
  permission: 2500,
  servers: 1000,
  faq: 1100,
};

/** A person may ask six times at once, and then every five seconds; a channel twenty times, and then every second. */
export const PACE = { person: { burst: 6, every: 5000 }, channel: { burst: 20, every: 1000 } } as const;
