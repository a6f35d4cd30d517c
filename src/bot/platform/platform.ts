import type { Reply } from '../answers/reply.ts';
import type { Respond } from '../bot.ts';
import type { Place } from '../conversation/place.ts';
import type { Diagnosis } from '../ports/diagnosis.ts';
import type { Log } from '../ports/log.ts';
import type { Route } from '../ports/route.ts';
import type { Services } from '../services.ts';
import type { Setting } from '../settings/table.ts';

/** A place where people meet the bot. */
export interface Platform {
  readonly name: string;
  /** Serves until there is nothing more to serve, or until `stop` is aborted. */
  readonly run: (respond: Respond, stop: AbortSignal) => Promise<void>;
  /** Tells moderators something that nobody asked for. @param words in a language. */
  readonly tell: (words: (language: string) => Reply) => void;
  /** Settings of its places. Default: those of every platform. */
  readonly settings?: readonly Setting[];
  /** Addresses at which it has to be reached over HTTP. Default: nothing. */
  readonly routes?: readonly Route[];
  /**
   * Looks for what is set up wrongly; also before it runs. Rejects if it cannot be reached. Default: nothing.
   * @param place the only one that may be named, and whose rights are looked into if it is of this platform; default:
   * all are
   */
  readonly checks?: (place?: Place) => Promise<readonly Diagnosis[]>;
  /** Whether it can be reached by people now. Default: yes. */
  readonly isConnected?: () => boolean;
}

/** Parts of the bot that a platform with a network needs. */
export interface Host {
  readonly services: Services;
  readonly log: Log;
}

/** The platform cannot be used as it is set up; the message says what to do. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  /** Whether to begin again would not help: somebody has to change something first. */
  readonly isLasting: boolean;

  /** @param options isLasting: default true, as for a wrong token. */
  constructor(message: string, { isLasting = true, ...options }: ErrorOptions & { readonly isLasting?: boolean } = {}) {
    super(message, options);
    this.isLasting = isLasting;
  }
}
