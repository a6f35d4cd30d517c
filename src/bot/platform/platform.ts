import type { Reply } from '../answers/reply.ts';
import type { Respond } from '../bot.ts';
import type { Place } from '../conversation/place.ts';
import type { Diagnosis } from '../ports/diagnosis.ts';
import type { Log } from '../ports/log.ts';
import type { Route } from '../ports/route.ts';
import type { Services } from '../services.ts';

/** A chat service, a website or a terminal: where people meet the bot. */
export interface Platform {
  readonly name: string;
  /** Serves until there is nothing more to serve, or until `stop` is aborted. */
  readonly run: (respond: Respond, stop: AbortSignal) => Promise<void>;
  /**
   * Tells moderators something without being asked.
   * @param words in a language
   */
  readonly tell: (words: (language: string) => Reply) => void;
  /** HTTP routes that it needs. Default: none. */
  readonly routes?: readonly Route[];
  /**
   * Looks for mistakes in its setup, even before it runs. Rejects if the platform cannot be reached. Default: none.
   * @param place the only one that may be named and, if it is of this platform, whose permissions are checked. Default:
   * all
   */
  readonly checks?: (place?: Place) => Promise<readonly Diagnosis[]>;
  /** Whether people can reach the bot there now. Default: yes. */
  readonly isConnected?: () => boolean;
}

/** A platform, as others look whether it is reached. */
export type Presence = Pick<Platform, 'name' | 'isConnected'>;

/** Parts of the bot that a platform needs. */
export interface Host {
  readonly services: Services;
  readonly log: Log;
}

/** The platform cannot be used as it is set up; the message says what to do. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  /** Whether starting again is useless until somebody changes something. */
  readonly isLasting: boolean;

  /** @param options isLasting: default true, as for a wrong token. */
  constructor(message: string, { isLasting = true, ...options }: ErrorOptions & { readonly isLasting?: boolean } = {}) {
    super(message, options);
    this.isLasting = isLasting;
  }
}
