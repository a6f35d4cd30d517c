import type { SetupWords, TokenCheck } from '../ports/setup.ts';
import type { Setting } from '../settings/table.ts';
import type { Host, Platform } from './platform.ts';

/** Values of the environment's variables that are set, by name. */
export type SetValues = Readonly<Record<string, string | undefined>>;

/** A variable of the environment, as a schema of zod checks it. */
interface Variable {
  readonly safeParse: (words: string | undefined) => {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined;
  };
}

/**
 * A platform with a network of its own before it runs: its settings, and how it begins. It is given by the platform's
 * folder, and listed in `platforms/index.ts`. Reading it loads no library, as most processes run only one of them.
 */
export interface ChatPlatform {
  /** As in `Platform`. */
  readonly name: string;
  /** As people call it: `Discord`. */
  readonly title: string;
  /** Its variables by name, explained in `.env.example`. A problem is told as the name and the schema's message. */
  readonly variables: Readonly<Record<string, Variable>>;
  /** Variables of earlier versions, and why they are gone. Default: none. */
  readonly former?: Readonly<Record<string, string>>;
  /** The variable of its token. Without a token, it does not run. */
  readonly token: string;
  /** Variables, each with another one that it needs. Default: none. */
  readonly needs?: readonly (readonly [string, string])[];
  /** Variables that need a port to be open. Default: none. */
  readonly served?: readonly string[];
  /** Its variables that do not fit each other, in a sentence each. Default: all fit. */
  readonly misfits?: (set: SetValues) => readonly string[];
  /** Opens it, if its token is set. @param announce shows a line to the operator, such as an invite link */
  readonly open: (set: SetValues, host: Host, announce: (line: string) => void) => Promise<Platform>;
  /** Settings that make sense in its places. Default: those of every platform. */
  readonly settings?: readonly Setting[];
  /** The page of the first start takes its token. Default: it is written into `.env` by hand. */
  readonly setup?: ChatSetup;
}

interface ChatSetup {
  /** Asks the platform about a token that looks like one, before it runs. */
  readonly probe: (token: string, set: SetValues) => Promise<TokenCheck>;
  readonly words: SetupWords;
}
