import type { Reply } from './reply.ts';
import type { Services } from './services.ts';
import type { Say } from './words.ts';

/** One call of a command. */
export interface Call {
  readonly services: Services;
  readonly person: string;
  /** What follows the command's name, trimmed; may be empty. */
  readonly argument: string;
  /** The language chosen for the answer. */
  readonly language: string;
  readonly say: Say;
  readonly addressed: boolean;
}

/** Something the bot can be asked to do. Its description stands in `locales/` as `help-<name>`. */
export interface Command {
  /** Lower-case letters; typed as `/name`. */
  readonly name: string;
  /** Name of the argument in help, and whether it must be given; none when there is no argument. */
  readonly argument?: { readonly required: boolean } | undefined;
  /** `undefined` is silence. */
  readonly run: (call: Call) => Reply | undefined;
}
