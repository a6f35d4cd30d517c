import type { PaceOptions } from '../../bot/platform/pace.ts';
import { settingsWith } from '../../bot/settings/table.ts';

export const PLATFORM = 'discord';
export const SETTINGS = settingsWith('members', 'forums');

/** Settings of the platform, read from the environment by `chat.ts`. */
export interface DiscordConfig {
  readonly token: string;
  /** Base URL of the API without its version, such as a proxy or a local server. Default: Discord's own. */
  readonly apiUrl?: string;
  /** Id of one server in which commands are registered immediately, for trying them out. Default: in all servers. */
  readonly guildId?: string;
  /** The shards that this process serves. Default: all. */
  readonly shards?: readonly number[];
  /** Number of shards in all processes together. Default: as many as Discord recommends. */
  readonly shardCount?: number;
  /** Tells the operator something, e.g. the invite link. */
  readonly announce: (line: string) => void;
  /** Rate limits for questions. Default: PACE in this file. */
  readonly pace?: { readonly person: PaceOptions; readonly channel: PaceOptions };
  /** Timeouts and intervals in milliseconds, for tests. Default: PATIENCE. */
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
 * Timeouts and intervals in milliseconds.
 * `defer` and `acknowledge`: after which a command that is still running is acknowledged, sooner for moderators'
 * commands. Discord waits 3 s, of which a busy processor may take a part.
 * `reconnect`: between attempts to connect. `stop`: for running work at shutdown; operators usually allow 10 s.
 * `permission` and `servers`: for looking up a member's permissions and servers. `faq`: between two calls for a FAQ
 * channel, as Discord allows five messages and five edits per channel in five seconds.
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

/** A person may ask six questions at once and then one every five seconds; a channel twenty, and then one a second. */
export const PACE = { person: { burst: 6, every: 5000 }, channel: { burst: 20, every: 1000 } } as const;
