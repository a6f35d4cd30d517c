import type { Respond } from './bot.ts';

/** A place where people meet the bot. */
export interface Platform {
  readonly name: string;
  /** Serves until there is nothing more to serve, or until `stop` is aborted. */
  readonly run: (respond: Respond, stop: AbortSignal) => Promise<void>;
}
