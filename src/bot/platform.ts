import type { Respond } from './bot.ts';
import type { Reply } from './reply.ts';

/** A place where people meet the bot. */
export interface Platform {
  readonly name: string;
  /** Serves until there is nothing more to serve, or until `stop` is aborted. */
  readonly run: (respond: Respond, stop: AbortSignal) => Promise<void>;
  /** Tells moderators something that nobody asked for. @param words in a language. */
  readonly tell: (words: (language: string) => Reply) => void;
}
